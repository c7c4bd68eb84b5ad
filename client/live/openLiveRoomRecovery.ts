// Words left on this device under another participant or an older generation of a document: offered for copying out.
import * as Y from 'yjs'
import { refusedText } from '#client/live/documentConnectionRefusedText.ts'
import { LocalCopy } from '#client/live/localCopy.ts'
import {
  type CopyOwner,
  copyNames,
  copyOwner,
  type DeviceStorage,
  forgetCopy,
} from '#client/live/localCopyNames.ts'
import { keepRefused, offerOnce } from '#client/live/localCopyRefused.ts'
import type { OpenedDocument } from '#client/live/openLiveRoomDocument.ts'

/** A mark that moved within this time may be a living tab's, in milliseconds. */
const living = 30_000

/**
 * A lost cookie makes another participant of the same person, and a document started afresh has another history: what
 * was written before cannot be sent then. Copies of older generations are dropped after that; those of another participant
 * stay, since that person may come back.
 */
export async function recoverOtherCopies(document: OpenedDocument, storage: DeviceStorage): Promise<void> {
  const { owner } = document
  if (!storage.indexedDB) return
  for (const name of await copyNames(storage)) {
    const other = copyOwner(name)
    if (!other || !isOfSameDocument(other, owner)) continue
    const isOlder = other.generation < owner.generation
    if (other.participantId === owner.participantId && !isOlder) continue
    const left = await unsavedWords(name, storage)
    if (!left) continue
    const code = isOlder ? ('replaced' as const) : ('identity' as const)
    const change = { documentName: owner.documentName, code, text: left.text }
    if (left.text !== '' && offerOnce(storage.localStorage, `${name} ${left.at}`)) {
      keepRefused(storage.localStorage, change)
      document.remember(change)
    }
    if (isOlder) await forgetCopy(storage, name)
  }
}

const isOfSameDocument = (one: CopyOwner, other: CopyOwner): boolean =>
  one.origin === other.origin && one.documentName === other.documentName

/** The words and when the last of them was written; undefined when a tab may still be writing there. */
async function unsavedWords(
  name: string,
  storage: DeviceStorage,
): Promise<{ text: string; at: number } | undefined> {
  const copy = new LocalCopy({ name, storage, whole: () => new Uint8Array(), kept: () => undefined })
  const { updates, marks } = await copy.load()
  copy.close()
  const at = marks.reduce((latest, mark) => Math.max(latest, mark.at), 0)
  if (Date.now() - at < living) return undefined
  const doc = new Y.Doc()
  for (const update of marks.length > 0 ? updates : []) Y.applyUpdate(doc, update)
  const text = refusedText(doc, marks)
  doc.destroy()
  return { text, at }
}
