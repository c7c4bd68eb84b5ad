// What a group is told of its joint sessions, and the days that would suit it and others.
import { todayOf } from '#server/features/home/day.ts'
import { roomGroups, roomGroupsOf } from '#server/features/home/roomGroups.ts'
import { jointRoomId } from '#server/features/joint/jointRooms.ts'
import type { KeptInvitation } from '#server/ports/jointRecords.ts'
import type { Deps } from '#server/transport/deps.ts'
import { type Invitation, invitedOf } from '#shared/joint/invitation.ts'
import type { ShownAnswer, ShownInvitation } from '#shared/joint/jointAnswers.ts'
import { type ProposedDay, proposeDays } from '#shared/joint/proposeDays.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export type JointPageDeps = Pick<Deps, 'store' | 'demo' | 'now'>

/** How long what came to nothing is still shown, in milliseconds; and how many days are proposed at once. */
const shownAfter = 30 * 86_400_000
const proposed = 6

/** As the group that looks sees it. */
export async function shownInvitation(
  { store }: Pick<JointPageDeps, 'store'>,
  { invitation }: KeptInvitation,
  groupId: string,
): Promise<ShownInvitation> {
  const { agreed, answers, days, durationMin, fromGroupId, id, madeBy, status, subject, template, word } =
    invitation
  const known = new Map((await roomGroupsOf(store, invitation.groupIds)).map((group) => [group.id, group]))
  const named = (ids: readonly string[]): RoomGroup[] => ids.flatMap((one) => known.get(one) ?? [])
  const room = agreed ? await store.rooms.room(jointRoomId(id)) : undefined
  const from = known.get(fromGroupId) ?? missingGroup(fromGroupId)
  return {
    ...{ id, subject, template, durationMin, days, word, status, madeBy, from },
    groups: named(agreed ? agreed.groupIds : invitation.groupIds),
    answers: invitedOf(invitation).flatMap((one): ShownAnswer[] => {
      const group = known.get(one)
      return group ? [{ group, ...answerShown(answers[one]) }] : []
    }),
    agreed: agreed?.day ?? null,
    // A group that was left out knows that the others meet, and not where.
    roomCode: agreed?.groupIds.includes(groupId) ? (room?.code ?? null) : null,
    isInviter: groupId === fromGroupId,
  }
}

/** A group that an import has taken away since. */
const missingGroup = (id: string): RoomGroup => ({
  ...{ id, code: '', place: '', theme: '' },
  wear: { ink: 'ardoise', pattern: 'plain', line: 'solid', initials: '' },
})

function answerShown(answer: Invitation['answers'][string] | undefined): Omit<ShownAnswer, 'group'> {
  switch (answer?.kind) {
    case 'accepted':
      return { kind: 'accepted', days: [answer.day], word: '' }
    case 'proposed':
      return { kind: 'proposed', days: answer.days, word: answer.word }
    case 'declined':
      return { kind: 'declined', days: [], word: answer.word }
    default:
      return { kind: 'waiting', days: [], word: '' }
  }
}

/** Open ones, those to come, and what ended lately; newest first. */
export async function invitationsOf(deps: JointPageDeps, groupId: string): Promise<ShownInvitation[]> {
  const [kept, today] = await Promise.all([deps.store.jointRecords.invitationsOf(groupId), todayOf(deps)])
  const shown = kept.filter(({ invitation: { agreed, madeAt, status } }) =>
    status === 'open' || (agreed && agreed.day.date >= today) ? true : deps.now() - madeAt < shownAfter,
  )
  return Promise.all(shown.map((one) => shownInvitation(deps, one, groupId)))
}

/** Every other group of the cycle, in its order. */
export async function groupsToInvite({ store }: JointPageDeps, groupId: string): Promise<RoomGroup[]> {
  return [...(await roomGroups(store)).values()].filter(({ id }) => id !== groupId)
}

/** Ids that the cycle does not know are left out. */
export async function daysFor(deps: JointPageDeps, groupIds: readonly string[]): Promise<ProposedDay[]> {
  const { cycle, jointRecords } = deps.store
  const today = await todayOf(deps)
  const [about, groups, sessions] = await Promise.all([
    cycle.about({ before: today }),
    cycle.groups({ before: today }),
    cycle.sessions({ before: today }),
  ])
  const kept = await Promise.all(groupIds.map((id) => jointRecords.invitationsOf(id)))
  const agreed = kept.flat().flatMap(({ invitation }) => invitation.agreed ?? [])
  return proposeDays(
    {
      ...{ groupIds, today, until: about?.cycle.end ?? null },
      sessions: [
        ...sessions.map((one) => ({ ...one, startTime: one.startTime ?? '' })),
        ...agreed.map(({ day, groupIds: of }) => ({ ...day, groupIds: of })),
      ],
      members: new Map(
        groups.map(({ facilitatorIds, id, memberIds }) => [id, [...memberIds, ...facilitatorIds]]),
      ),
    },
    proposed,
  )
}
