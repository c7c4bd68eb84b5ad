// The cycle's port over SQL: pages' reads as of a day, import and export.

import { datedReads } from '#server/adapters/sql/cycle/datedReads.ts'
import { fileOf, readTables, readWhole } from '#server/adapters/sql/cycle/readTables.ts'
import { collections, fileRecord, singles } from '#server/adapters/sql/cycle/records.ts'
import type { Database } from '#server/adapters/sql/database.ts'
import type { Cycle, CyclePerson } from '#server/ports/cycle.ts'
import { checkCycleFile } from '#shared/cycle/checkCycleFile.ts'
import type {
  Antenna,
  Board,
  CycleRecord,
  Entity,
  Group,
  Member,
  Organisation,
  TeamMember,
  Theme,
} from '#shared/cycle/cycleFile.ts'
import { groupAsOf, stageOn, themeAsOf, turnsOf } from '#shared/cycle/moment.ts'

export function sqlCycle(database: Database): Cycle {
  const { read } = database
  return {
    ...standingReads(database),
    ...datedReads(database),
    person: (id) => person(read, id),
    async importFile(json, { replace = false, preview = false, over, closing } = {}) {
      const checked = checkCycleFile(json)
      return checked.ok
        ? await database.run('importCycle', { file: checked.file, replace, preview, over, closing })
        : checked
    },
    async exportFile() {
      // As of one moment, while others may write.
      const look = async (db: Database['read']) => fileOf(await readTables(db))
      const transaction = read.transaction()
      return database.kind === 'postgres'
        ? await transaction.setIsolationLevel('repeatable read').execute(look)
        : await transaction.execute(look)
    },
  }
}

type Standing = Pick<
  Cycle,
  'about' | 'entities' | 'boards' | 'team' | 'antennas' | 'themes' | 'groups' | 'group' | 'members'
>

// Each layout is read as the type that its records were checked against before they were written.
function standingReads({ read }: Database): Standing {
  const cycleRecord = async () => (await readWhole(read, singles.cycle))[0] as CycleRecord | undefined

  const groupsOf = async (
    ids: readonly string[] | undefined,
    before: string | undefined,
  ): Promise<readonly Group[]> => {
    const groups = (await readWhole(read, collections.groups, ids)) as Group[]
    const cycle = before === undefined ? undefined : await cycleRecord()
    return cycle && before !== undefined
      ? groups.map((group) => groupAsOf(group, turnsOf(cycle), before))
      : groups
  }

  return {
    async about({ before } = {}) {
      const [file] = (await readWhole(read, fileRecord)) as {
        language: string
        fictional: boolean | null
        disclaimer: string | null
      }[]
      const [organisation] = (await readWhole(read, singles.organisation)) as Organisation[]
      const cycle = await cycleRecord()
      if (!file || !organisation || !cycle) return undefined
      const currentStage = before === undefined ? cycle.currentStage : stageOn(cycle, before)
      const { language, fictional, disclaimer } = file
      return {
        organisation,
        cycle: { ...cycle, currentStage },
        language,
        fictional: fictional ?? false,
        disclaimer,
      }
    },
    entities: async () => (await readWhole(read, collections.entities)) as Entity[],
    boards: async () => (await readWhole(read, collections.boards)) as Board[],
    team: async () => (await readWhole(read, collections.team)) as TeamMember[],
    antennas: async () => (await readWhole(read, collections.antennas)) as Antenna[],
    async themes({ before } = {}) {
      const themes = (await readWhole(read, collections.themes)) as Theme[]
      const cycle = before === undefined ? undefined : await cycleRecord()
      return cycle && before !== undefined
        ? themes.map((theme) => themeAsOf(theme, turnsOf(cycle), before))
        : themes
    },
    groups: ({ before } = {}) => groupsOf(undefined, before),
    async group(idOrCode, { before } = {}) {
      const known = await read.selectFrom('groups').select(['id', 'code']).execute()
      const code = idOrCode.toUpperCase()
      const found =
        known.find(({ id }) => id === idOrCode) ?? known.find((group) => group.code.toUpperCase() === code)
      return found && (await groupsOf([found.id], before))[0]
    },
    members: (filter = {}) => members(read, filter),
  }
}

async function members(
  read: Database['read'],
  filter: { groupId?: string; antennaId?: string; ids?: readonly string[] },
): Promise<Member[]> {
  let ids = filter.ids
  if (filter.groupId !== undefined) {
    const rows = await read
      .selectFrom('group_members')
      .select('member_id')
      .where('group_id', '=', filter.groupId)
      .where('position_in_group', 'is not', null)
      .orderBy('position_in_group')
      .execute()
    const among = ids && new Set(ids)
    ids = rows.map(({ member_id }) => member_id).filter((id) => !among || among.has(id))
  }
  const found = (await readWhole(read, collections.members, ids)) as Member[] // checked before they were written
  const there =
    filter.antennaId === undefined ? found : found.filter(({ antennaId }) => antennaId === filter.antennaId)
  if (filter.groupId === undefined || !ids) return there
  const order = new Map(ids.map((id, position) => [id, position]))
  return there.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
}

async function person(read: Database['read'], id: string): Promise<CyclePerson | undefined> {
  const [member] = (await readWhole(read, collections.members, [id])) as Member[] // checked before it was written
  if (member) return { kind: 'member', id, displayName: member.displayName, member }
  const [team] = (await readWhole(read, collections.team, [id])) as TeamMember[] // checked before it was written
  if (team) return { kind: 'team', id, displayName: team.displayName, team }
  const seat = await read
    .selectFrom('board_members')
    .select('board_id')
    .where('id', '=', id)
    .executeTakeFirst()
  const [board] = seat ? ((await readWhole(read, collections.boards, [seat.board_id])) as Board[]) : [] // checked before it was written
  const boardMember = board?.members.find((member) => member.id === id)
  return (
    board && boardMember && { kind: 'board', id, displayName: boardMember.displayName, boardMember, board }
  )
}
