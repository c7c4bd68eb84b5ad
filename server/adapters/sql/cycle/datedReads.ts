// Reads of what bears a date, as it stood on the morning of a day.
import { readWhole } from '#server/adapters/sql/cycle/readTables.ts'
import { collections, singles } from '#server/adapters/sql/cycle/records.ts'
import type { Database } from '#server/adapters/sql/database.ts'
import type { AsOf, Cycle } from '#server/ports/cycle.ts'
import type {
  BoardSession,
  ContextCard,
  CycleRecord,
  Decision,
  LocalInitiative,
  OccasionalMeetings,
  PlanItem,
  Presentation,
  Recommendation,
  Ressenti,
  Session,
  ShortDraft,
} from '#shared/cycle/cycleFile.ts'
import {
  draftAsOf,
  initiativeAsOf,
  occasionalMeetingsAsOf,
  planItemAsOf,
  recommendationAsOf,
  sessionAsOf,
  type Turns,
  turnsOf,
} from '#shared/cycle/moment.ts'

type Read = Database['read']
type Dated = Pick<
  Cycle,
  | 'sessions'
  | 'occasionalMeetings'
  | 'contextCards'
  | 'drafts'
  | 'recommendations'
  | 'presentations'
  | 'ressentis'
  | 'boardSessions'
  | 'decisions'
  | 'planItems'
  | 'localInitiatives'
>

const noTurns: Turns = { handedOver: null, recommendations: null, plan: null, dataAsOf: null }

async function turns(read: Read): Promise<Turns> {
  const [cycle] = (await readWhole(read, singles.cycle)) as CycleRecord[] // checked before it was written
  return cycle ? turnsOf(cycle) : noTurns
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)
const defined = <T>(items: readonly (T | undefined)[]): T[] => items.filter((item) => item !== undefined)
/** Later than every date, so that an absent day leaves nothing out. */
const dayOf = ({ before }: AsOf): string => before ?? '9999-99-99'

export const datedReads = ({ read }: Database): Dated => ({
  ...meetings(read),
  ...texts(read),
  ...rulings(read),
})

// In all that follows each layout is read as the type that its records were checked against before they were written.

function meetings(
  read: Read,
): Pick<Dated, 'sessions' | 'occasionalMeetings' | 'presentations' | 'boardSessions'> {
  return {
    async sessions({ before, groupId, ids } = {}) {
      let query = read.selectFrom('sessions').select('id')
      if (ids) query = query.where('id', 'in', ids.length > 0 ? ids : [''])
      if (groupId !== undefined) {
        const theirs = read.selectFrom('session_groups').select('session_id').where('group_id', '=', groupId)
        query = query.where('id', 'in', theirs)
      }
      const sessions = (await readWhole(
        read,
        collections.sessions,
        idsOf(await query.execute()),
      )) as Session[]
      return sessions.map((session) => sessionAsOf(session, before))
    },
    async occasionalMeetings({ before } = {}) {
      const all = (await readWhole(read, collections.occasionalMeetings)) as OccasionalMeetings[]
      return before === undefined ? all : all.map((occasional) => occasionalMeetingsAsOf(occasional, before))
    },
    async presentations(asOf = {}) {
      const rows = await read
        .selectFrom('presentations')
        .select('id')
        .where('date', '<', dayOf(asOf))
        .execute()
      return (await readWhole(read, collections.presentations, idsOf(rows))) as Presentation[]
    },
    async boardSessions(filter = {}) {
      let query = read.selectFrom('board_sessions').select('id').where('date', '<', dayOf(filter))
      if (filter.boardId !== undefined) query = query.where('board_id', '=', filter.boardId)
      return (await readWhole(
        read,
        collections.boardSessions,
        idsOf(await query.execute()),
      )) as BoardSession[]
    },
  }
}

function texts(read: Read): Pick<Dated, 'contextCards' | 'drafts' | 'recommendations' | 'ressentis'> {
  return {
    async contextCards(filter = {}) {
      let query = read.selectFrom('context_cards').select('id').where('date', '<', dayOf(filter))
      if (filter.themeId !== undefined) {
        const theirs = read
          .selectFrom('context_card_themes')
          .select('context_card_id')
          .where('theme_id', '=', filter.themeId)
        query = query.where('id', 'in', theirs)
      }
      return (await readWhole(read, collections.contextCards, idsOf(await query.execute()))) as ContextCard[]
    },
    async drafts(filter = {}) {
      const { before, groupId } = filter
      let query = read.selectFrom('drafts').select('id').where('date', '<', dayOf(filter))
      if (groupId !== undefined) query = query.where('group_id', '=', groupId)
      const drafts = (await readWhole(read, collections.drafts, idsOf(await query.execute()))) as ShortDraft[]
      if (before === undefined) return drafts
      const known = await turns(read)
      return drafts.map((draft) => draftAsOf(draft, known, before))
    },
    async recommendations({ before, themeId, groupId } = {}) {
      let query = read.selectFrom('recommendations').select('id')
      if (themeId !== undefined) query = query.where('theme_id', '=', themeId)
      if (groupId !== undefined) {
        const theirs = read
          .selectFrom('recommendation_groups')
          .select('recommendation_id')
          .where('group_id', '=', groupId)
        query = query.where('id', 'in', theirs)
      }
      const found = (await readWhole(
        read,
        collections.recommendations,
        idsOf(await query.execute()),
      )) as Recommendation[]
      if (before === undefined)
        return found.map((recommendation) => ({
          ...recommendation,
          final: recommendation.status === 'final',
        }))
      const known = await turns(read)
      return defined(found.map((recommendation) => recommendationAsOf(recommendation, known, before)))
    },
    async ressentis(filter = {}) {
      let query = read.selectFrom('ressentis').select('id').where('date', '<', dayOf(filter))
      if (filter.recommendationId !== undefined)
        query = query.where('recommendation_id', '=', filter.recommendationId)
      return (await readWhole(read, collections.ressentis, idsOf(await query.execute()))) as Ressenti[]
    },
  }
}

function rulings(read: Read): Pick<Dated, 'decisions' | 'planItems' | 'localInitiatives'> {
  return {
    async decisions(filter = {}) {
      let query = read.selectFrom('decisions').select('id').where('date', '<', dayOf(filter))
      if (filter.boardId !== undefined) query = query.where('board_id', '=', filter.boardId)
      if (filter.recommendationId !== undefined)
        query = query.where('recommendation_id', '=', filter.recommendationId)
      return (await readWhole(read, collections.decisions, idsOf(await query.execute()))) as Decision[]
    },
    async planItems({ before, recommendationId } = {}) {
      let query = read.selectFrom('plan_items').select('id')
      if (recommendationId !== undefined) query = query.where('recommendation_id', '=', recommendationId)
      const items = (await readWhole(read, collections.planItems, idsOf(await query.execute()))) as PlanItem[]
      if (before === undefined) return items
      const known = await turns(read)
      const rulings = await read.selectFrom('decisions').select(['id', 'date']).execute()
      const decidedOn = new Map(rulings.map(({ id, date }) => [id, date]))
      return defined(items.map((item) => planItemAsOf(item, known, { before, decidedOn })))
    },
    async localInitiatives({ before, groupId, antennaId } = {}) {
      let query = read.selectFrom('local_initiatives').select('id')
      if (groupId !== undefined) query = query.where('group_id', '=', groupId)
      if (antennaId !== undefined) query = query.where('antenna_id', '=', antennaId)
      const all = (await readWhole(
        read,
        collections.localInitiatives,
        idsOf(await query.execute()),
      )) as LocalInitiative[]
      if (before === undefined) return all
      const known = await turns(read)
      return defined(all.map((initiative) => initiativeAsOf(initiative, known, before)))
    },
  }
}
