import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { deepestServed, dropTooDeep } from '#server/live/tooDeep.ts'

const nested = (levels: number): object => {
  let value: object = {}
  for (let at = 1; at < levels; at++) value = { a: value }
  return value
}

test('what no browser can read is taken out of a document, and nothing else', () => {
  const written = new Y.Doc()
  const records = written.getMap<unknown>('records')
  records.set('sound', { a: [1, { b: null }], bytes: new Uint8Array(300) })
  records.set('at the limit', nested(deepestServed))
  records.set('poison', new Y.Map([['meta', nested(2_000)]]))
  const text = written.getText('words')
  text.insert(0, 'des mots', { link: nested(1_000) })
  text.insertEmbed(0, nested(deepestServed + 1))
  const state = Y.encodeStateAsUpdate(written)

  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  expect(dropTooDeep(doc)).toBe(3)
  expect(dropTooDeep(doc)).toBe(0)
  const { sound, ...rest } = doc.getMap('records').toJSON()
  expect(sound).toEqual({ a: [1, { b: null }], bytes: new Uint8Array(300) })
  expect(Object.keys(rest).sort()).toEqual(['at the limit', 'poison'])
  expect(rest['poison']).toEqual({})
  expect(doc.getText('words').toString()).toBe('des mots')
  // A newcomer gets none of it.
  expect(Y.encodeStateAsUpdate(doc).length).toBeLessThan(2_500)
})

test('each reading of the same log comes to the same document', () => {
  const written = new Y.Doc()
  written.getMap('records').set('poison', nested(1_000))
  const update = Y.encodeStateAsUpdate(written)
  const read = (): Uint8Array => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    dropTooDeep(doc)
    return Y.encodeStateAsUpdate(doc)
  }
  expect(read()).toEqual(read())
})
