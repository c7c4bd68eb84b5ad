// Short drafts, recommendations, how they were received, what was decided and what became of them.
import { z } from 'zod'
import { attendance } from '#shared/cycle/organisationRecords.ts'
import {
  amount,
  count,
  date,
  filled,
  id,
  ids,
  listOf,
  maybe,
  text,
  time,
  yes,
} from '#shared/cycle/scalars.ts'

export const draft = z.object({
  id,
  groupId: id,
  sessionId: maybe(id),
  authorIds: ids,
  date,
  title: filled,
  text,
  status: maybe(z.enum(['kept', 'merged', 'split'])),
  recommendationIds: ids,
})

export const recommendation = z.object({
  id,
  code: maybe(id),
  themeId: id,
  title: filled,
  summary: text,
  constat: text,
  proposition: text,
  moyens: text,
  nuances: listOf(
    z.object({
      id,
      groupId: maybe(id),
      type: z.enum(['nuance', 'reservation', 'condition', 'minority']),
      text,
    }),
  ),
  jurisdictions: ids,
  kind: z.enum([
    'local-action',
    'service',
    'governance',
    'tool',
    'training',
    'solidarity',
    'advocacy',
    'information',
  ]),
  maturity: z.enum(['idea', 'to-refine', 'ready', 'tested']),
  contextIds: ids,
  groupIds: ids,
  provenance: listOf(
    z.object({ draftId: id, groupId: id, relation: z.enum(['kept', 'merged', 'split', 'split-merged']) }),
  ),
  status: maybe(text),
  updatedAt: date,
})

export const presentation = z.object({
  id,
  date,
  startTime: maybe(time),
  durationMin: maybe(amount.min(0)),
  mode: maybe(z.enum(['in-person', 'hybrid', 'online'])),
  title: filled,
  themeIds: ids,
  attendance: attendance.extend({
    byEntity: listOf(z.object({ entityId: id, room: maybe(count), remote: maybe(count) })),
  }),
  hostIds: ids,
  summary: maybe(text),
})

/** Anonymous: never linked to a member. */
export const ressenti = z.object({
  id,
  recommendationId: id,
  presentationId: maybe(id),
  feeling: z.enum(['enthousiaste', 'favorable', 'interrogatif', 'inquiet', 'oppose']),
  comment: maybe(text),
  entityId: maybe(id),
  inGroup: yes,
  groupId: maybe(id),
  date,
})

export const boardSession = z.object({
  id,
  boardId: id,
  date,
  mode: maybe(z.enum(['in-person', 'hybrid', 'online'])),
  presentIds: ids,
  subject: maybe(text),
})

export const decision = z.object({
  id,
  boardId: id,
  boardSessionId: maybe(id),
  recommendationId: id,
  decision: z.enum(['accept', 'reformulate', 'postpone', 'refuse']),
  reason: text,
  basis: listOf(z.enum(['object', 'means', 'priorities', 'ongoing-projects'])),
  contextIds: ids,
  newWording: maybe(text),
  postponedUntil: maybe(date),
  date,
  votes: z.object({ for: count, against: count, abstain: count }),
})

export const planItem = z.object({
  id,
  recommendationId: id,
  decisionIds: ids,
  title: filled,
  entityIds: ids,
  ownerTeamId: maybe(id),
  ownerMemberIds: ids,
  start: date,
  end: date,
  status: z.enum(['not_started', 'in_progress', 'blocked', 'done']),
  /** Percent. */
  progress: amount.min(0).max(100),
  updates: listOf(z.object({ date, text })),
})

export const localInitiative = z.object({
  id,
  title: filled,
  description: maybe(text),
  kind: z.enum(['local-committee', 'forum', 'regular-meeting', 'mutual-help', 'shared-workshop', 'training']),
  groupId: maybe(id),
  antennaId: maybe(id),
  startedOn: date,
  status: maybe(z.enum(['active', 'paused', 'merged', 'ended'])),
  recommendationIds: ids,
  peopleCount: maybe(count),
})
