import { describe, expect, test } from 'vitest'
import { converge } from '#shared/convergence/convergence.ts'
import type { ConvergenceAct } from '#shared/convergence/convergenceActs.ts'
import { convergenceAct } from '#shared/convergence/convergenceActs.ts'
import { type ConvergenceState, nothingConverged } from '#shared/convergence/convergenceState.ts'
import { annexOf, coverageOf, fateOf, numbersOf } from '#shared/convergence/coverage.ts'
import { type HandedText, handedFingerprint } from '#shared/convergence/handedText.ts'
import { publish } from '#shared/convergence/publishing.ts'
import { aspectFingerprint, groupReviews, unreviewedGroups } from '#shared/convergence/reviews.ts'
import { sentenceSources } from '#shared/convergence/sentenceSources.ts'
import { countWords } from '#shared/convergence/summaryWords.ts'

const handed = (id: string, groupId: string, more: Partial<HandedText> = {}): HandedText => {
  const text = {
    ...{ id, draftId: id, groupIds: [groupId], themeId: 'th-1', title: `Titre ${id}` },
    ...{
      summary: '',
      constat: '',
      proposition: `Le texte ${id} propose une chose.`,
      moyens: '',
      nuances: [],
    },
    ...{ jurisdictions: ['XX'], kind: null, maturity: null, contextIds: [], ...more },
  }
  return { ...text, fingerprint: handedFingerprint(text) }
}

/** A cooperative-life desk with five texts of three groups. */
class Bench {
  state: ConvergenceState = nothingConverged
  texts: HandedText[] = [
    handed('a', 'g1'),
    handed('b', 'g1'),
    handed('c', 'g2', { themeId: 'th-2' }),
    handed('d', 'g2'),
    handed('e', 'g3'),
  ]
  #count = 0

  do(act: object, name = 'Nora'): string {
    const made = converge(this.state, convergenceAct.parse(act) as ConvergenceAct, {
      texts: this.texts,
      themes: [{ id: 'th-1', title: 'Partager' }],
      by: { id: name, name },
      at: 7,
      newId: () => `n${++this.#count}`,
    })
    if (!made.ok) return made.error.reason
    this.state = made.value
    return 'ok'
  }
  itemWith(textId: string): string {
    return this.state.places[textId]?.into[0]?.itemId ?? ''
  }
  item(textId: string) {
    const item = this.state.items[this.itemWith(textId)]
    if (!item) throw new Error(`no item of ${textId}`)
    return item
  }
  fate(id: string) {
    const text = this.texts.find((one) => one.id === id)
    return text && fateOf(this.state, this.texts, text)
  }
  get coverage() {
    return coverageOf(this.texts.map((text) => fateOf(this.state, this.texts, text)))
  }
  summarise(textId: string, summary = 'Un résumé.'): string {
    const { id, summaryRevision } = this.item(textId)
    return this.do({ act: 'summarise', itemId: id, seen: summaryRevision, summary })
  }
  review(textId: string, groupId: string, verdict: string, word = ''): string[] {
    const item = this.item(textId)
    return (['text', 'summary'] as const).map((aspect) => {
      const fingerprint = aspectFingerprint(this.state, this.texts, { aspect, item })
      return this.do({ act: 'review', itemId: item.id, groupId, aspect, verdict, word, fingerprint })
    })
  }
  publish(knowing: string[] = []) {
    return publish(this.state, { texts: this.texts, knowing, byName: 'Nora', at: 9, date: '2020-04-27' })
  }
  /** a kept, b with c merged, d a nuance of a, e aside. */
  place(): this {
    this.do({ act: 'keep', textIds: ['a', 'b'], familyId: null })
    this.do({ act: 'join', textIds: ['c'], itemId: this.itemWith('b'), as: 'text' })
    this.do({
      act: 'join',
      textIds: ['d'],
      itemId: this.itemWith('a'),
      as: 'nuance',
      nuanceType: 'condition',
    })
    this.do({ act: 'set-aside', textIds: ['e'], reason: 'Déjà décidé en janvier.' })
    return this
  }
}

describe('placing', () => {
  test('[CV1] [CV2] every text is counted once, by the fate that follows from where it stands', () => {
    const bench = new Bench().place()
    expect(['a', 'b', 'c', 'd', 'e'].map((id) => bench.fate(id))).toEqual([
      ...['kept', 'merged', 'merged', 'nuance', 'aside'],
    ])
    expect(bench.coverage).toMatchObject({ total: 5, placed: 5 })
    bench.do({ act: 'take-out', textIds: ['c'], itemId: null })
    expect([bench.fate('b'), bench.fate('c'), bench.coverage.placed]).toEqual(['kept', null, 4])
    bench.do({ act: 'join', textIds: ['a'], itemId: bench.itemWith('b'), as: 'text', also: true })
    expect(bench.fate('a')).toBe('split')
  })

  test('[CV1] a text that is handed over anew with other words is to be placed anew', () => {
    const bench = new Bench().place()
    bench.texts = bench.texts.map((one) =>
      one.id === 'a' ? handed('a', 'g1', { proposition: 'Autre.' }) : one,
    )
    expect([bench.fate('a'), bench.coverage.placed]).toEqual([null, 4])
  })

  test('without a family a text goes to the one of its theme, which is made once; items are numbered in their order', () => {
    const bench = new Bench()
    bench.do({ act: 'keep', textIds: ['a', 'b', 'c'], familyId: null })
    expect(bench.state.families.map(({ items, title }) => [title, items.length])).toEqual([
      ['Partager', 2],
      ['th-2', 1],
    ])
    const [first, second] = bench.state.families
    bench.do({ act: 'move-family', familyId: second?.id, before: first?.id })
    bench.do({
      act: 'move-item',
      itemId: bench.itemWith('b'),
      familyId: first?.id,
      before: bench.itemWith('a'),
    })
    const numbers = numbersOf(bench.state)
    expect(['c', 'b', 'a'].map((id) => numbers.get(bench.itemWith(id)))).toEqual(['1.1', '2.1', '2.2'])
    expect(bench.do({ act: 'keep', textIds: ['zz'], familyId: null })).toBe('gone')
  })

  test('[CV3] a family with items stays; [CV4] an item goes with its last text, and frees its nuances', () => {
    const bench = new Bench().place()
    const familyId = bench.state.families[0]?.id
    expect(bench.do({ act: 'remove-family', familyId })).toBe('familyFull')
    expect(bench.do({ act: 'join', textIds: ['a'], itemId: bench.itemWith('a'), as: 'nuance' })).toBe(
      'onlyText',
    )
    bench.do({ act: 'set-aside', textIds: ['a'], reason: 'Non.' })
    expect(Object.keys(bench.state.items)).toHaveLength(1)
    expect(bench.fate('d')).toBeNull()
  })

  test('[CV5] nothing is set aside without a reason', () => {
    expect(() => convergenceAct.parse({ act: 'set-aside', textIds: ['a'], reason: '  ' })).toThrow()
    expect(annexOf(new Bench().place().state, new Bench().texts).at(-1)).toMatchObject({
      ...{ fate: 'aside', reason: 'Déjà décidé en janvier.', numbers: [] },
    })
  })

  test('two begin an item, items merge with all their texts, a pair that stays apart is remembered', () => {
    const bench = new Bench()
    bench.do({ act: 'begin', textIds: ['a', 'c'], as: 'text', familyId: null })
    bench.do({ act: 'keep', textIds: ['d'], familyId: null })
    expect(bench.fate('a')).toBe('merged')
    bench.do({ act: 'merge-items', from: bench.itemWith('d'), into: bench.itemWith('a') })
    expect(['a', 'c', 'd'].map((id) => bench.itemWith(id))).toEqual(Array(3).fill(bench.itemWith('a')))
    bench.do({ act: 'apart', a: 'e', b: 'b' })
    expect(bench.state.apart).toEqual(['b|e'])
  })
})

describe('words', () => {
  test('[CV6] words are changed over the words that were on the screen', () => {
    const bench = new Bench().place()
    const { id, revision } = bench.item('a')
    const words = { act: 'word', itemId: id, seen: revision, title: 'Un titre', constat: '', moyens: '' }
    const more = { proposition: 'Fait.', jurisdictions: ['XX'], kind: 'tool' }
    expect(bench.do({ ...words, ...more })).toBe('ok')
    expect(bench.do({ ...words, ...more, title: 'Un autre' })).toBe('stale')
    expect(bench.item('a').title).toBe('Un titre')
  })

  test('[CV7] sixty words, the name of who wrote them, and nothing overwritten unseen', () => {
    const bench = new Bench().place()
    const long = Array(61).fill('mot').join(' ')
    expect(bench.summarise('a', long)).toBe('summaryLong')
    expect(bench.summarise('a', long.slice(4))).toBe('ok')
    expect(bench.item('a').summaryBy).toEqual({ id: 'Nora', name: 'Nora' })
    const { id } = bench.item('a')
    expect(bench.do({ act: 'summarise', itemId: id, seen: 1, summary: 'Court.' })).toBe('stale')
    expect(countWords('Les prêt·e·s : 8\u00a0000 € à l’antenne, soit 8 000 €.')).toBe(7)
  })

  test('[CV11] each sentence names its source, and what the sources say beyond it stays in sight', () => {
    const one = handed('a', 'g1', {
      proposition: 'Chaque antenne ouvre un comité local. Un budget annuel lui est attribué.',
    })
    const other = handed('b', 'g2', { proposition: 'Un groupe local accueille les nouvelles personnes.' })
    const words = { title: '', constat: '', moyens: '' }
    const read = sentenceSources(
      { ...words, proposition: 'Chaque antenne ouvre un comité  local. Les antennes se parlent.' },
      [one, other],
    )
    expect(read.sentences.proposition.map(({ from }) => from)).toEqual([{ textId: 'a', way: 'same' }, null])
    expect(read.left.map(({ text }) => text)).toEqual([
      'Un budget annuel lui est attribué.',
      'Un groupe local accueille les nouvelles personnes.',
    ])
    const reworded = sentenceSources(
      { ...words, proposition: 'Un budget annuel est attribué à chaque comité local.' },
      [one],
    )
    expect(reworded.sentences.proposition[0]?.from).toEqual({ textId: 'a', way: 'reworded' })
  })
})

describe('reviews and publication', () => {
  const ready = (): Bench => {
    const bench = new Bench().place()
    bench.summarise('a')
    bench.summarise('b')
    return bench
  }

  test('[CV8] by a source group, of the words as they stand, with a word where something is wrong; a change lapses it', () => {
    const bench = ready()
    expect(bench.review('a', 'g3', 'faithful')).toEqual(['notSource', 'notSource'])
    expect(bench.review('a', 'g1', 'to-correct')).toEqual(['wordWanted', 'wordWanted'])
    expect(bench.review('a', 'g1', 'faithful')).toEqual(['ok', 'ok'])
    const verdict = () =>
      groupReviews(bench.state, bench.texts, bench.item('a')).map((one) => [one.groupId, one.verdict])
    expect(verdict()).toEqual([
      ['g1', 'faithful'],
      ['g2', 'none'],
    ])
    bench.summarise('a', 'Un autre résumé.')
    expect(verdict()[0]).toEqual(['g1', 'none'])
    bench.review('a', 'g1', 'to-correct', 'Il manque le budget.')
    expect(verdict()[0]).toEqual(['g1', 'to-correct'])
    const item = bench.item('a')
    const stale = { act: 'review', itemId: item.id, groupId: 'g1', aspect: 'text', verdict: 'faithful' }
    expect(bench.do({ ...stale, fingerprint: 'of other words' })).toBe('stale')
  })

  test('[CV12] refused until every text has its place and every item its summary and its proposal', () => {
    const reason = (bench: Bench, knowing?: string[]) => {
      const made = bench.publish(knowing)
      return made.ok ? 'ok' : made.error.reason
    }
    expect(reason(new Bench())).toBe('uncovered')
    const bench = new Bench().place()
    expect(reason(bench)).toBe('summariesWanted')
    bench.summarise('a')
    bench.summarise('b')
    bench.do({ act: 'take-out', textIds: ['e'], itemId: null })
    expect(reason(bench)).toBe('uncovered')
    bench.do({ act: 'set-aside', textIds: ['e'], reason: 'Non.' })
    const { id, jurisdictions, kind, revision } = bench.item('a')
    const words = { title: 'T', constat: '', proposition: ' ', moyens: '', jurisdictions, kind }
    bench.do({ act: 'word', itemId: id, seen: revision, ...words })
    expect(reason(bench)).toBe('proposalsWanted')
  })

  test('[CV13] whoever publishes names the groups that have not found everything faithful, and so do the items', () => {
    const bench = ready()
    expect(unreviewedGroups(bench.state, bench.texts)).toEqual(['g1', 'g2'])
    expect(bench.publish().ok).toBe(false)
    for (const id of ['a', 'b']) bench.review(id, 'g1', 'faithful')
    expect(bench.publish(['g1', 'g2']).ok).toBe(false)
    const made = bench.publish(['g2'])
    if (!made.ok) throw new Error(made.error.reason)
    const { annex, families, versions } = made.value
    expect(annex).toHaveLength(5)
    expect(families[0]?.items).toEqual(versions.map(({ recommendation }) => recommendation.id))
    expect(versions[0]).toMatchObject({
      version: 1,
      cause: 'publication',
      about: { family: 'Partager', place: 1, summaryBy: 'Nora' },
      recommendation: {
        code: '1.1',
        groupIds: ['g1', 'g2'],
        jurisdictions: ['XX'],
        provenance: [
          { draftId: 'a', groupId: 'g1', relation: 'kept' },
          { draftId: 'd', groupId: 'g2', relation: 'merged' },
        ],
        nuances: [{ groupId: 'g2', type: 'condition', text: 'Titre d\nLe texte d propose une chose.' }],
      },
    })
    expect(versions[0]?.about?.reviews).toEqual([
      { groupId: 'g1', verdict: 'faithful', name: 'Nora' },
      { groupId: 'g2', verdict: 'none', name: null },
    ])
  })

  test('[CV10] after publication nothing moves', () => {
    const bench = ready()
    const made = bench.publish(['g1', 'g2'])
    if (!made.ok) throw new Error(made.error.reason)
    bench.state = { ...bench.state, published: made.value }
    expect(bench.do({ act: 'set-aside', textIds: ['a'], reason: 'x' })).toBe('published')
    expect(bench.publish(['g1', 'g2']).ok).toBe(false)
  })
})

test('[CV12] a text whose group took its list back is published as nobody’s by nobody', () => {
  const bench = new Bench().place()
  for (const id of ['a', 'b']) bench.summarise(id)
  const all = [...new Set(bench.texts.flatMap(({ groupIds }) => groupIds))]
  expect(bench.publish(all)).not.toMatchObject({ error: { reason: 'sourcesGone' } })
  bench.texts = bench.texts.filter(({ id }) => id !== 'a')
  const made = bench.publish(unreviewedGroups(bench.state, bench.texts) as string[])
  expect(made).toMatchObject({ ok: false, error: { reason: 'sourcesGone' } })
})

test('an item merged into another: a text that stands in both stays a source of it', () => {
  const bench = new Bench()
  bench.do({ act: 'keep', textIds: ['a', 'b'], familyId: null })
  const [from, into] = [bench.itemWith('a'), bench.itemWith('b')]
  const both = { act: 'join', textIds: ['c'], nuanceType: 'nuance', also: true }
  bench.do({ ...both, itemId: from, as: 'nuance' })
  bench.do({ ...both, itemId: into, as: 'text' })
  bench.do({ act: 'merge-items', from, into })
  expect(bench.state.places['c']?.into).toMatchObject([{ itemId: into, as: 'text' }])
})
