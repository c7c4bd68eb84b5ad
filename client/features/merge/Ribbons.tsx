// The ribbons between parents and joint text: what the list of fates says in words, drawn for the eye alone.
import { memo, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useMergeHands } from '#client/features/merge/mergeContext.ts'
import { type Drawing, drawRibbons, nothingDrawn, type Ribbon } from '#client/features/merge/ribbonPaths.ts'
import { wearStyle } from '#client/ui/wear.ts'

/** Dashes by the group's line style, in CSS pixels. */
const dashes = { solid: undefined, dashed: '9 5', dotted: '1 7', double: undefined } as const
const leftOutDashes = '2 6'

export function Ribbons({ body }: { body: RefObject<HTMLElement | null> }) {
  const drawing = useDrawing(body)
  return (
    <svg className="mg-ribbons" aria-hidden="true">
      {drawing.lit.map((line) => (
        <rect key={`${line.x}/${line.y}`} className="mg-lit" rx={4} {...line} />
      ))}
      {[...drawing.ribbons]
        .sort((a, b) => Number(a.isSelected) - Number(b.isSelected))
        .map((ribbon) => (
          <Drawn key={ribbon.key} ribbon={ribbon} />
        ))}
    </svg>
  )
}

const Drawn = memo(
  function Drawn({ ribbon }: { ribbon: Ribbon }) {
    const { path, from, to, wear, look, isSelected } = ribbon
    const isDouble = look !== 'left-out' && wear.line === 'double'
    return (
      <g
        className={`mg-ribbon a ${look}`}
        style={wearStyle(wear)}
        data-selected={isSelected || undefined}
        strokeDasharray={look === 'left-out' ? leftOutDashes : dashes[wear.line]}
      >
        <path d={path} className={isDouble ? 'wide' : ''} />
        {isDouble && <path d={path} className="inner" />}
        <circle cx={from[0]} cy={from[1]} r={4.5} />
        <circle cx={to[0]} cy={to[1]} r={4.5} />
      </g>
    )
  },
  (before, after) =>
    before.ribbon.path === after.ribbon.path &&
    before.ribbon.look === after.ribbon.look &&
    before.ribbon.isSelected === after.ribbon.isSelected &&
    before.ribbon.wear === after.ribbon.wear,
)

/** Drawn again, at most once a frame, when something is scrolled, resized, read anew or selected. */
function useDrawing(body: RefObject<HTMLElement | null>): Drawing {
  const hands = useMergeHands()
  const latest = useRef(hands)
  const [drawing, setDrawing] = useState(nothingDrawn)
  const asked = useRef<() => void>(() => undefined)
  useLayoutEffect(() => {
    latest.current = hands
    asked.current()
  }, [hands])
  useEffect(() => {
    const area = body.current
    if (!area) return
    let frame: number | undefined
    const draw = (): void => {
      frame = undefined
      setDrawing(drawRibbons(area, latest.current))
    }
    const ask = (): void => {
      frame ??= requestAnimationFrame(draw)
    }
    asked.current = ask
    ask()
    const sizes = new ResizeObserver(ask)
    // The joint text grows with each line that somebody types: what stands in the scrolled part is watched, not its frame.
    for (const element of [area, ...area.querySelectorAll('.mg-pane > *, .mg-mid > *, [data-joint]')])
      sizes.observe(element)
    area.addEventListener('scroll', ask, { capture: true, passive: true })
    return () => {
      if (frame !== undefined) cancelAnimationFrame(frame)
      sizes.disconnect()
      area.removeEventListener('scroll', ask, { capture: true })
    }
  }, [body])
  return drawing
}
