// Remembers who first wrote words that an editor has since moved: splitting a paragraph or making a list of it writes them anew.
import * as Y from 'yjs'

interface Inherited {
  readonly clock: number
  /** Yjs client ids, one for each character from `clock` on. */
  readonly authors: readonly number[]
}

/** Shorter words are too common to be taken for moved ones. */
const shortest = 4

/** Characters looked through in one transaction; a larger one is an import, not a move. */
const searchedLimit = 200_000

export class WordAuthors {
  readonly #inherited = new Map<number, Inherited[]>()

  /** Looks at one transaction; call it at `afterTransaction`, while what was deleted can still be read. */
  follow(transaction: Y.Transaction): void {
    const fresh = freshStrings(transaction)
    if (fresh.length === 0 || transaction.deleteSet.clients.size === 0) return
    for (const gone of goneStrings(transaction)) {
      for (const item of fresh) {
        const at = item.content.str.length < shortest ? -1 : gone.text.indexOf(item.content.str)
        if (at < 0) continue
        const list = this.#inherited.get(item.id.client) ?? []
        const authors = gone.writers
          .slice(at, at + item.length)
          .map(({ client, clock }) => this.authorOf(client, clock))
        list.push({ clock: item.id.clock, authors })
        this.#inherited.set(item.id.client, list)
      }
    }
  }

  /** The client id that first wrote the character which this client holds at this clock. */
  authorOf(client: number, clock: number): number {
    const list = this.#inherited.get(client)
    if (!list) return client
    for (const { clock: from, authors } of list) {
      if (clock >= from && clock < from + authors.length) return authors[clock - from] ?? client
    }
    return client
  }
}

type StringItem = Y.Item & { content: Y.ContentString }

const isString = (struct: Y.Item | Y.GC): struct is StringItem =>
  struct instanceof Y.Item && struct.content instanceof Y.ContentString

function freshStrings(transaction: Y.Transaction): StringItem[] {
  const found: StringItem[] = []
  for (const [client, structs] of transaction.doc.store.clients) {
    const before = transaction.beforeState.get(client) ?? 0
    if ((transaction.afterState.get(client) ?? 0) <= before) continue
    for (let at = structs.length - 1; at >= 0; at--) {
      const struct = structs[at]
      if (!struct || struct.id.clock < before) break
      if (isString(struct) && !struct.deleted) found.push(struct)
    }
  }
  return found
}

interface Gone {
  readonly text: string
  readonly writers: readonly { readonly client: number; readonly clock: number }[]
}

/** What was deleted, in the order in which it was read, text by text. */
function goneStrings(transaction: Y.Transaction): Gone[] {
  const parents = new Set<Y.AbstractType<unknown>>()
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (isString(struct) && struct.parent instanceof Y.AbstractType) parents.add(struct.parent)
  })
  return [...parents].flatMap((parent) => {
    let text = ''
    const writers: { client: number; clock: number }[] = []
    for (let item = parent._start; item !== null; item = item.right) {
      if (!isString(item) || !item.deleted || !Y.isDeleted(transaction.deleteSet, item.id)) continue
      if (item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)) continue
      for (let i = 0; i < item.length; i++) writers.push({ client: item.id.client, clock: item.id.clock + i })
      text += item.content.str
    }
    return text.length > 0 && text.length < searchedLimit ? [{ text, writers }] : []
  })
}
