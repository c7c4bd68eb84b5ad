// Where the focus goes when what had it is taken away: to the nearest part of the page that is still there, never to nowhere.
import { useEffect } from 'react'

/** What a screen reader names or enters as one thing. */
const parts = 'section, form, li, article, fieldset, details, td, [role="region"], [role="group"], main'

const upFrom = (from: HTMLElement): HTMLElement[] => {
  const path: HTMLElement[] = []
  for (let at: HTMLElement | null = from; at; at = at.parentElement) path.push(at)
  return path
}

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body

function takeFocus(part: HTMLElement): void {
  if (!part.hasAttribute('tabindex')) {
    part.setAttribute('tabindex', '-1')
    part.addEventListener('blur', () => part.removeAttribute('tabindex'), { once: true })
  }
  part.focus({ preventScroll: true })
}

/**
 * A button that was pressed and is gone, a form that was sent, a dialog whose opener is no longer there: the next Tab goes on from
 * where they stood. Whoever clicked beside everything keeps that: their last place is still on the page.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let here: readonly HTMLElement[] = []
    let outside = here
    let frame = 0
    const note = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return
      here = upFrom(target)
      if (!target.closest('[role="dialog"], [role="alertdialog"]')) outside = here
    }
    const mend = (): void => {
      if (!isNowhere() || here[0]?.isConnected !== false) return
      const left = [...here, ...outside].find((one) => one.isConnected && one.matches(parts))
      if (left) takeFocus(left)
    }
    const look = (): void => {
      if (!isNowhere() || here[0]?.isConnected !== false) return
      cancelAnimationFrame(frame)
      // A dialog that closes gives its focus back one frame later.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(mend)
      })
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', note)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', note)
      cancelAnimationFrame(frame)
    }
  }, [])
}
