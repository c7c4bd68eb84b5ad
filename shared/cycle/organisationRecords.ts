// Who the cooperative is: organisation, entities, boards, team, antennas, the cycle and its stages.
import { z } from 'zod'
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
  whole,
  words,
  yes,
} from '#shared/cycle/scalars.ts'

export const organisation = z.object({
  id,
  name: filled,
  shortName: maybe(text),
  kind: maybe(text),
  description: maybe(text),
  entityIds: ids,
  languages: words,
})

/** Jurisdictions anywhere in a file are lists of entities' codes. */
export const entity = z.object({
  id,
  name: filled,
  code: id,
  country: maybe(text),
  boardId: maybe(id),
  legalForm: maybe(text),
  languages: words,
})

export const boardMember = z.object({
  id,
  displayName: filled,
  role: maybe(text),
  category: maybe(z.enum(['member', 'staff', 'partner'])),
  /** A year. */
  termEnds: maybe(whole),
  volunteer: maybe(yes),
})

export const board = z.object({ id, entityId: id, name: filled, members: listOf(boardMember) })

export const teamMember = z.object({ id, displayName: filled, entityId: maybe(id), role: maybe(text) })

export const antenna = z.object({
  id,
  name: filled,
  city: maybe(text),
  country: maybe(text),
  entityId: maybe(id),
  /** Degrees, WGS84. */
  lat: maybe(amount.min(-90).max(90)),
  lon: maybe(amount.min(-180).max(180)),
})

export const stage = z.object({ key: id, name: filled, start: date, end: date, order: amount })

export const cycle = z.object({
  id,
  name: filled,
  edition: maybe(amount),
  start: date,
  end: date,
  /** Progress and statuses of the follow-up hold at this date. */
  dataAsOf: maybe(date),
  /** The key of a stage. */
  currentStage: maybe(id),
  stages: listOf(stage),
  milestones: listOf(z.object({ date, label: text })),
})

export const attendance = z.object({ room: count, remote: count })
