// The sticky note on the canvas: paper, words that several people may write at once, who wrote it and its points.
import {
  Group2d,
  HTMLContainer,
  Rectangle2d,
  resizeBox,
  ShapeUtil,
  type SvgExportContext,
  type TLResizeInfo,
  WeakCache,
} from 'tldraw'
import type { NoteShape } from '#client/features/whiteboard/boardShapes.ts'
import { addFont } from '#client/features/whiteboard/exportDefs.tsx'
import { NotePaper } from '#client/features/whiteboard/NotePaper.tsx'
import { NoteSvg } from '#client/features/whiteboard/NoteSvg.tsx'
import { wordsIn } from '#client/features/whiteboard/recordDiff.ts'
import { noteSize } from '#shared/whiteboard/boardModel.ts'
import { noteColourStyle, noteProps } from '#shared/whiteboard/boardSchema.ts'
import { type NoteLayout, noteFoot, noteLayout, notePadding } from '#shared/whiteboard/noteLayout.ts'

const smallest = { w: 100, h: 80 } as const

const layouts = new WeakCache<NoteShape, NoteLayout>()

const layoutOf = (shape: NoteShape): NoteLayout =>
  layouts.get(shape, () => noteLayout(wordsIn(shape), shape.props))
const heightOf = (shape: NoteShape): number => layoutOf(shape).height

export class NoteShapeUtil extends ShapeUtil<NoteShape> {
  static override type = 'note' as const
  static override props = noteProps as never // tldraw's own `note` is replaced by ours; its props are another type

  override getDefaultProps(): NoteShape['props'] {
    return {
      ...noteSize,
      colour: this.editor.getStyleForNextShape(noteColourStyle),
      author: '',
      dots: 0,
      draftRefs: [],
    }
  }

  override canEdit() {
    return true
  }
  override canEditInReadonly() {
    return false
  }
  override getText(shape: NoteShape) {
    return wordsIn(shape)
  }
  override getAriaDescriptor(shape: NoteShape) {
    return [wordsIn(shape), shape.props.author].filter(Boolean).join(', ')
  }

  getGeometry(shape: NoteShape) {
    const [width, height] = [shape.props.w, heightOf(shape)]
    return new Group2d({
      children: [
        new Rectangle2d({ width, height, isFilled: true }),
        // tldraw looks for a label in everything called `note`.
        new Rectangle2d({
          x: notePadding,
          y: notePadding,
          width: Math.max(1, width - 2 * notePadding),
          height: Math.max(1, height - notePadding - noteFoot),
          isFilled: true,
          isLabel: true,
        }),
      ],
    })
  }

  override onResize(shape: NoteShape, info: TLResizeInfo<NoteShape>) {
    return resizeBox(shape, info, { minWidth: smallest.w, minHeight: smallest.h })
  }

  component(shape: NoteShape) {
    return (
      <HTMLContainer className="wb-shape">
        <NotePaper shape={shape} layout={layoutOf(shape)} />
      </HTMLContainer>
    )
  }

  indicator(shape: NoteShape) {
    return <rect rx={2} width={shape.props.w} height={heightOf(shape)} />
  }

  override toSvg(shape: NoteShape, context: SvgExportContext) {
    addFont(context)
    return <NoteSvg shape={shape} layout={layoutOf(shape)} dark={context.isDarkMode} />
  }
}
