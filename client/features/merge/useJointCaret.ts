// Follows the caret through the joint text: the passages that its sentence comes from are shown with it.
import { type RefObject, useEffect, useRef } from 'react'
import { sentenceAtCaret } from '#client/features/merge/jointPlaces.ts'
import type { JointSentence } from '#shared/merge/jointText.ts'

/** Milliseconds that the caret rests before it is asked where it stands: never while somebody types. */
const restMs = 250

export function useJointCaret(
  body: RefObject<HTMLElement | null>,
  joint: readonly JointSentence[],
  onSentence: (sentence: JointSentence) => void,
): void {
  const latest = useRef({ joint, onSentence })
  useEffect(() => {
    latest.current = { joint, onSentence }
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      const sentence = body.current && sentenceAtCaret(body.current, latest.current.joint)
      if (sentence) latest.current.onSentence(sentence)
    }
    const moved = (): void => {
      clearTimeout(timer)
      timer = setTimeout(look, restMs)
    }
    document.addEventListener('selectionchange', moved)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', moved)
    }
  }, [body])
}
