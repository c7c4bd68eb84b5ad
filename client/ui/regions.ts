// F6 jumps between the page's regions (elements marked `data-region`), Shift+F6 back, as in desktop software.
import { useEffect } from 'react'

const regions = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.getClientRects().length > 0 && !region.closest('[inert]'),
  )

function jump(step: 1 | -1): void {
  const all = regions()
  if (all.length === 0) return
  // The innermost: a region may stand within another, and comes after it.
  const here = all.findLastIndex((region) => region.contains(document.activeElement))
  const next = all[(here + step + all.length + (here < 0 && step < 0 ? 1 : 0)) % all.length]
  if (!next) return
  if (!next.hasAttribute('tabindex')) next.tabIndex = -1
  next.focus()
}

export function useRegionKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
      // A dialog keeps the focus to itself.
      if (document.querySelector('[role=dialog],[role=alertdialog]')) return
      event.preventDefault()
      jump(event.shiftKey ? -1 : 1)
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [])
}
