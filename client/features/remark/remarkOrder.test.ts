import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { placedRemarks } from '#client/features/remark/remarkOrder.ts'
import { createDraft, draftsOf } from '#shared/draft/draftModel.ts'
import { anchorOf, lettersOf, textsIn } from '#shared/remark/anchor.ts'
import type { Remark, RemarkAnchor, RemarkPlace } from '#shared/remark/remark.ts'

const doc = new Y.Doc()
createDraft(doc, {
  id: 'd',
  title: 'Un comité',
  constat: ['On ne sait pas qui décide.'],
  proposition: ['Chaque antenne ouvre un comité.', 'Il se réunit chaque mois.'],
})
const draft = draftsOf(doc).get('d')

function anchored(place: RemarkPlace, quote: string): RemarkAnchor {
  for (const text of draft ? textsIn(draft, place) : []) {
    const at = lettersOf(text).indexOf(quote)
    const anchor =
      draft && at >= 0
        ? anchorOf(draft, place, [
            { text, index: at },
            { text, index: at + quote.length },
          ])
        : undefined
    if (anchor) return anchor
  }
  throw new Error(`« ${quote} » does not stand there`)
}

const remark = (id: string, anchor: RemarkAnchor | null, at = 1): Remark => ({
  id,
  spaceId: 's',
  draftId: 'd',
  kind: 'comment',
  anchor,
  standing: anchor?.quote ?? null,
  text: id,
  proposal: null,
  by: { name: 'Inès', groupId: null, standing: 'guest' },
  mine: false,
  mentionsMe: false,
  at,
  editedAt: null,
  status: 'open',
  closed: null,
  replies: [],
  mentions: [],
  may: [],
  cameFrom: null,
})

test('remarks follow their text, the whole draft’s first, and say what stands there today', () => {
  const remarks = [
    remark('mois', anchored('proposition', 'chaque mois')),
    remark('antenne', anchored('proposition', 'Chaque antenne')),
    remark('qui', anchored('constat', 'qui décide')),
    remark('titre', anchored('title', 'Un comité')),
    remark('tout', null, 9),
    remark('comité', anchored('proposition', 'un comité')),
  ]
  const [first, second] = draft ? textsIn(draft, 'proposition') : []
  second?.insert(0, 'Ici, ')
  first?.delete(0, 'Chaque antenne'.length)
  const at = lettersOf(second ?? new Y.Text()).indexOf('mois')
  second?.insert(at, 'beau ')
  const placed = placedRemarks(doc, 'd', remarks)
  expect(placed.map((one) => one.remark.id)).toEqual(['tout', 'titre', 'qui', 'comité', 'mois', 'antenne'])
  expect(Object.fromEntries(placed.map((one) => [one.remark.id, one.passage]))).toEqual({
    tout: 'whole',
    titre: 'stands',
    qui: 'stands',
    comité: 'stands',
    mois: 'changed',
    antenne: 'gone',
  })
  expect(placed.find((one) => one.remark.id === 'mois')?.words).toBe('chaque beau mois')
})
