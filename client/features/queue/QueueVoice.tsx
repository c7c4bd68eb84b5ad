// Says the queue to screen readers and listens to its key; once per room, whatever is shown.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { handOf, moveHand } from '#client/features/queue/HandButton.tsx'
import { type ShownQueue, useQueue } from '#client/features/queue/useQueue.ts'
import { useQueueActs } from '#client/features/queue/useQueueActs.ts'
import { announce } from '#client/ui/announcer.tsx'

export function QueueVoice() {
  const queue = useQueue()
  useSaidTurns(queue)
  useHandKey(queue)
  return null
}

/** At once when it is one's own turn; politely who speaks, who is next, and how the floor goes round. */
function useSaidTurns(queue: ShownQueue | undefined): void {
  const { t } = useTranslation('queue')
  const before = useRef<ShownQueue>(undefined)
  useEffect(() => {
    const last = before.current
    before.current = queue
    // What was there on arriving is on the screen, and no news.
    if (!last || !queue) return
    const { speaking, next, ownSeats, view } = queue
    const polite: string[] = []
    if (view.speaking?.id !== last.view.speaking?.id) {
      if (speaking?.isOwn)
        announce(ownSeats.length === 1 ? t('yourTurn') : t('turnOf', { name: speaking.name }), 'assertive')
      else polite.push(speaking ? t('saidSpeaks', { name: speaking.name }) : t('saidFree'))
      if (next && !next.isOwn) polite.push(t('saidNext', { name: next.name }))
    }
    if (next?.isOwn && next.seatId !== last.next?.seatId)
      polite.push(`${ownSeats.length === 1 ? t('youAreNext') : t('isNext', { name: next.name })}.`)
    const alternates = ({ view: { alternate } }: ShownQueue): boolean => alternate.sides || alternate.antennas
    if (alternates(queue) !== alternates(last))
      polite.push(t(alternates(queue) ? 'saidAlternates' : 'saidInOrder'))
    if (Boolean(view.round) !== Boolean(last.view.round))
      polite.push(t(view.round ? 'saidRound' : 'saidRoundOver'))
    if (polite.length > 0) announce(polite.join(' '))
  }, [queue, t])
}

/** Alt+Maj+P, also while typing: no keyboard writes anything anybody wants with it. For the device's first seat. */
function useHandKey(queue: ShownQueue | undefined): void {
  const { t } = useTranslation('queue')
  const acts = useQueueActs()
  useEffect(() => {
    const seat = queue?.ownSeats[0]
    if (!queue || !seat) return
    const onKey = (event: KeyboardEvent): void => {
      if (!isHandKey(event) || event.repeat) return
      event.preventDefault()
      const wasUp = handOf(queue, seat.id) === 'up'
      const wasDown = handOf(queue, seat.id) === 'down'
      void moveHand(queue, acts, seat.id).then((done) => {
        if (done && (wasUp || wasDown)) announce(t(wasUp ? 'saidLowered' : 'saidAsked'))
      })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [queue, acts, t])
}

/** The letter P where the layout has one; its place where Alt makes another sign of it, as on a Mac. */
function isHandKey({ altKey, shiftKey, ctrlKey, metaKey, key, code }: KeyboardEvent): boolean {
  if (!altKey || !shiftKey || ctrlKey || metaKey) return false
  return key.toLowerCase() === 'p' || (code === 'KeyP' && !/^[a-z]$/i.test(key))
}
