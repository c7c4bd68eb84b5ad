// Which records lists and phones offer: those that the gate would let stand and a board draws. The gate's verdict without tldraw's validators.
import { type BoardRecord, unflatten } from '#shared/whiteboard/boardModel.ts'
import { fitsSchema } from '#shared/whiteboard/plainSchema.ts'
import { contentFault, formFault } from '#shared/whiteboard/recordForm.ts'

/**
 * A page, shape or binding as it stands in the document, or undefined where `recordFault` names a fault: what nobody draws
 * and the gate refuses to touch is not offered either. Other records are read as they are: no list shows them. Never throws.
 */
export function soundRecord(id: string, map: unknown): BoardRecord | undefined {
  try {
    if (formFault(id, map) !== undefined) return undefined
    const record = unflatten(map)
    return record && fitsSchema(record) && contentFault(record) === undefined ? record : undefined
  } catch {
    return undefined // a value so deep that it ends the walk
  }
}
