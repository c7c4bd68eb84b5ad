// Words that are typed over become nobody's alone; those around them stay their source's.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createDraft, draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { freezeParent } from '#shared/merge/freezeParent.ts'
import { prepareMerge, readPrepared } from '#shared/merge/mergeReading.ts'
import { tokensOf } from '#shared/merge/provenWords.ts'

const words = (
  'le la de une comité sociétaires antenne ouverte budget clés salle soir deux voisins partagé quartier on ne pas vote page mois ' +
  'avenue élan caisse repas jardin chantier vélo café école forêt rivière marché musée théâtre lampe'
).split(' ')

function draftOf(constat: readonly string[]) {
  const doc = new Y.Doc()
  createDraft(doc, { id: 'd', title: 'd', constat })
  const map = draftsOf(doc).get('d')
  const read = readDraft('d', map)
  if (!map || !read) throw new Error('the draft was just made')
  return { map, read }
}

/** A joint text with one marked sentence, ready to be typed in. */
function jointWith(text: string, ref: string) {
  const { map } = draftOf([])
  const paragraph = new Y.XmlElement('paragraph')
  const typed = new Y.XmlText()
  typed.insert(0, text, { src: { ref } })
  paragraph.insert(0, [typed])
  const section = map.get('constat') as Y.XmlFragment // createDraft made it
  section.insert(0, [paragraph])
  return { map, typed }
}

test('changing three of the twelve words of a marked sentence leaves nine as the source’s', () => {
  const twelve = fc.uniqueArray(fc.constantFrom(...words), { minLength: 12, maxLength: 12 })
  const three = fc.uniqueArray(fc.nat(11), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(twelve, three, (said, changed) => {
      const { read } = draftOf([`${said.join(' ')}.`])
      const parent = freezeParent(read, { key: 'm.1', spaceId: 's', groupId: 'g', now: 0 })
      const { map, typed } = jointWith(parent.passages[0]?.text ?? '', 'm.1-0')
      for (const place of changed.toSorted((a, b) => b - a)) {
        const at = said.slice(0, place).reduce((sum, one) => sum + one.length + 1, 0)
        typed.delete(at, said[place]?.length ?? 0)
        typed.insert(at, `nouveau${place}`, {})
      }
      const merge = { draftId: 'd', fates: {}, reasons: {} }
      const { joint, fates } = readPrepared(prepareMerge([parent], { pairs: [], alone: [] }), map, merge)
      const wordsFrom = (source: string | null) =>
        joint
          .flatMap(({ runs }) => runs)
          .filter(({ from }) => from === source)
          .flatMap(({ text }) => tokensOf(text).map(({ word }) => word))
      expect(wordsFrom('m.1-0')).toEqual(said.filter((_word, place) => !changed.includes(place)))
      expect(wordsFrom(null)).toEqual(changed.toSorted((a, b) => a - b).map((place) => `nouveau${place}`))
      expect(fates.get('m.1-0')?.kind).toBe('proposed')
    }),
    { numRuns: 500, endOnFailure: true },
  )
})
