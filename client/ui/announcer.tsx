// Says things to screen readers: politely (arrivals, steps) or at once (the line is lost). Never the keystrokes of others.
import { useSyncExternalStore } from 'react'
import { addSaid, type SaidLine } from '#client/ui/saidLines.ts'

type Urgency = 'polite' | 'assertive'

let said: Readonly<Record<Urgency, readonly SaidLine[]>> = { polite: [], assertive: [] }
const listeners = new Set<() => void>()

/** Reads a sentence aloud to those who listen to the page. */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  said = { ...said, [urgency]: addSaid(said[urgency], text, Date.now()) }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * The two live regions; once per page, outside everything that a dialog hides. Each sentence is an element of its own:
 * what is said next is read after it and never takes its place before it was heard.
 */
export function Announcer() {
  const now = useSyncExternalStore(subscribe, () => said)
  return (
    <div className="sr" data-live-announcer="true">
      <div aria-live="polite" aria-relevant="additions">
        {now.polite.map(spoken)}
      </div>
      <div aria-live="assertive" aria-relevant="additions">
        {now.assertive.map(spoken)}
      </div>
    </div>
  )
}

const spoken = ({ id, text }: SaidLine) => <p key={id}>{text}</p>
