// Readings come after the letters, never among them, and a joined passage is shown as joined.
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { afterTyping, keptRead, readNow } from '#client/features/merge/useMergeReading.ts'
import { addNuance, createDraft, draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { freezeParent } from '#shared/merge/freezeParent.ts'
import { Merge } from '#shared/merge/mergeState.ts'
import { keepParent, layMerge, parentKey } from '#shared/merge/mergesInDocument.ts'

test('many letters are one reading, and none of them waits for it', async () => {
  const doc = new Y.Doc()
  const words = doc.getText('words')
  let readings = 0
  const stop = afterTyping(doc, () => {
    readings += 1
  })
  for (let letter = 0; letter < 50; letter += 1) words.insert(0, 'a')
  expect(readings).toBe(0)
  await vi.waitFor(() => expect(readings).toBe(1))
  words.insert(0, 'b')
  await vi.waitFor(() => expect(readings).toBe(2))
  words.insert(0, 'c')
  stop()
  // What was asked for before stopping is not read after it: another reader, begun later, reads and this one does not.
  let later = 0
  const stopLater = afterTyping(doc, () => {
    later += 1
  })
  words.insert(0, 'd')
  await vi.waitFor(() => expect(later).toBe(1))
  stopLater()
  expect(readings).toBe(2)
})

test('a sentence that stands only as the nuance it was joined as is joined; written into the text it is kept', () => {
  const source = new Y.Doc()
  const said = 'Les clés restent au bureau de l’antenne.'
  const paragraph = { type: 'paragraph' as const, level: 0, runs: [{ text: said }] }
  const from = createDraft(source, { title: 'Un comité', proposition: [paragraph] })
  const read = readDraft(from, draftsOf(source).get(from))
  if (!read) throw new Error('a draft was just made')
  const doc = new Y.Doc()
  createDraft(doc, { id: 'd-merge', title: 'Un comité' })
  const key = parentKey('merge', 1)
  layMerge(doc, 'merge')
  keepParent(doc, 'merge', freezeParent(read, { key, spaceId: 's', groupId: 'na', now: 0 }))
  const [id, by] = [`${key}-0`, { participantId: 'p', name: 'Ana', groupId: 'na' }]
  const merge = Merge.parse({
    ...{ id: 'merge', spaceId: 'j', draftId: 'd-merge', openedAt: 0, openedBy: by },
    parents: [{ key, spaceId: 's', draftId: from, groupId: 'na', version: 1 }],
    fates: { [id]: { kind: 'joined', nuanceId: `n-${id}`, by, at: 0 } },
  })
  const joint = draftsOf(doc).get('d-merge')
  if (!joint) throw new Error('the joint draft was just made')
  addNuance(joint, { type: 'nuance', text: said, groupId: 'na' }, `n-${id}`)
  expect(readNow(doc, merge)?.fates.get(id)?.kind).toBe('joined')
  const section = joint.get('proposition') as Y.XmlFragment // a section of a draft
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(said)])
  section.insert(0, [element])
  expect(readNow(doc, merge)?.fates.get(id)?.kind).toBe('kept')
})

test('a reading that letters interrupt comes to its end, and what was typed meanwhile is read after it', async () => {
  const doc = new Y.Doc()
  const words = doc.getText('words')
  const read: string[] = []
  let steps = 0
  const stop = keptRead({
    ...{ doc, isKnown: false },
    *begin() {
      const text = words.toString()
      for (let step = 0; step < 5; step += 1) {
        steps += 1
        // Somebody types in the middle of each of the first readings.
        if (read.length < 2 && step === 2) words.insert(0, 'a')
        yield
      }
      return text
    },
    show: (text) => void read.push(text),
  })
  expect(steps).toBe(0)
  await vi.waitFor(() => expect(read.at(-1)).toBe('aa'))
  expect(read.slice(0, 2)).toEqual(['', 'a'])
  stop()
  words.insert(0, 'b')
  // Another reader, begun later, reads; this one does not.
  const others: string[] = []
  const stopOther = keptRead({
    ...{ doc, isKnown: false },
    *begin() {
      yield
      return words.toString()
    },
    show: (text) => void others.push(text),
  })
  await vi.waitFor(() => expect(others).toEqual(['baa']))
  stopOther()
  expect(read).toHaveLength(3)
})
