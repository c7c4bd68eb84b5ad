// Asks what is close once the words have come to rest; a slow or failing answer changes nothing on the screen.
import { useEffect, useState } from 'react'
import { type DraftInRoom, readSimilar } from '#client/features/similar/similarApi.ts'
import type { SimilarAnswer } from '#shared/similar/similarAnswer.ts'

/** Milliseconds without a change until the server is asked: what is written is on its disk by then. */
export const restsAfter = 4_000

/**
 * The last answer for this draft; undefined before the first. `watch` is told of each change of the words without a render, and
 * must stay the same from one render to the next.
 */
export function useSimilar(
  { code, spaceId, draftId }: DraftInRoom,
  watch: (changed: () => void) => () => void,
): SimilarAnswer | undefined {
  const key = `${code}/${spaceId}/${draftId}`
  const [known, setKnown] = useState<{ readonly key: string; readonly answer: SimilarAnswer }>()
  useEffect(() => {
    const draft = { code, spaceId, draftId }
    let asking: AbortController | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async (): Promise<void> => {
      const mine = new AbortController()
      asking = mine
      try {
        const answer = await readSimilar(draft, mine.signal)
        if (!mine.signal.aborted) setKnown({ key, answer })
      } catch {
        // Offline, slow or refused: nobody waits for a suggestion. The next change asks again.
      }
    }
    const later = (): void => {
      clearTimeout(timer)
      asking?.abort()
      timer = setTimeout(() => void ask(), restsAfter)
    }
    const stop = watch(later)
    void ask()
    window.addEventListener('online', later)
    return () => {
      stop()
      clearTimeout(timer)
      asking?.abort()
      window.removeEventListener('online', later)
    }
  }, [key, code, spaceId, draftId, watch])
  return known?.key === key ? known.answer : undefined
}
