// Places in the queue and their reasons, in words.
import type { TFunction } from 'i18next'
import type { QueueLine, ShownQueue } from '#client/features/queue/useQueue.ts'

type Words = TFunction<'queue'>

/** « passe avant : à distance, 3 tours d’attente »; undefined where somebody stands in the order of arrival. */
export function whyWords(t: Words, { why }: QueueLine): string | undefined {
  if (why.kind === 'arrival') return undefined
  if (why.kind !== 'side') return t(`why.${why.kind}`)
  const { side, turns: count } = why
  if (count === 0) return t(side === 'room' ? 'why.sideRoomTurn' : 'why.sideRemoteTurn')
  return t(side === 'room' ? 'why.sideRoom' : 'why.sideRemote', { count })
}

export const whereWords = (t: Words, { side }: Pick<QueueLine, 'side'>): string =>
  t(side === 'room' ? 'inRoom' : 'remote')

/** How the floor goes round, in one line. */
export function wayWords(t: Words, { view, waiting }: ShownQueue): string {
  const { sides, antennas } = view.alternate
  if (view.round) return t('roundLeft', { count: waiting.length })
  if (sides) return t(antennas ? 'bothWays' : 'sidesWay')
  return t(antennas ? 'antennasWay' : 'inOrder')
}

/** « 1:12 ». */
export function clockWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
