// The start of a plan: every sub-group gets its time, and its frame on the room's board or a room of its own.
import { z } from 'zod'
import { Change, type CommandContext } from '#shared/contract/slice.ts'
import type {
  Subgroup,
  SubgroupKind,
  SubgroupPlan,
  SubgroupsState,
} from '#shared/subgroups/subgroupsState.ts'

/** The input of the effect `frames`: what is laid on the room's whiteboard. */
export const framesToLay = z.array(z.object({ id: z.string(), name: z.string() }))
export type FrameToLay = z.output<typeof framesToLay>[number]

export interface Start {
  readonly kind: SubgroupKind
  readonly minutes: number | null
  readonly context: Pick<CommandContext<undefined>, 'now' | 'random'>
}

/** No secret: an id opens nothing without a seat in the sub-group. */
export const aparteRoomId = (groupId: string): string => `${groupId}-r`
export const frameOf = (group: Pick<Subgroup, 'id'>): string => `shape:${group.id}`

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const codeLength = 20

/** [U9] 94 bits from the server's own source, in letters that every room code may have; made of nothing that an answer tells. */
export function secretCode(random: () => number): string {
  let code = ''
  for (let i = 0; i < codeLength; i++) code += letters[Math.floor(random() * letters.length)] ?? 'A'
  return code
}

/** What the effect makes is named in the state beforehand: done again after a crash, it makes nothing twice. */
export function starting(
  state: SubgroupsState,
  plan: SubgroupPlan,
  { kind, minutes, context: { now, random } }: Start,
): Change<SubgroupsState, undefined> {
  const endsAt = minutes === null ? null : now + minutes * 60_000
  const groups = plan.groups.map((group): Subgroup => {
    const timed = { ...group, endsAt, help: null }
    if (kind === 'groups') return { ...timed, frameId: frameOf(group) }
    const room = { id: aparteRoomId(group.id), code: secretCode(random), spaceId: `${group.id}-s` }
    return { ...timed, room }
  })
  const running: SubgroupPlan = {
    ...plan,
    ...{ status: 'running', kind, groups, startedAt: now, endsAt, calledBackAt: null },
  }
  const effect =
    kind === 'groups'
      ? { kind: 'frames', input: groups.map((group) => ({ id: frameOf(group), name: group.name })) }
      : { kind: 'open', input: null }
  return new Change({ ...state, plan: running }, { effects: [effect] })
}
