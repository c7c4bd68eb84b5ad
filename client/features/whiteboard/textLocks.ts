// tldraw's texts and labels are one value each: while somebody writes in one, nobody else begins to.
import type { Editor, TLShape } from 'tldraw'
import type { Awareness } from 'y-protocols/awareness'
import { personOf } from '#client/features/whiteboard/presence.ts'

const wholeTexts = ['text', 'geo', 'arrow', 'frame'] as const

/** The name of who else writes in a shape; undefined when nobody does. */
export function writerIn(awareness: Awareness, id: string): string | undefined {
  for (const [clientId, state] of awareness.getStates()) {
    if (state['writing'] !== id) continue
    const person = personOf(awareness, clientId, state)
    if (person) return person.name
  }
  return undefined
}

/** Asks before a text is opened; `onLocked` is told who writes there. */
export function lockTexts(editor: Editor, awareness: Awareness, onLocked: (name: string) => void): void {
  for (const type of wholeTexts) {
    const util = editor.getShapeUtil<TLShape>(type)
    const may = util.canEdit.bind(util)
    util.canEdit = (shape) => {
      const name = writerIn(awareness, shape.id)
      if (name !== undefined && editor.inputs.isPointing) onLocked(name)
      return name === undefined && may(shape)
    }
  }
}
