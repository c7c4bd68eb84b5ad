import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { shallowRow } from '#server/live/shallowRow.ts'
import { deepestServed, dropTooDeep } from '#server/live/tooDeep.ts'

const nested = (levels: number, list = false): unknown => {
  let value: unknown = list ? [] : {}
  for (let at = 1; at < levels; at++) value = list ? [value] : { a: value }
  return value
}
/** What lib0 writes before a value, to say of which kind it is. */
const [stringFollows, listFollows, objectFollows] = [119, 117, 118]
/** As Yjs writes JSON, which it cannot do itself with a value this deep. */
const json = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)

/** An update that holds a JSON text where a short one stood: lengths below 128 take one byte, these take two or three. */
function withJson(update: Uint8Array, short: string, long: string): Uint8Array {
  const find = Buffer.from(short)
  const at = Buffer.from(update).indexOf(find)
  if (at < 1 || update[at - 1] !== find.length) throw new Error('the text is not there')
  const length: number[] = []
  for (let left = long.length; ; left = Math.floor(left / 128)) {
    length.push(left < 128 ? left : (left % 128) + 128)
    if (left < 128) break
  }
  return Buffer.concat([
    update.subarray(0, at - 1),
    Uint8Array.from(length),
    Buffer.from(long),
    update.subarray(at + find.length),
  ])
}

const read = (...updates: Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, shallowRow(update).update)
  })
  return doc
}

interface Poisoned {
  readonly written: Y.Doc
  readonly update: Uint8Array
}

/** Written in place of a short string byte by byte: Yjs cannot write a value that is as deep as it cannot read. */
function poisoned(levels: number, list: boolean): Poisoned {
  const written = new Y.Doc()
  const records = written.getMap<unknown>('records')
  records.set('before', 1)
  records.set(
    'poison',
    new Y.Map<unknown>([
      ['meta', 'short'],
      ['x', 1],
    ]),
  )
  const update = Buffer.from(Y.encodeStateAsUpdate(written))
  const short = Buffer.from([stringFollows, 5, ...Buffer.from('short')])
  const at = update.indexOf(short)
  if (at < 0) throw new Error('the string is not there')
  const [level, end] = list
    ? [Buffer.from([listFollows, 1]), Buffer.from([listFollows, 0])]
    : [Buffer.from([objectFollows, 1, 1, ...Buffer.from('a')]), Buffer.from([objectFollows, 0])]
  const deep = Buffer.concat([Buffer.alloc(level.length * (levels - 1), level), end])
  return {
    written,
    update: Buffer.concat([update.subarray(0, at), deep, update.subarray(at + short.length)]),
  }
}

/** How deep a stack goes depends on how often its functions have run already: as deep as Yjs cannot read any more here and now. */
function beyondReading(list: boolean): Poisoned {
  for (let levels = 5_000; ; levels = Math.ceil(levels * 1.2)) {
    const made = poisoned(levels, list)
    try {
      Y.applyUpdate(new Y.Doc(), made.update)
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError)
      return made
    }
  }
}

test.each([false, true])(
  'a value %s thousands of levels deep ends the stack of Yjs, and of nobody who reads it here',
  (list) => {
    const { written, update } = beyondReading(list)
    const records = written.getMap<unknown>('records')
    const before = Y.encodeStateVector(written)
    // Written over and beside it afterwards: these rows need the clocks of the poisoned one.
    ;(records.get('poison') as Y.Map<unknown>).set('meta', {})
    records.set('after', 2)
    const later = Y.encodeStateAsUpdate(written, before)

    const shallow = shallowRow(update)
    expect(shallow.dropped).toBe(1)
    expect(shallow.update.length).toBeLessThan(200)
    const doc = read(update)
    expect(doc.getMap('records').toJSON()).toEqual({ before: 1, poison: { x: 1 } })
    const both = read(update, later)
    expect(both.store.pendingStructs).toBeNull()
    expect(both.getMap('records').toJSON()).toEqual({ before: 1, poison: { meta: {}, x: 1 }, after: 2 })
    expect(Y.encodeStateVector(both)).toEqual(Y.encodeStateVector(written))
    expect(Y.encodeStateAsUpdate(read(update, later))).toEqual(Y.encodeStateAsUpdate(both))
  },
)

test('embeds, formats and old JSON of any depth are told as deleted; the words around them stay', () => {
  const written = new Y.Doc()
  const text = written.getText('words')
  text.insert(0, 'des mots')
  text.insertEmbed(3, ['embed'])
  text.format(0, 2, { link: ['format'] })
  let update = withJson(Y.encodeStateAsUpdate(written), '["embed"]', json(50_000))
  update = withJson(update, '["format"]', json(5_000))
  expect(shallowRow(update).dropped).toBe(2)
  expect(read(update).getText('words').toString()).toBe('des mots')
})

test('brackets in letters are no levels, and what is allowed stays to the byte', () => {
  const written = new Y.Doc()
  written.getText('words').insertEmbed(0, { text: `${'['.repeat(3_000)}\\"${'{'.repeat(3_000)}` })
  const records = written.getMap<unknown>('records')
  records.set('limit', nested(deepestServed))
  records.set('all', [1, -1, 1e300, 0.5, true, false, null, undefined, 'é', new Uint8Array(9), 123n, 2 ** 40])
  records.set('sub', new Y.XmlElement('p'))
  records.delete('limit')
  const update = Y.encodeStateAsUpdate(written)
  expect(shallowRow(update)).toEqual({ update, dropped: 0 })
  records.set('beyond', nested(deepestServed + 1))
  const { dropped, update: shallow } = shallowRow(Y.encodeStateAsUpdate(written))
  expect(dropped).toBe(1)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, shallow)
  expect(dropTooDeep(doc)).toBe(0)
})

test('what is no update is left as it is', () => {
  const bytes = new Uint8Array(500).fill(255)
  expect(shallowRow(bytes)).toEqual({ update: bytes, dropped: 0 })
})
