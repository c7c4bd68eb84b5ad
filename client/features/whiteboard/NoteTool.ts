// The tool that puts a note where one points: a click makes it and opens it for writing, a drag carries it first.
import {
  createShapeId,
  StateNode,
  type TLPointerEventInfo,
  type TLShapeId,
  type TLStateNodeConstructor,
} from 'tldraw'
import type { NoteShape } from '#client/features/whiteboard/boardShapes.ts'
import { noteSize } from '#shared/whiteboard/boardModel.ts'

class Idle extends StateNode {
  static override id = 'idle'
  override onEnter() {
    this.editor.setCursor({ type: 'cross', rotation: 0 })
  }
  override onPointerDown(info: TLPointerEventInfo) {
    this.parent.transition('pointing', info)
  }
  override onCancel() {
    this.editor.setCurrentTool('select')
  }
}

class Pointing extends StateNode {
  static override id = 'pointing'
  #markId = ''
  #noteId: TLShapeId | undefined

  override onEnter() {
    const id = createShapeId()
    const { x, y } = this.editor.inputs.originPagePoint
    this.#markId = this.editor.markHistoryStoppingPoint(`creating_note:${id}`)
    this.editor.createShape<NoteShape>({ id, type: 'note', x: x - noteSize.w / 2, y: y - noteSize.h / 2 })
    this.#noteId = this.editor.getShape(id) ? id : undefined
    if (!this.#noteId) return this.#cancel()
    this.editor.select(id)
  }

  override onPointerMove(info: TLPointerEventInfo) {
    const shape = this.#noteId && this.editor.getShape(this.#noteId)
    if (!shape || !this.editor.inputs.isDragging) return
    this.editor.setCurrentTool('select.translating', {
      ...info,
      target: 'shape',
      shape,
      onInteractionEnd: 'note',
      isCreating: true,
      creatingMarkId: this.#markId,
      onCreate: () => this.#write(shape.id),
    })
  }

  override onPointerUp() {
    this.#complete()
  }
  override onComplete() {
    this.#complete()
  }
  override onCancel() {
    this.#cancel()
  }
  override onInterrupt() {
    this.#cancel()
  }

  #complete() {
    if (this.#noteId) this.#write(this.#noteId)
  }

  #write(id: TLShapeId) {
    if (this.editor.getInstanceState().isToolLocked) {
      this.parent.transition('idle')
      return
    }
    this.editor.setEditingShape(id)
    this.editor.setCurrentTool('select.editing_shape', { target: 'shape', shape: this.editor.getShape(id) })
  }

  #cancel() {
    this.editor.bailToMark(this.#markId)
    this.parent.transition('idle')
  }
}

export class NoteTool extends StateNode {
  static override id = 'note'
  static override initial = 'idle'
  static override children(): TLStateNodeConstructor[] {
    return [Idle, Pointing]
  }
  override shapeType = 'note'
}
