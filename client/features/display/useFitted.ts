// What stands on the wall is never cut: where a part has more to say than it has room for, its letters grow smaller, to a limit.
import { useEffect, useRef } from 'react'

/** From full size down, in steps that an eye does not notice one by one; below the last, nobody could read it from a chair. */
const sizes = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52] as const

/** To be put on the element whose children share the room. */
export function useFitted() {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const parts = box.current
    if (!parts) return
    const fit = (): void => {
      for (const part of parts.children) if (part instanceof HTMLElement) fitPart(part)
    }
    const resized = new ResizeObserver(fit)
    resized.observe(parts)
    // Attributes are left out: the size that is set here is one.
    const changed = new MutationObserver(fit)
    changed.observe(parts, { childList: true, subtree: true, characterData: true })
    void document.fonts.ready.then(fit)
    return () => {
      resized.disconnect()
      changed.disconnect()
    }
  }, [])
  return box
}

function fitPart(part: HTMLElement): void {
  for (const size of sizes) {
    part.style.setProperty('zoom', String(size))
    if (part.scrollHeight <= part.clientHeight + 1 && part.scrollWidth <= part.clientWidth + 1) return
  }
}
