// The demo's data as it ships with the product: read from the files beside, once, and parsed to what is used of them.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import {
  addressees,
  draftKinds,
  draftStatuses,
  maturities,
  nuanceTypes,
  scopes,
} from '#shared/draft/vocabulary.ts'
import { noteColours } from '#shared/whiteboard/boardModel.ts'

export const personaKeys = [
  'facilitator-nantes',
  'facilitator-lyon',
  'member-nantes',
  'member-lyon',
  'cooperative-life',
  'board-france',
  'board-belgium',
  'admin',
] as const
export type PersonaKey = (typeof personaKeys)[number]

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const ids = z.array(z.string())

const waiting = z.object({ text: z.string(), page: z.string(), refs: ids })
const verdictCounts = z.object({
  total: z.number(),
  accept: z.number(),
  reformulate: z.number(),
  postpone: z.number(),
  refuse: z.number(),
  toInstruct: z.number(),
})
const moment = z.object({
  key: z.string(),
  date: day,
  time: z.string(),
  default: z.boolean(),
  title: z.string(),
  whatIsGoingOn: z.string(),
  currentStageKey: z.string(),
  sessionIds: ids,
  waiting: z.record(z.enum(personaKeys), waiting),
  listsHandedOver: z.array(
    z.object({ groupId: z.string(), drafts: z.number(), instead: z.string().nullable() }),
  ),
  counts: z.object({
    sessionsHeld: z.number(),
    sessionsToday: ids,
    contextCards: z.number(),
    workshopBoards: z.number(),
    drafts: z.number(),
    draftsByGroup: z.record(z.string(), z.number()),
    workshopDrafts: z.number(),
    listsHandedOver: z.number(),
    recommendations: z.number(),
    recommendationsFinal: z.number(),
    presentations: z.number(),
    ressentis: z.number(),
    boardSessions: z.number(),
    verdicts: z.record(z.string(), verdictCounts),
    verdictsTotal: z.number(),
    planItems: z.number(),
    planItemsStarted: z.number(),
    planUpdates: z.number(),
    planByStatus: z.record(z.string(), z.number()).nullable(),
    initiatives: z.number(),
  }),
})
export type Moment = z.output<typeof moment>

const moments = z.object({
  personas: z.record(z.enum(personaKeys), z.string()),
  moments: z.array(moment).min(1),
})

const person = z.object({ id: z.string(), displayName: z.string() })
const cycleFile = z.object({
  entities: z.array(
    z.object({ id: z.string(), name: z.string(), code: z.string(), boardId: z.string().nullable() }),
  ),
  boards: z.array(
    z.object({
      id: z.string(),
      entityId: z.string(),
      name: z.string(),
      members: z.array(person.extend({ role: z.string() })),
    }),
  ),
  team: z.array(person.extend({ role: z.string() })),
  antennas: z.array(z.object({ id: z.string(), name: z.string() })),
  cycle: z.object({
    id: z.string(),
    stages: z.array(z.object({ key: z.string(), name: z.string(), start: day, end: day })),
    milestones: z.array(z.object({ date: day, label: z.string() })),
  }),
  themes: z.array(
    z.object({
      id: z.string(),
      order: z.number(),
      title: z.string(),
      question: z.string(),
      outcomeNote: z.string().nullable(),
    }),
  ),
  groups: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      themeId: z.string(),
      antennaId: z.string().nullable(),
      partnerGroupIds: ids,
      facilitatorIds: ids,
      memberIds: ids,
      deliveredRecommendations: z.boolean(),
    }),
  ),
  members: z.array(person.extend({ antennaId: z.string().nullable(), groupIds: ids })),
  sessions: z.array(
    z.object({ id: z.string(), groupIds: ids, date: day, joint: z.boolean(), subject: z.string() }),
  ),
  drafts: z.array(
    z.object({
      id: z.string(),
      groupId: z.string(),
      authorIds: ids,
      date: day,
      title: z.string(),
      text: z.string(),
    }),
  ),
})
export type CycleFile = z.output<typeof cycleFile>

const notesFile = z.object({
  boards: z.array(
    z.object({
      id: z.string(),
      groupId: z.string(),
      sessionId: z.string(),
      title: z.string(),
      question: z.string(),
      anonymous: z.boolean(),
      stickies: z.array(
        z.object({
          id: z.string(),
          text: z.string(),
          authorId: z.string().nullable(),
          color: z.enum(noteColours),
          x: z.number(),
          y: z.number(),
          clusterId: z.string().nullable(),
        }),
      ),
      clusters: z.array(z.object({ id: z.string(), title: z.string(), points: z.number() })),
    }),
  ),
})
export type WorkshopBoard = z.output<typeof notesFile>['boards'][number]

const paragraphsOf = <Sentence extends z.ZodType>(sentence: Sentence) =>
  z.object({ paragraphs: z.array(z.array(sentence)) })
const nuance = z.object({ type: z.enum(nuanceTypes), text: z.string(), groupId: z.string().nullable() })
const passage = z.object({ jurisdiction: z.string(), text: z.string() })
const heading = z.object({
  title: z.string(),
  summary: z.string(),
  addressee: z.enum(addressees),
  scope: z.enum(scopes),
  jurisdictions: ids,
  kind: z.enum(draftKinds),
  maturity: z.enum(maturities),
  outOfTheBox: z.boolean(),
})

const workshopDraft = heading.extend({
  id: z.string(),
  groupId: z.string(),
  code: z.string(),
  draftId: z.string().nullable(),
  constat: paragraphsOf(z.string()),
  proposition: paragraphsOf(z.string()),
  moyens: paragraphsOf(z.string()),
  countryPassages: z.array(passage).default([]),
  nuances: z.array(nuance),
  contextIds: ids,
  sourceStickyIds: ids,
  authorIds: ids,
  status: z.enum(draftStatuses),
  updatedAt: day,
  openQuestions: z.array(z.string()),
})
export type WorkshopDraft = z.output<typeof workshopDraft>

const workshopDrafts = z.object({ jointSessionId: z.string(), drafts: z.array(workshopDraft) })

const chosen = <Value extends z.ZodType>(value: Value) => z.object({ value })
const sentence = z.object({ text: z.string() })
const mergeScenario = z.object({
  id: z.string(),
  parents: ids,
  date: day,
  jointOutcome: z.enum(['adopted', 'adopted_amended', 'deferred']),
  joint: z.object({
    header: z.object({
      title: chosen(heading.shape.title),
      summary: chosen(heading.shape.summary),
      addressee: chosen(heading.shape.addressee),
      scope: chosen(heading.shape.scope),
      jurisdictions: chosen(ids),
      kind: chosen(heading.shape.kind),
      maturity: chosen(heading.shape.maturity),
      outOfTheBox: chosen(z.boolean()),
    }),
    contextIds: ids,
    constat: paragraphsOf(sentence),
    proposition: paragraphsOf(sentence),
    moyens: paragraphsOf(sentence),
    nuances: z.array(nuance),
    countryPassages: z.array(passage),
  }),
})
export type MergeScenario = z.output<typeof mergeScenario>

export interface DemoData {
  readonly personas: Readonly<Record<PersonaKey, string>>
  readonly moments: readonly Moment[]
  readonly cycle: CycleFile
  readonly boards: readonly WorkshopBoard[]
  readonly drafts: readonly WorkshopDraft[]
  readonly scenarios: readonly MergeScenario[]
  readonly jointSessionId: string
}

const folder = path.join(import.meta.dirname, 'data')
const readJson = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(path.join(folder, name), 'utf8'))

/** The cycle file as it is, for the import: nothing of it is dropped. */
export const demoCycleFile = (): Promise<unknown> => readJson('cycle-2019-2020.json')

let momentsOnce: Promise<Pick<DemoData, 'personas' | 'moments'>> | undefined

/** The moments alone: what the running demo needs of the files. */
export function demoMoments(): Promise<Pick<DemoData, 'personas' | 'moments'>> {
  momentsOnce ??= readJson('moments.json').then((json) => moments.parse(json))
  return momentsOnce
}

/** Everything, for loading a moment. Throws when a shipped file is not what this version expects. */
export async function readDemoData(): Promise<DemoData> {
  const [known, cycle, notes, drafts, merges] = await Promise.all([
    demoMoments(),
    demoCycleFile(),
    readJson('workshop-notes.json'),
    readJson('workshop-drafts.json'),
    readJson('merge-scenarios.json'),
  ])
  const { jointSessionId, drafts: full } = workshopDrafts.parse(drafts)
  return {
    ...known,
    cycle: cycleFile.parse(cycle),
    boards: notesFile.parse(notes).boards,
    drafts: full,
    scenarios: z.object({ scenarios: z.array(mergeScenario) }).parse(merges).scenarios,
    jointSessionId,
  }
}

export function momentByKey(all: readonly Moment[], key: string | undefined): Moment | undefined {
  return key === undefined ? all.find((one) => one.default) : all.find((one) => one.key === key)
}
