// Keeps a shared text inside every paragraph and heading, so that two people who begin in the same empty one share it.
import type { Node } from '@tiptap/pm/model'
import type { ProsemirrorBinding } from 'y-prosemirror'
import * as Y from 'yjs'

interface Keeper {
  users: number
  readonly stop: () => void
}
const keepers = new WeakMap<Y.Doc, Keeper>()

/**
 * From now on an empty Y.XmlText is put into each textblock that a local change leaves without one, in a transaction of the
 * same origin, so that undo takes both back. Not after undo itself, and never for changes of others: they did it themselves.
 * Returns the way to stop; several users of one document share one keeper.
 */
export function keepTextblocksSeeded(doc: Y.Doc): () => void {
  const keeper = keepers.get(doc) ?? { users: 0, stop: follow(doc) }
  keepers.set(doc, keeper)
  keeper.users += 1
  let stopped = false
  return () => {
    if (stopped) return
    stopped = true
    keeper.users -= 1
    if (keeper.users > 0) return
    keeper.stop()
    keepers.delete(doc)
  }
}

function follow(doc: Y.Doc): () => void {
  const onTransaction = (transaction: Y.Transaction): void => {
    if (!transaction.local || transaction.origin instanceof Y.UndoManager) return
    const bare = bareIn(transaction)
    if (bare.length > 0) doc.transact(() => seed(bare), transaction.origin)
  }
  doc.on('afterTransaction', onTransaction)
  return () => doc.off('afterTransaction', onTransaction)
}

/** The member of the binding that is taken over here; y-prosemirror calls it by this name. */
type Inner = ProsemirrorBinding & { _prosemirrorChanged: (doc: Node) => void }

/** Makes an editor put the texts in with its change, as one update: nobody ever sees its paragraphs without them. */
export function seedWithEachChange(plain: ProsemirrorBinding): void {
  const binding = plain as Inner // its internals, see above
  const write = binding._prosemirrorChanged.bind(binding)
  binding._prosemirrorChanged = (doc) => {
    write(doc)
    const transaction = binding.doc._transaction
    if (transaction) seed(bareIn(transaction))
  }
}

function bareIn(transaction: Y.Transaction): Y.XmlElement[] {
  const bare: Y.XmlElement[] = []
  for (const [type, keys] of transaction.changed) {
    if (keys.has(null) && type instanceof Y.XmlFragment && !type._item?.deleted) collectBare(type, bare)
  }
  return bare
}

function seed(bare: readonly Y.XmlElement[]): void {
  for (const block of bare) block.insert(0, [new Y.XmlText()])
}

export const isTextblock = (node: unknown): node is Y.XmlElement =>
  node instanceof Y.XmlElement && (node.nodeName === 'paragraph' || node.nodeName === 'heading')

function collectBare(node: Y.XmlFragment, bare: Y.XmlElement[]): void {
  if (isTextblock(node)) {
    if (node.length === 0 && !bare.includes(node)) bare.push(node)
    return
  }
  for (let item = node._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentType)) continue
    if (item.content.type instanceof Y.XmlElement) collectBare(item.content.type, bare)
  }
}
