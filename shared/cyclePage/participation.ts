// How many took part in sessions, in the room and at a distance, and what going online changed. Pure.
import type { SessionMode } from '#shared/home/home.ts'

/** What one group brought to one session. */
export interface Attended {
  readonly sessionId: string
  readonly groupId: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly mode: SessionMode | null
  readonly room: number
  readonly remote: number
}

/** Averages of the sessions of a month, or of a year where a cycle is very long. */
export interface ParticipationPoint {
  /** `YYYY-MM` or `YYYY`. */
  readonly from: string
  readonly sessions: number
  readonly room: number
  readonly remote: number
}

export interface OnlineDrop {
  /** `YYYY-MM-DD` of the first session that was held online. */
  readonly since: string
  /** Groups that met in a room before and have met online since, and those of them where fewer came. */
  readonly groups: number
  readonly fewer: number
  /** People of one group in one session, on average. */
  readonly before: number
  readonly after: number
}

export interface Participation {
  readonly points: readonly ParticipationPoint[]
  /** Null where no group went online after it had met in a room. */
  readonly online: OnlineDrop | null
}

/** Points that fit a phone. */
const mostPoints = 18

const mean = (counts: readonly number[]): number =>
  counts.length === 0 ? 0 : counts.reduce((sum, one) => sum + one, 0) / counts.length
const inAll = ({ room, remote }: Attended): number => room + remote

export const participation = (attended: readonly Attended[]): Participation => ({
  points: points(attended),
  online: onlineDrop(attended),
})

function points(attended: readonly Attended[]): ParticipationPoint[] {
  const monthly = buckets(attended, 7)
  const shown = monthly.size > mostPoints ? buckets(attended, 4) : monthly
  return [...shown]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(-mostPoints)
    .map(([from, ofThem]) => {
      // Two groups that meet are one session with the people of both.
      const sessions = new Set(ofThem.map(({ sessionId }) => sessionId)).size
      const perSession = (side: 'room' | 'remote'): number =>
        ofThem.reduce((sum, one) => sum + one[side], 0) / sessions
      return { from, sessions, room: perSession('room'), remote: perSession('remote') }
    })
}

/** By the first letters of the date. */
function buckets(attended: readonly Attended[], letters: number): Map<string, Attended[]> {
  const found = new Map<string, Attended[]>()
  for (const one of attended) {
    const from = one.date.slice(0, letters)
    found.set(from, [...(found.get(from) ?? []), one])
  }
  return found
}

/**
 * [P1] A group went online when its sessions since some day were all online and there was a room before: a single evening online
 * between two in the room is no such thing. [P2] Groups that never had a room, or still have one, are not compared.
 */
function onlineDrop(attended: readonly Attended[]): OnlineDrop | null {
  const groups = new Map<string, Attended[]>()
  for (const one of attended) groups.set(one.groupId, [...(groups.get(one.groupId) ?? []), one])
  const compared = [...groups.values()].flatMap((ofGroup) => {
    const inOrder = [...ofGroup].sort((a, b) => (a.date < b.date ? -1 : 1))
    const last = inOrder.findLastIndex(({ mode }) => mode !== 'online')
    const [before, after] = [inOrder.slice(0, last + 1), inOrder.slice(last + 1)]
    return before.length > 0 && after.length > 0 ? [{ before, after }] : []
  })
  const since = compared.map(({ after }) => after[0]?.date ?? '').sort()[0]
  if (since === undefined) return null
  const average = (side: 'before' | 'after'): number => mean(compared.flatMap((one) => one[side].map(inAll)))
  return {
    since,
    groups: compared.length,
    fewer: compared.filter(({ before, after }) => mean(after.map(inAll)) < mean(before.map(inAll))).length,
    ...{ before: average('before'), after: average('after') },
  }
}

/** Sessions that say whether a group has become small, and below how many people it is. */
const lately = 3
const few = 6

/** [P3] People of a group on average in its last three sessions; null where fewer than two were held. */
export function latelyOf(ofGroup: readonly Attended[]): number | null {
  if (ofGroup.length < 2) return null
  return mean(
    [...ofGroup]
      .sort((a, b) => (a.date < b.date ? -1 : 1))
      .slice(-lately)
      .map(inAll),
  )
}

export const isFew = (average: number | null): boolean => average !== null && average < few
