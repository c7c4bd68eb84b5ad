// The shapes of a board as SVG: frames, notes and cards with their words, texts, pictures, drawings, arrows.
import { BoardArrows } from '#client/features/replay/BoardArrows.tsx'
import { DrawnStroke } from '#client/features/replay/DrawnStroke.tsx'
import type { ReadDraft } from '#shared/draft/draftModel.ts'
import type { RoomInstant } from '#shared/replay/roomInstant.ts'
import type { ListCard, ListFrame, ListItem, ListNote } from '#shared/whiteboard/listView.ts'
import { noteFoot, noteLayout, noteLineHeight, notePadding } from '#shared/whiteboard/noteLayout.ts'

export interface BoardShapesProps {
  readonly instant: RoomInstant
  /** Ids of notes that are new or changed since the mark before. */
  readonly fresh: ReadonlySet<string>
}

export function BoardShapes({ instant, fresh }: BoardShapesProps) {
  const { board, records } = instant
  const draftOf = ({ spaceId, draftId }: ListCard): ReadDraft | undefined =>
    instant.spaces.find((space) => space.spaceId === spaceId)?.drafts.find(({ id }) => id === draftId)
  return (
    <g aria-hidden="true">
      {board.sections.map(({ frame }) => frame && <Frame key={frame.id} {...frame} />)}
      <BoardArrows records={records} board={board} />
      {[...board.items.values()].map((item) => (
        <g
          key={item.id}
          className="replay-shape"
          style={{ transform: `translate(${item.box.x}px, ${item.box.y}px)` }}
        >
          <Item
            item={item}
            instant={instant}
            isFresh={fresh.has(item.id)}
            draft={item.kind === 'card' ? draftOf(item) : undefined}
          />
        </g>
      ))}
    </g>
  )
}

const Frame = ({ box, name }: ListFrame) => (
  <g>
    <rect className="replay-frame" x={box.x} y={box.y} width={box.w} height={box.h} rx={10} />
    <text className="replay-frame-name" x={box.x} y={box.y - 14}>
      {name}
    </text>
  </g>
)

interface ItemProps {
  readonly item: ListItem
  readonly instant: RoomInstant
  readonly isFresh: boolean
  readonly draft: ReadDraft | undefined
}

function Item({ item, instant, isFresh, draft }: ItemProps) {
  const { w, h } = item.box
  switch (item.kind) {
    case 'note':
      return <Note note={item} isFresh={isFresh} />
    case 'card':
      return <Card w={w} h={h} draft={draft} />
    case 'text':
      return (
        <foreignObject width={Math.max(w, 40)} height={Math.max(h, 30)} style={{ overflow: 'visible' }}>
          <div
            className="replay-board-text"
            style={{
              fontSize: Math.max(14, Math.min(44, h / Math.max(1, item.words.split('\n').length) / 1.35)),
            }}
          >
            {item.words}
          </div>
        </foreignObject>
      )
    case 'image':
      return <Picture id={item.id} alt={item.alt} instant={instant} w={w} h={h} />
    case 'drawing':
      return <DrawnStroke record={instant.records.get(item.id)} w={w} h={h} />
  }
}

function Note({ note, isFresh }: { note: ListNote; isFresh: boolean }) {
  const { w, h } = note.box
  const layout = noteLayout(note.words, { w, h })
  return (
    <>
      <rect
        className={`replay-note replay-note-${note.colour}`}
        data-fresh={isFresh || undefined}
        width={w}
        height={layout.height}
        rx={4}
      />
      <foreignObject width={w} height={layout.height}>
        <div
          className="replay-note-words"
          style={{ padding: notePadding, fontSize: layout.fontSize, lineHeight: noteLineHeight }}
        >
          {note.words}
        </div>
      </foreignObject>
      <text className="replay-note-foot" x={notePadding} y={layout.height - noteFoot / 2 + 4}>
        {note.author}
      </text>
      {note.dots > 0 && (
        <text
          className="replay-note-foot"
          x={w - notePadding}
          y={layout.height - noteFoot / 2 + 4}
          textAnchor="end"
        >
          ● {note.dots}
        </text>
      )}
    </>
  )
}

const Card = ({ w, h, draft }: { w: number; h: number; draft: ReadDraft | undefined }) => (
  <>
    <rect className="replay-card" width={w} height={h} rx={12} />
    <foreignObject width={w} height={h}>
      <div className="replay-card-words">
        <b>{draft?.title}</b>
        {draft?.summary && <p>{draft.summary}</p>}
        {draft?.sections.proposition.map((block, i) => (
          <p key={i}>{block.runs.map(({ text }) => text).join('')}</p>
        ))}
      </div>
    </foreignObject>
  </>
)

/** The picture's file, by the asset that the shape names; only the room's own addresses are asked for. */
function Picture({
  id,
  alt,
  instant,
  w,
  h,
}: {
  id: string
  alt: string
  instant: RoomInstant
  w: number
  h: number
}) {
  const props = instant.records.get(id)?.['props'] as { assetId?: unknown } | undefined // checked below
  const asset = instant.records.get(String(props?.assetId))?.['props'] as { src?: unknown } | undefined // as above
  const src = typeof asset?.src === 'string' && asset.src.startsWith('/assets/') ? asset.src : undefined
  if (src === undefined) return <rect className="replay-missing" width={w} height={h} rx={6} />
  return (
    <image href={src} width={w} height={h} preserveAspectRatio="none">
      <title>{alt}</title>
    </image>
  )
}
