// Remarks as their text reads: in the order of their passages, each with the words that stand there now.
import { useEffect, useMemo, useState } from 'react'
import type * as Y from 'yjs'
import { whenIdle } from '#client/features/remark/whenIdle.ts'
import type { LiveDocument } from '#client/live/liveRoom.ts'
import { draftsOf } from '#shared/draft/draftModel.ts'
import { passageOf, textsIn, wordsOf } from '#shared/remark/anchor.ts'
import { type Remark, remarkPlaces } from '#shared/remark/remark.ts'

/** `whole`: no passage was meant; `stands`: as it was quoted; `changed`: other words; `gone`: none are left. */
export type PassageState = 'whole' | 'stands' | 'changed' | 'gone'

export interface PlacedRemark {
  readonly remark: Remark
  readonly passage: PassageState
  /** The words that stand there now; empty where none do. */
  readonly words: string
}

/** Read again when the words have come to rest, never within a keystroke. */
export function usePlacedRemarks(
  live: LiveDocument | undefined,
  draftId: string,
  remarks: readonly Remark[] | undefined,
): readonly PlacedRemark[] {
  const rested = useRest(live, draftId)
  return useMemo(() => {
    void rested
    return placedRemarks(live?.doc, draftId, remarks ?? [])
  }, [live, draftId, remarks, rested])
}

export function placedRemarks(
  doc: Y.Doc | undefined,
  draftId: string,
  remarks: readonly Remark[],
): readonly PlacedRemark[] {
  const draft = doc && draftsOf(doc).get(draftId)
  return remarks
    .map((remark) => {
      const { anchor } = remark
      const pieces = draft && anchor ? passageOf(draft, anchor) : undefined
      const [first] = pieces ?? []
      const words = pieces ? wordsOf(pieces) : ''
      const place = anchor ? placeRank(anchor.place) : -1
      const rank = draft && anchor && first ? textsIn(draft, anchor.place).indexOf(first.text) : noRank
      return {
        remark,
        passage: stateOf(remark, words),
        words,
        order: [place, rank, first?.from ?? 0, remark.at],
      }
    })
    .sort((a, b) => compared(a.order, b.order))
    .map(({ remark, passage, words }) => ({ remark, passage, words }))
}

/** Passages that are gone stand behind the others of their place. */
const noRank = Number.MAX_SAFE_INTEGER

const placeRank = (place: string): number => {
  const known = (remarkPlaces as readonly string[]).indexOf(place)
  return known < 0 ? remarkPlaces.length : known
}

function stateOf({ anchor, cameFrom }: Remark, words: string): PassageState {
  if (!anchor) return cameFrom?.quote ? 'gone' : 'whole'
  if (words.replaceAll('\n', '') === '') return 'gone'
  return words === anchor.quote ? 'stands' : 'changed'
}

function compared(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? 0
    if (value !== other) return value - other
  }
  return 0
}

/** Milliseconds after the last change until the list is read again. */
const restsAfter = 350

/** Rises when the words of a draft have come to rest. */
function useRest(live: LiveDocument | undefined, draftId: string): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const draft = live && draftsOf(live.doc).get(draftId)
    if (!draft) return
    const soon = whenIdle(() => setCount((was) => was + 1))
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => soon.ask(false), restsAfter)
    }
    draft.observeDeep(later)
    return () => {
      clearTimeout(timer)
      soon.cancel()
      draft.unobserveDeep(later)
    }
  }, [live, draftId])
  return count
}
