// The largest letters with which a slide fits its screen: measured step by step, down to what is still read from the last seat.
import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Of the sizes that the design draws; `--least` in assembly.css stops them before they are too small. */
const steps = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46] as const

const overflows = ({ clientHeight, clientWidth, scrollHeight, scrollWidth }: HTMLElement): boolean =>
  scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1

function fit(slide: HTMLElement): void {
  for (const step of steps) {
    slide.style.setProperty('--fit', String(step))
    if (!overflows(slide)) break
  }
  // Said for whoever looks: at the last step a slide scrolls rather than hides a word.
  slide.toggleAttribute('data-overflows', overflows(slide))
}

/** `shown`: changes with what the slide holds. */
export function useFittedSlide(shown: unknown): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown decides how large it may be
  useLayoutEffect(() => {
    const slide = ref.current
    if (!slide) return
    let alive = true
    const again = (): void => {
      if (alive) fit(slide)
    }
    again()
    // Letters of the design take more room than those that stood in for them; pictures come later still.
    void document.fonts.ready.then(again)
    slide.addEventListener('load', again, true)
    const watch = new ResizeObserver(again)
    watch.observe(slide)
    return () => {
      alive = false
      slide.removeEventListener('load', again, true)
      watch.disconnect()
    }
  }, [shown])
  return ref
}
