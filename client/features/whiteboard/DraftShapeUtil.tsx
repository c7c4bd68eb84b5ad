// A recommendation card on the canvas: it is the draft itself, shown and edited where it stands. Deleting it deletes no draft.
import {
  HTMLContainer,
  Rectangle2d,
  resizeBox,
  ShapeUtil,
  type SvgExportContext,
  type TLResizeInfo,
} from 'tldraw'
import type { DraftShape } from '#client/features/whiteboard/boardShapes.ts'
import { DraftFrame } from '#client/features/whiteboard/DraftFrame.tsx'
import { DraftSvg } from '#client/features/whiteboard/DraftSvg.tsx'
import { addFont } from '#client/features/whiteboard/exportDefs.tsx'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { draftsOf, type ReadDraft, readDraft } from '#shared/draft/draftModel.ts'
import { cardSize } from '#shared/whiteboard/boardModel.ts'
import { draftProps } from '#shared/whiteboard/boardSchema.ts'

const smallest = { w: 260, h: 180 } as const

/** The room whose drafts the cards show; set while a whiteboard is open, for tldraw asks shapes for words outside React. */
let shownRoom: LiveRoom | undefined

export function showDraftsOf(room: LiveRoom): () => void {
  shownRoom = room
  return () => {
    if (shownRoom === room) shownRoom = undefined
  }
}

/** The draft of a card; undefined when this person cannot read it, or it is not there yet. */
export function draftOf({ props: { spaceId, draftId } }: DraftShape): ReadDraft | undefined {
  const doc = shownRoom?.draftsOf(spaceId)?.doc
  return doc && readDraft(draftId, draftsOf(doc).get(draftId))
}

export class DraftShapeUtil extends ShapeUtil<DraftShape> {
  static override type = 'draft' as const
  static override props = draftProps

  override getDefaultProps(): DraftShape['props'] {
    return { ...cardSize, spaceId: 'none', draftId: 'none' }
  }

  override canEdit() {
    return true
  }
  /** Whoever may only read the board may still read a whole card, and write where the draft lets them. */
  override canEditInReadonly() {
    return true
  }
  override canScroll() {
    return true
  }
  override hideRotateHandle() {
    return true
  }
  override getText(shape: DraftShape) {
    return draftOf(shape)?.title ?? ''
  }
  override getAriaDescriptor(shape: DraftShape) {
    const draft = draftOf(shape)
    return draft ? [draft.code, draft.title, draft.summary].filter(Boolean).join(', ') : ''
  }

  getGeometry({ props }: DraftShape) {
    return new Rectangle2d({ width: props.w, height: props.h, isFilled: true })
  }

  override onResize(shape: DraftShape, info: TLResizeInfo<DraftShape>) {
    return resizeBox(shape, info, { minWidth: smallest.w, minHeight: smallest.h })
  }

  component(shape: DraftShape) {
    return (
      <HTMLContainer className="wb-shape">
        <DraftFrame shape={shape} />
      </HTMLContainer>
    )
  }

  indicator({ props }: DraftShape) {
    return <rect rx={12} width={props.w} height={props.h} />
  }

  override toSvg(shape: DraftShape, context: SvgExportContext) {
    addFont(context)
    return <DraftSvg shape={shape} draft={draftOf(shape)} dark={context.isDarkMode} />
  }
}
