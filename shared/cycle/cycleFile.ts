// The coop-cycle format, version 1: a whole organisation and one of its cycles in one JSON file.
import { z } from 'zod'
import { contextCard, group, member, occasionalMeetings, session, theme } from '#shared/cycle/groupRecords.ts'
import { antenna, board, cycle, entity, organisation, teamMember } from '#shared/cycle/organisationRecords.ts'
import {
  boardSession,
  decision,
  draft,
  localInitiative,
  planItem,
  presentation,
  recommendation,
  ressenti,
} from '#shared/cycle/recommendationRecords.ts'
import { id, maybe, text, yes } from '#shared/cycle/scalars.ts'

/** Fields that the format does not know are allowed everywhere and are given back by an export. */
export const cycleFile = z.object({
  format: z.literal('coop-cycle'),
  formatVersion: z.literal(1),
  language: id,
  fictional: maybe(yes),
  disclaimer: maybe(text),
  organisation,
  entities: z.array(entity),
  boards: z.array(board),
  team: z.array(teamMember).optional(),
  antennas: z.array(antenna),
  cycle,
  themes: z.array(theme),
  groups: z.array(group),
  occasionalMeetings: z.array(occasionalMeetings).optional(),
  members: z.array(member),
  sessions: z.array(session).optional(),
  contextCards: z.array(contextCard).optional(),
  drafts: z.array(draft).optional(),
  recommendations: z.array(recommendation).optional(),
  presentations: z.array(presentation).optional(),
  ressentis: z.array(ressenti).optional(),
  boardSessions: z.array(boardSession).optional(),
  decisions: z.array(decision).optional(),
  planItems: z.array(planItem).optional(),
  localInitiatives: z.array(localInitiative).optional(),
})

/** As a file has it: lists and optional fields may be absent. */
export type CycleFile = z.output<typeof cycleFile>

/** As the store gives it: absent lists are empty, absent fields are null. */
export type Whole<T> = T extends readonly (infer Item)[]
  ? readonly Whole<Item>[]
  : T extends object
    ? { readonly [Field in keyof T]-?: Whole<Exclude<T[Field], undefined>> }
    : T

export type Organisation = Whole<z.output<typeof organisation>>
export type Entity = Whole<z.output<typeof entity>>
export type Board = Whole<z.output<typeof board>>
export type BoardMember = Board['members'][number]
export type TeamMember = Whole<z.output<typeof teamMember>>
export type Antenna = Whole<z.output<typeof antenna>>
export type CycleRecord = Whole<z.output<typeof cycle>>
export type Stage = CycleRecord['stages'][number]
export type Theme = Whole<z.output<typeof theme>>
export type Group = Whole<z.output<typeof group>>
export type Member = Whole<z.output<typeof member>>
export type Session = Whole<z.output<typeof session>>
export type OccasionalMeetings = Whole<z.output<typeof occasionalMeetings>>
export type ContextCard = Whole<z.output<typeof contextCard>>
export type ShortDraft = Whole<z.output<typeof draft>>
export type Recommendation = Whole<z.output<typeof recommendation>>
export type Presentation = Whole<z.output<typeof presentation>>
export type Ressenti = Whole<z.output<typeof ressenti>>
export type BoardSession = Whole<z.output<typeof boardSession>>
export type Decision = Whole<z.output<typeof decision>>
export type PlanItem = Whole<z.output<typeof planItem>>
export type LocalInitiative = Whole<z.output<typeof localInitiative>>
