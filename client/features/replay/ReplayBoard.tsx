// The board at that instant as a picture to look at: nothing in it can be touched. The lists beside it say the same in words.
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { type PointerEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BoardShapes } from '#client/features/replay/BoardShapes.tsx'
import type { ReplayChange } from '#shared/replay/changesBetween.ts'
import { notesOf, type RoomInstant } from '#shared/replay/roomInstant.ts'
import type { Box } from '#shared/whiteboard/pageGeometry.ts'

/** Page units around what is shown. */
const margin = 60
/** The smallest part of the board that may fill the picture, in page units. */
const closest = 200

export function ReplayBoard({
  instant,
  changes,
}: {
  instant: RoomInstant
  changes: readonly ReplayChange[]
}) {
  const { t } = useTranslation('replay')
  // The place stays while time goes on; the whole board is shown until somebody looks closer.
  const [chosen, setChosen] = useState<Box>()
  const whole = useMemo(() => extentOf(instant), [instant])
  const fresh = useMemo(
    () =>
      new Set(changes.flatMap(({ kind, id }) => (kind === 'note-new' || kind === 'note-changed' ? id : []))),
    [changes],
  )
  const box = chosen ?? whole
  const frames = instant.board.sections.flatMap(({ frame }) => frame ?? [])
  if (!whole || !box) return <p className="replay-board-empty muted">{t('boardEmpty')}</p>
  const zoom = (by: number): void => setChosen(zoomed(box, by))
  return (
    <section className="replay-board" aria-label={t('board')}>
      <div className="replay-board-tools">
        <label>
          <span className="sr">{t('lookAt')}</span>
          <select
            className="input"
            value=""
            onChange={({ target }) => setChosen(frames.find(({ id }) => id === target.value)?.box)}
          >
            <option value="">{t('lookAt')}</option>
            {frames.map((frame) => (
              <option key={frame.id} value={frame.id}>
                {frame.name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="btn icon" aria-label={t('closer')} onClick={() => zoom(0.7)}>
          <ZoomIn className="i" aria-hidden="true" />
        </button>
        <button type="button" className="btn icon" aria-label={t('further')} onClick={() => zoom(1 / 0.7)}>
          <ZoomOut className="i" aria-hidden="true" />
        </button>
        <button
          type="button"
          className="btn icon"
          aria-label={t('wholeBoard')}
          aria-pressed={chosen === undefined}
          onClick={() => setChosen(undefined)}
        >
          <Maximize className="i" aria-hidden="true" />
        </button>
      </div>
      <Picture box={box} onBox={setChosen} label={t('boardPicture', { count: notesOf(instant).length })}>
        <BoardShapes instant={instant} fresh={fresh} />
      </Picture>
    </section>
  )
}

interface PictureProps {
  readonly box: Box
  readonly onBox: (box: Box) => void
  readonly label: string
  readonly children: React.ReactNode
}

function Picture({ box, onBox, label, children }: PictureProps) {
  const svg = useRef<SVGSVGElement>(null)
  const held = useRef<{ x: number; y: number; box: Box }>(undefined)
  const onDown = (event: PointerEvent): void => {
    svg.current?.setPointerCapture(event.pointerId)
    held.current = { x: event.clientX, y: event.clientY, box }
  }
  const onMove = (event: PointerEvent): void => {
    const [from, place] = [held.current, svg.current?.getBoundingClientRect()]
    if (!from || !place) return
    const scale = Math.max(from.box.w / place.width, from.box.h / place.height)
    const [dx, dy] = [(event.clientX - from.x) * scale, (event.clientY - from.y) * scale]
    onBox({ ...from.box, x: from.box.x - dx, y: from.box.y - dy })
  }
  const onUp = (): void => {
    held.current = undefined
  }
  return (
    <svg
      ref={svg}
      role="img"
      aria-label={label}
      viewBox={`${box.x} ${box.y} ${box.w} ${box.h}`}
      preserveAspectRatio="xMidYMid meet"
      onPointerDown={onDown}
      onPointerMove={onMove}
      onPointerUp={onUp}
      onPointerCancel={onUp}
    >
      {children}
    </svg>
  )
}

const zoomed = ({ x, y, w, h }: Box, by: number): Box => {
  const factor = Math.max(by, closest / Math.max(w, h))
  return { x: x + (w - w * factor) / 2, y: y + (h - h * factor) / 2, w: w * factor, h: h * factor }
}

function extentOf({ board }: RoomInstant): Box | undefined {
  const boxes = [
    ...[...board.items.values()].map(({ box }) => box),
    ...board.sections.flatMap(({ frame }) => (frame ? [frame.box] : [])),
  ]
  if (boxes.length === 0) return undefined
  const left = Math.min(...boxes.map(({ x }) => x)) - margin
  const top = Math.min(...boxes.map(({ y }) => y)) - margin
  const right = Math.max(...boxes.map(({ x, w }) => x + w)) + margin
  const bottom = Math.max(...boxes.map(({ y, h }) => y + h)) + margin
  return { x: left, y: top, w: right - left, h: bottom - top }
}
