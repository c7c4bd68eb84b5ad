// Remarks of a parent find the words that they were said of in the joint text, by whose words these are proven to be.
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createDraft, type DraftMap, draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { freezeParent } from '#shared/merge/freezeParent.ts'
import { nuanceIdOf } from '#shared/merge/mergeEffects.ts'
import { beginMerge } from '#shared/merge/performMerge.ts'
import { anchorOf, lettersOf, textsIn } from '#shared/remark/anchor.ts'
import type { RemarkAnchor, RemarkPlace } from '#shared/remark/remark.ts'
import { parentsOf, readJointBlocks, travelledTo } from '#shared/remark/travel.ts'

const draftIn = (doc: Y.Doc, id: string): DraftMap => {
  const draft = draftsOf(doc).get(id)
  if (!draft) throw new Error(`no draft ${id}`)
  return draft
}

function anchored(
  draft: DraftMap,
  words: string,
  [place, nth]: readonly [RemarkPlace, number],
): RemarkAnchor {
  const text = textsIn(draft, place)[nth]
  const at = text ? lettersOf(text).indexOf(words) : -1
  const made =
    text &&
    at >= 0 &&
    anchorOf(draft, place, [
      { text, index: at },
      { text, index: at + words.length },
    ])
  if (!made) throw new Error(`it does not say ${words}`)
  return made
}

function parentDoc() {
  const doc = new Y.Doc()
  createDraft(doc, {
    ...{ id: 'p', title: 'Comité' },
    constat: ['La salle est petite. Le jardin est grand.'],
    proposition: ['Le jardin est ouvert. Le jardin est à tous. On y plante.', 'On y mange.'],
    countryPassages: { BE: 'En Belgique, la commune décide.' },
    nuances: [{ type: 'nuance', text: 'Sauf en hiver.', groupId: 'g' }],
  })
  const draft = draftIn(doc, 'p')
  const read = readDraft('p', draft)
  if (!read) throw new Error('the draft was just made')
  return { draft, parent: freezeParent(read, { key: 'm.1', spaceId: 's', groupId: 'g', now: 0 }) }
}

/** A joint text whose marked pieces say where they come from. */
function jointOf(pieces: readonly (readonly [text: string, ref: string | null])[]) {
  const doc = new Y.Doc()
  createDraft(doc, { id: 'j', title: 'Commun', proposition: [''] })
  const draft = draftIn(doc, 'j')
  const [text] = textsIn(draft, 'proposition')
  for (const [words, ref] of pieces) text?.insert(text.length, words, ref === null ? {} : { src: { ref } })
  return { doc, draft, joint: readJointBlocks(draft) }
}

describe('[R6] where a parent’s remark stands in the joint text', () => {
  const { draft, parent } = parentDoc()
  const id = (words: string, place = 0): string =>
    parent.passages.filter(({ text }) => text.includes(words))[place]?.id ?? 'none'

  test('on the same words, of that sentence and not of one that reads alike', () => {
    const said = anchored(draft, 'jardin', ['proposition', 0])
    const { joint } = jointOf([
      ['Le jardin est grand. ', id('est grand')],
      ['Ici : ', null],
      ['Le jardin est ouvert.', id('est ouvert')],
    ])
    const found = travelledTo(joint, parent, said)
    expect(found).toMatchObject({ standing: 'jardin', anchor: { place: 'proposition', quote: 'jardin' } })
    expect(found?.anchor.before).toBe('Le jardin est grand. Ici : Le ')
  })

  test('where the words were changed, on what is left of their sentences; several sentences from first to last', () => {
    const said = anchored(draft, 'est à tous. On y plante', ['proposition', 0])
    const { joint } = jointOf([
      ['Le jardin ', id('à tous')],
      ['appartient ', null],
      ['à tous. ', id('à tous')],
      ['On y plante.', id('plante')],
    ])
    expect(travelledTo(joint, parent, said)?.standing).toBe('Le jardin appartient à tous. On y plante.')
  })

  test('on nothing, where the words are not there, carry nobody’s mark, or claim what they do not say', () => {
    const said = anchored(draft, 'On y mange', ['proposition', 1])
    const claims = [
      jointOf([['On y mange.', null]]),
      jointOf([['On y mange.', id('plante')]]),
      jointOf([['Nous voulons autre chose', id('mange')]]),
      jointOf([['', null]]),
    ]
    expect(claims.map(({ joint }) => travelledTo(joint, parent, said))).toEqual(Array(4).fill(undefined))
    const title = anchored(draft, 'Comité', ['title', 0])
    expect(travelledTo(jointOf([['Comité', null]]).joint, parent, title)).toBeUndefined()
  })

  test('a nuance that was joined, a passage of one country', () => {
    const nuanceId = readDraft('p', draft)?.nuances[0]?.id ?? ''
    const onNuance = anchored(draft, 'en hiver', [`nuance:${nuanceId}`, 0])
    const onCountry = anchored(draft, 'la commune', ['country:BE', 0])
    const doc = new Y.Doc()
    createDraft(doc, {
      ...{ id: 'j', title: 'Commun', countryPassages: { BE: 'Ici. En Belgique, la commune décide.' } },
    })
    const joint = draftIn(doc, 'j')
    const map = new Y.Map<unknown>()
    map.set('text', new Y.Text('Sauf en hiver.'))
    ;(joint.get('nuances') as Y.Map<unknown>).set(nuanceIdOf(id('hiver')), map) // createDraft made it
    const reading = readJointBlocks(joint)
    expect(travelledTo(reading, parent, onNuance)).toMatchObject({
      ...{ standing: 'en hiver', anchor: { place: `nuance:${nuanceIdOf(id('hiver'))}` } },
    })
    expect(travelledTo(reading, parent, onCountry)).toMatchObject({
      ...{ standing: 'la commune', anchor: { place: 'country:BE' } },
    })
  })

  test('parents are those of the merge that made the draft; a document without merges gets no root', () => {
    const { doc } = jointOf([])
    expect(parentsOf(doc, 'j')).toEqual([])
    expect(doc.share.has('merges')).toBe(false)
    const merge = { mergeId: 'merge1', spaceId: 's', draftId: 'd-merge1', title: 'Commun', entities: [] }
    beginMerge(doc, { ...merge, parents: [parent] })
    expect(parentsOf(doc, 'd-merge1').map(({ key }) => key)).toEqual(['m.1'])
    expect(parentsOf(doc, 'j')).toEqual([])
  })
})
