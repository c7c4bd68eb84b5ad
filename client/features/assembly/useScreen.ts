// Which slide is shown here, and who moves it: keys, a remote control, or whoever leads.
import { useCallback, useEffect, useRef, useState } from 'react'
import { show } from '#client/features/assembly/assemblyApi.ts'
import type { LiveAnswer, ScreenState } from '#shared/assembly/assemblyAnswers.ts'
import { type Deck, type Move, moved, type Slide, slidesOf } from '#shared/assembly/deck.ts'

/** A remote control sends page keys; arrows up and down go from theme to theme. */
const keys: Readonly<Record<string, Move>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  ArrowDown: 'next-theme',
  ArrowUp: 'former-theme',
  Home: 'first',
  End: 'last',
}

/** Longer than the time between two looks at the server, in milliseconds. */
const settles = 6_000

export interface Shown {
  readonly slide: Slide | undefined
  readonly slides: readonly Slide[]
  move(move: Move): void
  go(slideId: string): void
  lay(over: ScreenState['over']): void
}

/** `leads`: what is done here is seen by everybody. Without it one's own screen moves, and only while nobody presents. */
export function useScreen(deck: Deck | undefined, live: LiveAnswer | undefined, leads: boolean): Shown {
  const slides = deck ? slidesOf(deck) : []
  const [own, setOwn] = useState<{ readonly id: string; readonly at: number }>()
  const told = live?.screen.slideId ?? null
  // What was pressed here stands until the server has had the time to tell of it; while nobody presents it stands for good.
  const stands = own !== undefined && (told === null || Date.now() - own.at < settles)
  const id = stands ? own.id : told
  const slide = slides.find((one) => one.id === id) ?? slides[0]
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const send = useCallback((screen: Parameters<typeof show>[0]) => {
    // One after the other: the last press is the last to arrive.
    queue.current = queue.current.then(() => show(screen)).catch(() => undefined)
  }, [])
  const go = useCallback(
    (slideId: string) => {
      setOwn({ id: slideId, at: Date.now() })
      if (leads) send({ slideId, over: null })
    },
    [leads, send],
  )
  const move = (to: Move): void => {
    const next = slide && moved(slides, slide.id, to)
    if (next) go(next.id)
  }
  const lay = (over: ScreenState['over']): void => {
    if (slide && leads) send({ slideId: slide.id, over })
  }
  return { slide, slides, move, go, lay }
}

/** Keys of the whole page, but for what somebody types into a field. */
export function useSlideKeys(move: ((move: Move) => void) | undefined): void {
  useEffect(() => {
    if (!move) return
    const onKey = (event: KeyboardEvent): void => {
      const to = keys[event.key]
      const from = event.target instanceof HTMLElement ? event.target : undefined
      if (!to || event.ctrlKey || event.altKey || event.metaKey) return
      if (from?.closest('input, textarea, select, [role=dialog], [role=alertdialog], [role=radiogroup]'))
        return
      if (event.key === ' ' && from?.closest('button, a, summary')) return
      event.preventDefault()
      move(to)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [move])
}
