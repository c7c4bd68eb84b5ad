// On which page each named place of a printed PDF stands: read from its own table of places, to number a table of contents.

/** Page numbers by name, from 1. Empty for a file that is built otherwise than Chromium builds it: then pages are not told. */
export function placesInPdf(pdf: Buffer): ReadonlyMap<string, number> {
  const objects = objectsOf(pdf.toString('latin1'))
  const root = objects.get(objects.root)
  const dests = objects.get(reference(root, 'Dests'))
  const pages = new Map(leaves(objects, reference(root, 'Pages')).map((id, at) => [id, at + 1]))
  const named = [...dests.matchAll(/\/([A-Za-z0-9_.-]+)\s*\[\s*(\d+) 0 R/g)]
  return new Map(
    named.flatMap(([, name = '', page = '']): [string, number][] => {
      const number = pages.get(Number(page))
      return number === undefined ? [] : [[name, number]]
    }),
  )
}

interface Objects {
  readonly root: number
  /** The text of an object's dictionary; empty where there is none. */
  get(id: number): string
}

/** By the file's own table of offsets: the streams between may hold anything. */
function objectsOf(text: string): Objects {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? -1)
  const table = text.slice(start)
  const offsets = new Map<number, number>()
  let id = Number(/^xref\s+(\d+)/.exec(table)?.[1] ?? 0)
  for (const [, offset = '', , kind = ''] of table.matchAll(/(\d{10}) (\d{5}) ([nf])/g)) {
    if (kind === 'n') offsets.set(id, Number(offset))
    id += 1
  }
  return {
    root: Number(/\/Root (\d+) 0 R/.exec(table)?.[1] ?? 0),
    get(wanted) {
      const from = offsets.get(wanted)
      if (from === undefined) return ''
      const end = text.indexOf('endobj', from)
      const stream = text.indexOf('stream', from)
      return text.slice(from, stream >= 0 && stream < end ? stream : end)
    },
  }
}

const reference = (object: string, name: string): number =>
  Number(new RegExp(`/${name} (\\d+) 0 R`).exec(object)?.[1] ?? 0)

/** The pages below a node, in their order. */
function leaves(objects: Objects, id: number, depth = 0): number[] {
  const node = objects.get(id)
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(node)?.[1]
  // Deeper than any tree of pages: a file that refers to itself.
  if (kids === undefined || depth > 20) return node === '' ? [] : [id]
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = '']) => leaves(objects, Number(kid), depth + 1))
}
