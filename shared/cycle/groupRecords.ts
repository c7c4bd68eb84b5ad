// Themes, groups, members, and when they met.
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
  whole,
  words,
  yes,
} from '#shared/cycle/scalars.ts'

const modes = ['in-person', 'hybrid', 'online'] as const

export const theme = z.object({
  id,
  order: amount,
  title: filled,
  jurisdictions: ids,
  question: maybe(text),
  whyPrioritised: maybe(text),
  prioritisedBy: maybe(text),
  groupIds: ids,
  recommendationCount: maybe(count),
  outcomeNote: maybe(text),
  contextIds: ids,
})

export const group = z.object({
  id,
  code: id,
  name: filled,
  themeId: id,
  /** Null when the group meets online only. */
  antennaId: maybe(id),
  entityIds: ids,
  onlineOnly: yes,
  /** All of them are members of the group. */
  facilitatorIds: ids,
  memberIds: ids,
  partnerGroupIds: ids,
  /** By date. */
  sessionIds: ids,
  languages: words,
  note: maybe(text),
  deliveredRecommendations: maybe(yes),
})

export const member = z.object({
  id,
  displayName: filled,
  entityId: maybe(id),
  antennaId: maybe(id),
  groupIds: ids,
  trade: maybe(text),
  modePreference: maybe(z.enum(['in-person', 'remote', 'either'])),
  language: maybe(text),
  /** A year. */
  memberSince: maybe(whole),
  /** From home to the antenna. */
  distanceKm: maybe(amount.min(0)),
  isFacilitator: maybe(yes),
})

export const session = z.object({
  id,
  groupIds: ids,
  date,
  startTime: maybe(time),
  durationMin: maybe(amount.min(0)),
  mode: maybe(z.enum(modes)),
  joint: yes,
  /** The rooms; empty online. */
  antennaIds: ids,
  subject: maybe(text),
  tools: words,
  attendance: attendance.extend({ byGroup: listOf(z.object({ groupId: id, room: count, remote: count })) }),
  roomMemberIds: ids,
  remoteMemberIds: ids,
  /** Group id -> the session's number in that group. */
  numberInGroup: z.record(z.string(), whole).optional(),
})

export const occasionalMeetings = z.object({
  id,
  antennaId: maybe(id),
  themeId: maybe(id),
  note: maybe(text),
  meetings: listOf(z.object({ date, mode: maybe(z.enum(modes)), attendance, subject: maybe(text) })),
})

export const contextCard = z.object({
  id,
  kind: z.enum(['legal', 'budget', 'it', 'statutes', 'project', 'pilot', 'staffing']),
  title: filled,
  jurisdictions: ids,
  themeIds: ids,
  text,
  source: maybe(text),
  date,
  fictional: maybe(yes),
})
