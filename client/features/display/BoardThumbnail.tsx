// The whole whiteboard as a small picture without tldraw: where things are, and the titles of the cards.
import { LayoutDashboard } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveRoom, useLiveRoomChanges, useYjs } from '#client/live/useLiveRoom.tsx'
import { readDrafts } from '#shared/draft/draftModel.ts'
import { type BoardList, type ListItem, readBoard } from '#shared/whiteboard/listView.ts'
import type { Box } from '#shared/whiteboard/pageGeometry.ts'

/** Page units around what is shown. */
const margin = 60

export function BoardThumbnail() {
  const { t } = useTranslation('display')
  const heading = useId()
  const room = useLiveRoomChanges(useLiveRoom())
  const board = useYjs(room.whiteboard.doc, () => readBoard(room.whiteboard.doc))
  const around = extentOf(board)
  const titleOf = (spaceId: string, draftId: string): string => {
    const doc = room.draftsOf(spaceId)?.doc
    return (doc && readDrafts(doc).find(({ id }) => id === draftId)?.title) ?? ''
  }
  return (
    <section className="display-board" aria-labelledby={heading}>
      <h2 id={heading}>
        <LayoutDashboard className="i" aria-hidden="true" />
        {t('board')}
      </h2>
      {around ? (
        <svg
          viewBox={`${around.x} ${around.y} ${around.w} ${around.h}`}
          preserveAspectRatio="xMidYMid meet"
          aria-hidden="true"
        >
          {board.sections.map(({ frame }) => frame && <FrameShape key={frame.id} {...frame} />)}
          {[...board.items.values()].map((item) => (
            <ItemShape key={item.id} item={item} titleOf={titleOf} />
          ))}
        </svg>
      ) : (
        <p className="display-empty">{t('boardEmpty')}</p>
      )}
    </section>
  )
}

function extentOf(board: BoardList): Box | undefined {
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

const FrameShape = ({ box, name }: { box: Box; name: string }) => (
  <g>
    <rect className="display-frame" x={box.x} y={box.y} width={box.w} height={box.h} rx={12} />
    <text className="display-frame-name" x={box.x} y={box.y - 16}>
      {name}
    </text>
  </g>
)

function ItemShape({
  item,
  titleOf,
}: {
  item: ListItem
  titleOf: (spaceId: string, draftId: string) => string
}) {
  const { x, y, w, h } = item.box
  if (item.kind === 'note')
    return (
      <rect className={`display-note display-note-${item.colour}`} x={x} y={y} width={w} height={h} rx={6} />
    )
  if (item.kind !== 'card')
    return (
      <rect className="display-other" x={x} y={y} width={Math.max(w, 4)} height={Math.max(h, 4)} rx={6} />
    )
  return (
    <g>
      <rect className="display-card" x={x} y={y} width={w} height={h} rx={14} />
      <foreignObject x={x} y={y} width={w} height={h}>
        <div className="display-card-title">{titleOf(item.spaceId, item.draftId)}</div>
      </foreignObject>
    </g>
  )
}
