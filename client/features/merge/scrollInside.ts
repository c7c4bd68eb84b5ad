// Brings something into sight within its own pane alone: the page around it, which only clips, must never be scrolled along.

/** Kept free above and below, in CSS pixels: the strip at the top of a pane lies over its text. */
const margin = 16

export function scrollInside(element: Element | null | undefined, where: 'nearest' | 'center'): void {
  const pane = element?.closest('.mg-side, .mg-mid')
  const scrolled = pane && pane.scrollHeight > pane.clientHeight + 1 ? pane : element?.closest('.mg-body')
  if (!element || !scrolled) return
  const [here, sight] = [element.getBoundingClientRect(), scrolled.getBoundingClientRect()]
  const above = here.top - sight.top - margin
  const below = here.bottom - sight.bottom + margin
  if (where === 'center') scrolled.scrollTop += here.top + here.height / 2 - sight.top - sight.height / 2
  else if (above < 0) scrolled.scrollTop += above
  else if (below > 0) scrolled.scrollTop += Math.min(below, above)
}
