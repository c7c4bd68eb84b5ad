// A note that keeps itself: only what somebody typed here is sent, also when the next slide comes before they paused.
import { useCallback, useEffect, useRef, useState } from 'react'
import { keepNote } from '#client/features/assembly/assemblyApi.ts'

/** Milliseconds without a key before what was typed is kept. */
const pause = 700

export interface KeptNote {
  readonly text: string
  readonly failed: boolean
  write(text: string): void
}

/** `kept`: as the server tells it; another desk's words come in while nothing is typed here. */
export function useKeptNote(slideId: string, kept: string): KeptNote {
  const [typed, setTyped] = useState<string>()
  const [failed, setFailed] = useState(false)
  const unsent = useRef<string>(undefined)
  const send = useCallback(() => {
    const text = unsent.current
    if (text === undefined) return
    unsent.current = undefined
    keepNote(slideId, text).then(
      () => setFailed(false),
      () => {
        unsent.current ??= text
        setFailed(true)
      },
    )
  }, [slideId])
  useEffect(() => {
    if (typed === undefined) return
    const timer = setTimeout(send, pause)
    return () => clearTimeout(timer)
  }, [send, typed])
  // The last words before the next slide are words too.
  useEffect(() => send, [send])
  const write = (text: string): void => {
    unsent.current = text
    setTyped(text)
  }
  return { text: typed ?? kept, failed, write }
}
