// What is read before a merge's command is decided: whether its text was adopted, and whether there is room for what may be taken.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readMergeFacts } from '#server/features/merge/mergeFactsReader.ts'
import type { Participant } from '#server/ports/people.ts'
import type { Room } from '#server/ports/rooms.ts'
import { ruleContext } from '#shared/contract/ruleContext.ts'
import { createDraft, type DraftMap, draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { freezeParent } from '#shared/merge/freezeParent.ts'
import type { RunningFacts } from '#shared/merge/mergeFacts.ts'
import { Merge } from '#shared/merge/mergeState.ts'
import { keepParent, layMerge, parentKey } from '#shared/merge/mergesInDocument.ts'

const key = parentKey('m', 1)
const by = { participantId: 'p', name: 'Ana', groupId: 'na' }
const merge = Merge.parse({
  ...{ id: 'm', spaceId: 'j', draftId: 'd-m', openedAt: 0, openedBy: by },
  parents: [{ key, spaceId: 's', draftId: 'n', groupId: 'na', version: 1 }],
})

/** The document of the joint drafts, with so many paragraphs in the joint text. */
function document(paragraphs: number): Y.Doc {
  const source = new Y.Doc()
  createDraft(source, {
    id: 'n',
    title: 'x',
    proposition: ['Huit places. Une réunion.'],
    moyens: ['Une salle.'],
  })
  const read = readDraft('n', draftsOf(source).get('n'))
  if (!read) throw new Error('a draft was just made')
  const doc = new Y.Doc()
  layMerge(doc, 'm')
  keepParent(doc, 'm', freezeParent(read, { key, spaceId: 's', groupId: 'na', now: 0 }))
  createDraft(doc, {
    id: 'd-m',
    title: 'x',
    proposition: Array.from({ length: paragraphs }, () => 'Un mot.'),
  })
  return doc
}

async function running(doc: Y.Doc, adopted: readonly object[] = []): Promise<RunningFacts | undefined> {
  const state = { merge: { merges: { m: merge } }, adoption: { texts: { 'j/d-m': { adopted } } } }
  const participant = { id: 'p', groupIds: ['na'], removed: false } as Partial<Participant> as Participant // no more is read here
  const room = { id: 'r', kind: 'joint', groupIds: ['na'], spaces: [] } as Partial<Room> as Room // likewise
  const facts = await readMergeFacts(
    {
      people: { participant: async () => participant },
      rooms: { room: async () => room, state: async () => ({ version: 1, state }) },
      lane: () => ({ read: async (_name, look) => look(doc) }),
      now: () => 0,
    },
    ruleContext({ actor: { participantId: 'p', roomId: 'r' } }).actor,
    { wish: { mergeId: 'm' }, verb: 'take' },
  )
  return facts.running
}

test('a text is adopted while a version without open points stands', async () => {
  const doc = document(1)
  const version = { id: 'v', reserved: null, withdrawn: null }
  const open = { ...version, reserved: [{ text: 'le cahier' }] }
  const withdrawn = { ...version, withdrawn: { at: 1, reason: 'Trop tôt.' } }
  expect((await running(doc))?.adopted).toBe(false)
  expect((await running(doc, [version]))?.adopted).toBe(true)
  expect((await running(doc, [open]))?.adopted).toBe(false)
  expect((await running(doc, [open, version]))?.adopted).toBe(true)
  expect((await running(doc, [withdrawn]))?.adopted).toBe(false)
  expect((await running(doc, [version, withdrawn]))?.adopted).toBe(true)
})

test('sentences are refused where their section could not hold them all; other sections stay open', async () => {
  expect((await running(document(1_700)))?.tooLong).toEqual([])
  expect((await running(document(1_799)))?.tooLong).toEqual([`${key}-0`, `${key}-1`])
})

test('of a deleted text nothing is taken', async () => {
  const doc = document(1)
  ;(draftsOf(doc).get('d-m') as DraftMap).set('deletedAt', 5) // just made
  expect(await running(doc)).toMatchObject({ stands: false })
})
