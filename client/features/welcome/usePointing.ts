// Draws a dashed line around the things that a step speaks of, for as long as it speaks of them.
import { useEffect } from 'react'

const mark = 'data-visit-here'
/** Rows and bars come and go while people work: looked at again this often, in milliseconds. */
const lookAgain = 500

const isSeen = (element: Element): boolean =>
  element.getClientRects().length > 0 &&
  !element.closest('[inert]') &&
  getComputedStyle(element).visibility === 'visible'

export function usePointing(selectors: readonly string[]): void {
  useEffect(() => {
    const point = (): void => {
      const here = new Set(
        selectors.flatMap((selector) => [...document.querySelectorAll(selector)].find(isSeen) ?? []),
      )
      for (const element of document.querySelectorAll(`[${mark}]`))
        if (!here.has(element)) element.removeAttribute(mark)
      for (const element of here) element.setAttribute(mark, '')
    }
    point()
    const timer = setInterval(point, lookAgain)
    return () => {
      clearInterval(timer)
      for (const element of document.querySelectorAll(`[${mark}]`)) element.removeAttribute(mark)
    }
  }, [selectors])
}
