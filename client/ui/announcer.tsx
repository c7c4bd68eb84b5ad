// Says things to screen readers: politely (arrivals, steps) or at once (the line is lost). Never the keystrokes of others.
import { useSyncExternalStore } from 'react'

type Urgency = 'polite' | 'assertive'
interface Said {
  readonly text: string
  /** Alternates a trailing no-break space, so that the same words said twice are read twice. */
  readonly turn: number
}

let said: Readonly<Record<Urgency, Said>> = {
  polite: { text: '', turn: 0 },
  assertive: { text: '', turn: 0 },
}
const listeners = new Set<() => void>()

/** Reads a sentence aloud to those who listen to the page. */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  said = { ...said, [urgency]: { text, turn: said[urgency].turn + 1 } }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The two live regions; once per page, outside everything that a dialog hides. */
export function Announcer() {
  const now = useSyncExternalStore(subscribe, () => said)
  return (
    <div className="sr" data-live-announcer="true">
      <div aria-live="polite" aria-atomic="true">
        {spoken(now.polite)}
      </div>
      <div aria-live="assertive" aria-atomic="true">
        {spoken(now.assertive)}
      </div>
    </div>
  )
}

const spoken = ({ text, turn }: Said): string => (turn % 2 === 0 ? text : `${text}\u00a0`)
