// A link to one text of the room, `/r/CODE#texte=space/draft`: the list opens, and the text in it, once it has arrived.
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

export interface AskedText {
  readonly spaceId: string
  readonly draftId: string
}

/** Undefined where the hash is about something else. */
export function textInHash(hash: string): AskedText | undefined {
  const [, space, draft] = /^#texte=([^/]+)\/([^/]+)$/.exec(hash) ?? []
  try {
    return space && draft
      ? { spaceId: decodeURIComponent(space), draftId: decodeURIComponent(draft) }
      : undefined
  } catch {
    return undefined
  }
}

export function useAskedText(onText: (text: AskedText) => void): void {
  const { hash, key } = useLocation()
  const show = useRef(onText)
  useEffect(() => {
    show.current = onText
  })
  useEffect(() => {
    const asked = textInHash(hash)
    if (!asked) return
    const row = `[data-row="${CSS.escape(`${asked.spaceId}/${asked.draftId}`)}"]`
    const open = (): boolean => {
      const button = document.querySelector<HTMLElement>(`${row} .list-open`)
      if (!button) return false
      show.current(asked)
      if (button.getAttribute('aria-expanded') !== 'true') button.click()
      return true
    }
    if (open()) return
    // The list is filled when its documents have come; a text that was taken away never does.
    const watch = new MutationObserver(() => open() && watch.disconnect())
    watch.observe(document.body, { childList: true, subtree: true })
    // Whoever begins to do something else is left there.
    const leave = (): void => watch.disconnect()
    window.addEventListener('pointerdown', leave, { once: true })
    return () => {
      watch.disconnect()
      window.removeEventListener('pointerdown', leave)
    }
  }, [hash, key])
}
