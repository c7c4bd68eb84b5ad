// What people have chosen or typed and not yet sent: it outlives the form, a change of screen and the closing of the question.
import { useSyncExternalStore } from 'react'
import type { Answer } from '#shared/decision/answer.ts'

export interface AnswerPlace {
  readonly decisionId: string
  readonly round: number
  readonly seatId: string
}

const unsent = new Map<string, Answer>()
const listeners = new Set<() => void>()
/** Drafts of answers remembered on this page. */
const most = 40

const keyOf = ({ decisionId, round, seatId }: AnswerPlace): string => `${decisionId}/${round}/${seatId}`

export function keepUnsent(place: AnswerPlace, answer: Answer | null): void {
  const key = keyOf(place)
  unsent.delete(key)
  if (answer) unsent.set(key, answer)
  const oldest = unsent.keys().next()
  if (unsent.size > most && !oldest.done) unsent.delete(oldest.value)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useUnsent = (place: AnswerPlace): Answer | undefined =>
  useSyncExternalStore(subscribe, () => unsent.get(keyOf(place)))

/** Words that were typed for a question or a round that is over: key -> words. */
export function leftWords(
  current: { readonly id: string; readonly round: number } | null,
): readonly (readonly [string, string])[] {
  const stands = current ? `${current.id}/${current.round}/` : null
  return [...unsent].flatMap(([key, answer]) => {
    if (stands !== null && key.startsWith(stands)) return []
    const words = answer.kind === 'consent' ? answer.words : answer.comment
    return words.trim() === '' ? [] : [[key, words] as const]
  })
}

export function forget(key: string): void {
  unsent.delete(key)
  for (const listener of listeners) listener()
}

let changes = 0
listeners.add(() => {
  changes += 1
})
/** Re-renders when something was kept or forgotten. */
export const useUnsentChanges = (): number => useSyncExternalStore(subscribe, () => changes)
