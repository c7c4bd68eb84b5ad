// The demo's five rooms and the spaces of all groups, planned with fresh opaque ids: nothing is written here.

import type { BoardPlan } from '#server/features/demo/boardLayout.ts'
import { convergenceBoardAt, groupBoardAt, jointBoardAt, placeOf } from '#server/features/demo/boardPlans.ts'
import type { DemoData } from '#server/features/demo/demoData.ts'
import { convergenceDraftsAt, groupDraftsAt, jointDraftsAt } from '#server/features/demo/demoDrafts.ts'
import { existsBefore } from '#server/features/demo/moments.ts'
import { draftsUpdate, whiteboardUpdate } from '#server/features/demo/seedDocuments.ts'
import type { Room } from '#server/ports/rooms.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { randomId } from '#shared/contract/ids.ts'
import { type NewDraft, withEveryPassage } from '#shared/draft/draftModel.ts'

/** Codes are a public contract. */
const groupRooms = [
  ['NANTES', 'grp-nantes-partagee'],
  ['LYON', 'grp-lyon-partagee'],
  ['EGALITE', 'grp-enligne-egalite'],
] as const
const jointGroups = ['grp-nantes-partagee', 'grp-lyon-partagee'] as const

export interface SeededDocument {
  readonly name: string
  /** Made when asked for: 24 documents need not be in memory at once. */
  readonly update: () => Uint8Array
}

export interface DemoRooms {
  readonly rooms: readonly Room[]
  /** Group id -> its drafts space, for every group of the cycle, with a room or without. */
  readonly spaces: Readonly<Record<string, string>>
  readonly documents: readonly SeededDocument[]
}

/** The group's session of the day, else the one to come, else its last. */
function sessionFor(
  data: DemoData,
  groupIds: readonly string[],
  joint: boolean,
  today: string,
): string | null {
  const theirs = data.cycle.sessions.filter(
    (session) => session.joint === joint && groupIds.every((id) => session.groupIds.includes(id)),
  )
  return (theirs.find(({ date }) => !existsBefore(date, today)) ?? theirs.at(-1))?.id ?? null
}

const themeTitle = (data: DemoData, groupId: string): string => {
  const group = data.cycle.groups.find(({ id }) => id === groupId)
  return data.cycle.themes.find(({ id }) => id === group?.themeId)?.title ?? ''
}

/** Rooms, spaces and first updates for a day (`YYYY-MM-DD`). Every call makes new ids. */
export function planRooms(data: DemoData, today: string): DemoRooms {
  const spaces = Object.fromEntries(data.cycle.groups.map(({ id }) => [id, randomId()]))
  const plan: Plan = {
    data,
    today,
    spaceOf(groupId) {
      const space = spaces[groupId]
      if (!space) throw new Error(`the demo's cycle has no group ${groupId}`)
      return space
    },
  }
  const ofGroups = groupRooms.map(([code, groupId]) => groupRoom(plan, code, groupId))
  const groupDrafts = data.cycle.groups.map(({ id }): SeededDocument => {
    const room = ofGroups.find(({ room: { groupIds } }) => groupIds.includes(id))?.room
    return drafts(plan, plan.spaceOf(id), () => groupDraftsAt(data, id, today, room?.id))
  })
  const made = [...ofGroups, jointRoom(plan), convergenceRoom(plan)]
  return {
    rooms: made.map(({ room }) => room),
    spaces,
    documents: [...groupDrafts, ...made.flatMap(({ documents }) => documents)],
  }
}

interface Plan {
  readonly data: DemoData
  readonly today: string
  /** Throws for a group that the cycle does not have. */
  spaceOf(groupId: string): string
}
interface Made {
  readonly room: Room
  readonly documents: readonly SeededDocument[]
}

const board = (id: string, plan: () => BoardPlan): SeededDocument => ({
  name: documentName({ kind: 'whiteboard', id }),
  update: () => whiteboardUpdate(plan()),
})
const drafts = ({ data }: Plan, id: string, list: () => readonly NewDraft[]): SeededDocument => ({
  name: documentName({ kind: 'drafts', id }),
  update: () =>
    draftsUpdate(
      list().map((draft) =>
        withEveryPassage(
          draft,
          data.cycle.entities.map(({ code }) => code),
        ),
      ),
    ),
})

function groupRoom({ data, today, spaceOf }: Plan, code: string, groupId: string): Made {
  const id = randomId()
  const room: Room = {
    id,
    code,
    title: themeTitle(data, groupId),
    kind: 'group',
    groupIds: [groupId],
    spaces: [{ spaceId: spaceOf(groupId), groupId }],
    doorOpen: true,
    sessionId: sessionFor(data, [groupId], false, today),
  }
  return { room, documents: [board(id, () => groupBoardAt(data, groupId, today, spaceOf(groupId)))] }
}

function jointRoom(plan: Plan): Made {
  const { data, today, spaceOf } = plan
  const [left, right] = jointGroups
  const [id, joint] = [randomId(), randomId()]
  const lanes = { joint, left: [left, spaceOf(left)], right: [right, spaceOf(right)] } as const
  const room: Room = {
    id,
    code: 'NANTES-LYON',
    title: `${jointGroups.map((group) => placeOf(data, group)).join(' et ')}\u00a0: ${themeTitle(data, left)}`,
    kind: 'joint',
    groupIds: [...jointGroups],
    spaces: [
      { spaceId: joint, groupId: null },
      ...jointGroups.map((groupId) => ({ spaceId: spaceOf(groupId), groupId })),
    ],
    doorOpen: true,
    sessionId: sessionFor(data, jointGroups, true, today),
  }
  const documents = [
    board(id, () => jointBoardAt(data, today, lanes)),
    drafts(plan, joint, () => jointDraftsAt(data, today)),
  ]
  return { room, documents }
}

function convergenceRoom(plan: Plan): Made {
  const { data, today } = plan
  const [id, space] = [randomId(), randomId()]
  const room: Room = {
    id,
    code: 'CONVERGENCE',
    title: data.cycle.cycle.stages.find(({ key }) => key === 'convergence')?.name ?? 'Convergence',
    kind: 'convergence',
    groupIds: data.cycle.groups.map((group) => group.id),
    spaces: [{ spaceId: space, groupId: null }],
    doorOpen: true,
    sessionId: null,
  }
  const documents = [
    board(id, () => convergenceBoardAt(data, today, space)),
    drafts(plan, space, () => convergenceDraftsAt(data, today)),
  ]
  return { room, documents }
}
