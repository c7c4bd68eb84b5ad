// The three merges that an attentive secretary wrote down, read by the product: rows, fates, and whose words they are.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createDraft, type DraftMap, draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { targetOf } from '#shared/merge/fates.ts'
import { freezeParent } from '#shared/merge/freezeParent.ts'
import type { FrozenParent } from '#shared/merge/frozenParent.ts'
import { prepareMerge, readPrepared } from '#shared/merge/mergeReading.ts'
import type { Merge } from '#shared/merge/mergeState.ts'
import { lettersIn } from '#shared/merge/passageIndex.ts'

/** Figures for people to read, one line each. */
const report = (what: string, figures: object): void => {
  process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`)
}

const sections = ['constat', 'proposition', 'moyens'] as const
type Sections<Sentence> = Record<(typeof sections)[number], { paragraphs: Sentence[][] }>
interface Texts {
  countryPassages?: { jurisdiction: string; text: string }[]
  nuances: { type: 'nuance' | 'reservation' | 'condition' | 'minority'; text: string; groupId: string }[]
}
interface JointSentence {
  text: string
  sources: string[]
  spans?: { text: string; from: string | null }[]
}
interface ExpectedFate {
  ref: string
  fate: 'kept' | 'reworded' | 'joined-as-nuance' | 'set-aside'
  targets: string[]
  coveredBy?: string | null
}
interface Scenario {
  id: string
  parents: string[]
  relations: { a: string; b: string; relation: 'same-meaning' | 'contradiction' }[]
  fates: ExpectedFate[]
  joint: Sections<JointSentence> & Texts
}
type Draft = Sections<string> & Texts & { id: string; title: string; groupId: string }

// The data's own test holds it to its schema.
const demo = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../server/features/demo/data/${file}`, import.meta.url), 'utf8'))
const { drafts } = demo('workshop-drafts.json') as { drafts: Draft[] }
const { scenarios } = demo('merge-scenarios.json') as { scenarios: Scenario[] }

const by = 0

function frozen(draft: Draft, key: string): FrozenParent {
  const doc = new Y.Doc()
  const paragraphs = (name: (typeof sections)[number]) =>
    draft[name].paragraphs.map((sentences) => sentences.join(' '))
  createDraft(doc, {
    id: draft.id,
    title: draft.title,
    constat: paragraphs('constat'),
    proposition: paragraphs('proposition'),
    moyens: paragraphs('moyens'),
    nuances: draft.nuances,
    countryPassages: Object.fromEntries(
      (draft.countryPassages ?? []).map(({ jurisdiction, text }) => [jurisdiction, text]),
    ),
  })
  const read = readDraft(draft.id, draftsOf(doc).get(draft.id))
  if (!read) throw new Error('the draft was just made')
  return freezeParent(read, { key, spaceId: draft.groupId, groupId: draft.groupId, now: 0 })
}

/** References of the scenario -> passage ids. */
function passageIds(parents: readonly FrozenParent[]): Map<string, string> {
  const ids = new Map<string, string>()
  for (const { draftId, passages } of parents) {
    const source = drafts.find(({ id }) => id === draftId)
    for (const passage of passages) {
      const place =
        passage.kind === 'sentence'
          ? `${passage.section}/${passage.block}/${passage.sentence}`
          : passage.kind === 'country'
            ? `countryPassages/${source?.countryPassages?.findIndex(({ text }) => text === passage.text)}`
            : `nuances/${source?.nuances.findIndex(({ text }) => text === passage.text)}`
      ids.set(`${draftId}/${place}`, passage.id)
    }
  }
  return ids
}

function writeJoint({ joint }: Scenario, ids: ReadonlyMap<string, string>): DraftMap {
  const doc = new Y.Doc()
  createDraft(doc, {
    id: 'joint',
    title: 'joint',
    nuances: joint.nuances,
    countryPassages: Object.fromEntries(
      (joint.countryPassages ?? []).map(({ jurisdiction, text }) => [jurisdiction, text]),
    ),
  })
  const draft = draftsOf(doc).get('joint')
  if (!draft) throw new Error('the draft was just made')
  for (const section of sections) {
    const fragment = draft.get(section) as Y.XmlFragment // createDraft made it
    fragment.delete(0, fragment.length)
    fragment.insert(
      0,
      joint[section].paragraphs.map((sentences) => {
        const words = new Y.XmlText()
        words.applyDelta(
          sentences.flatMap((sentence, n) => {
            const spans = sentence.spans ?? [{ text: sentence.text, from: sentence.sources[0] ?? null }]
            return [
              ...(n > 0 ? [{ insert: ' ' }] : []),
              ...spans.map(({ text, from }) => ({
                insert: text,
                ...(from === null ? {} : { attributes: { src: { ref: ids.get(from) } } }),
              })),
            ]
          }),
        )
        const paragraph = new Y.XmlElement('paragraph')
        paragraph.insert(0, [words])
        return paragraph
      }),
    )
  }
  return draft
}

/** What the secretary decided: the product is told, as people would tell it. */
function decisions(scenario: Scenario, ids: ReadonlyMap<string, string>, draft: DraftMap) {
  const fates: Merge['fates'] = {}
  const nuanceIds = (readDraft('joint', draft)?.nuances ?? []).map(({ id }) => id)
  for (const { ref, fate, targets } of scenario.fates) {
    const id = ids.get(ref) ?? ''
    if (fate === 'set-aside') fates[id] = { kind: 'set-aside', reasonId: 'r', by, at: 0 }
    if (fate === 'joined-as-nuance')
      fates[id] = {
        kind: 'joined',
        nuanceId: nuanceIds[Number(targets[0]?.split('/').at(-1))] ?? '',
        by,
        at: 0,
      }
  }
  const reasons: Merge['reasons'] = { r: { code: 'same-meaning', text: '', coveredBy: null } }
  return { draftId: 'joint', fates, reasons }
}

const percent = (part: number, of: number): number => Math.round((100 * part) / of)
const sharesTarget = (a: ExpectedFate | undefined, b: ExpectedFate | undefined): boolean => {
  const ends = (fate: ExpectedFate | undefined) => [...(fate?.targets ?? []), fate?.coveredBy ?? []].flat()
  return ends(a).some((end) => ends(b).includes(end))
}

function readScenario(scenario: Scenario) {
  const parents = scenario.parents.map((id, place) => {
    const draft = drafts.find((one) => one.id === id)
    if (!draft) throw new Error(`${id} is not in the demo`)
    return frozen(draft, `m.${place + 1}`)
  })
  const ids = passageIds(parents)
  const draft = writeJoint(scenario, ids)
  const prepared = prepareMerge(parents, { pairs: [], alone: [] })
  return { scenario, parents, ids, draft, prepared, decided: decisions(scenario, ids, draft) }
}

const all = scenarios.map(readScenario)

test('every reference of the scenarios is a passage', () => {
  expect(all).toHaveLength(3)
  for (const { scenario, ids, parents } of all) {
    for (const { ref } of scenario.fates) expect(ids.has(ref), ref).toBe(true)
    expect(parents.flatMap(({ passages }) => passages)).toHaveLength(scenario.fates.length)
  }
})

test('rows find what says the same or contradicts, and join nothing else', () => {
  const found = { 'same-meaning': 0, contradiction: 0 }
  const expected = { 'same-meaning': 0, contradiction: 0 }
  const wrong: string[] = []
  let common = 0
  for (const { scenario, ids, prepared } of all) {
    const fateOf = new Map(scenario.fates.map((fate) => [ids.get(fate.ref), fate]))
    const relations = new Map(scenario.relations.map((one) => [`${ids.get(one.a)} ${ids.get(one.b)}`, one]))
    for (const { relation } of scenario.relations) expected[relation] += 1
    for (const { cells } of prepared.rows)
      for (const a of cells[0] ?? [])
        for (const b of cells[1] ?? []) {
          const relation = relations.get(`${a} ${b}`)
          if (relation) found[relation.relation] += 1
          else if (sharesTarget(fateOf.get(a), fateOf.get(b))) common += 1
          else wrong.push(`${fateOf.get(a)?.ref} ~ ${fateOf.get(b)?.ref}`)
        }
  }
  report('rows', { found, expected, common, wrong })
  expect(wrong.length).toBeLessThanOrEqual(1)
  expect(found['same-meaning']).toBeGreaterThanOrEqual(5)
  expect(found.contradiction).toBeGreaterThanOrEqual(2)
})

test('drafts about something else share next to no row', () => {
  let rows = 0
  let sentences = 0
  for (const [place, one] of drafts.entries())
    for (const other of drafts.slice(place + 1)) {
      if (scenarios.some(({ parents }) => parents.includes(one.id) && parents.includes(other.id))) continue
      const { rows: some } = prepareMerge([frozen(one, 'm.1'), frozen(other, 'm.2')], {
        pairs: [],
        alone: [],
      })
      const own = some.filter(({ part }) => part !== 'country')
      rows += own.filter(({ cells }) => cells.every(({ length }) => length > 0)).length
      sentences += own.length
    }
  report('unrelated drafts', { rows, sentences })
  expect(percent(rows, sentences)).toBeLessThanOrEqual(3)
})

test('[M4] [M5] the fates of an expected joint text are those that the secretary wrote down', () => {
  const kinds = { kept: 'kept', reworded: 'proposed', 'joined-as-nuance': 'joined', 'set-aside': 'set-aside' }
  for (const { scenario, ids, prepared, draft, decided } of all) {
    const { fates, counts } = readPrepared(prepared, draft, decided)
    const differing = scenario.fates.flatMap(({ ref, fate }) => {
      const read = fates.get(ids.get(ref) ?? '')
      return read?.kind === kinds[fate] ? [] : [`${ref}: ${fate}, read as ${read?.kind}`]
    })
    const undecided = readPrepared(prepared, draft, { ...decided, fates: {} })
    report(scenario.id, { of: scenario.fates.length, differing, counts, undecided: undecided.counts })
    expect(fates.size).toBe(scenario.fates.length)
    expect(differing.length).toBeLessThanOrEqual(1)
    const kept = scenario.fates.filter(({ fate }) => fate === 'kept').map(({ ref }) => ids.get(ref) ?? '')
    for (const id of kept) expect(undecided.fates.get(id)?.kind, id).toBe('kept')
  }
})

test('[M5] a proposed rewording points to the sentence that says it, and to few others', () => {
  let right = 0
  let expected = 0
  let more = 0
  for (const { scenario, ids, prepared, draft, decided } of all) {
    const { fates } = readPrepared(prepared, draft, decided)
    for (const { ref, fate, targets } of scenario.fates) {
      if (fate !== 'reworded') continue
      const read = fates.get(ids.get(ref) ?? '')
      const places = read && 'targets' in read ? read.targets : []
      const named = places.map(
        ({ section, block, sentence }) => `${scenario.id}/${section}/${block}/${sentence}`,
      )
      expected += targets.length
      right += targets.filter((target) => named.includes(target)).length
      more += named.filter((name) => !targets.includes(name)).length
      const target = targetOf(places)
      const id = ids.get(ref) ?? ''
      const told = { ...decided, fates: { [id]: { kind: 'reworded' as const, target, by, at: 0 } } }
      if (read?.kind === 'proposed')
        expect(readPrepared(prepared, draft, told).fates.get(id)?.kind).toBe('reworded')
    }
  }
  report('targets', { expected, right, more })
  expect(percent(right, expected)).toBeGreaterThanOrEqual(90)
  expect(more).toBeLessThanOrEqual(8)
})

test('the share written together is that of the expected maps', () => {
  for (const { scenario, ids, prepared, draft, decided } of all) {
    const { joint } = readPrepared(prepared, draft, decided)
    const runs = joint.filter(({ of }) => of === '').flatMap((sentence) => sentence.runs)
    const letters = (some: readonly { text: string }[]) =>
      some.reduce((sum, { text }) => sum + lettersIn(text), 0)
    const spans = sections
      .flatMap((section) => scenario.joint[section].paragraphs.flat())
      .flatMap(({ text, sources, spans: own }) => own ?? [{ text, from: sources[0] ?? null }])
    const all = letters(runs)
    const together = letters(runs.filter(({ from }) => from === null))
    const expected = letters(spans.filter(({ from }) => from === null))
    const wrong = runs.filter(({ from, ref }) => from !== null && from !== ref)
    report(scenario.id, {
      letters: all,
      together,
      expected,
      sharePercent: (100 * together) / all,
      expectedPercent: (100 * expected) / all,
    })
    expect(letters(spans)).toBe(all)
    expect(wrong).toEqual([])
    expect(together).toBeGreaterThanOrEqual(expected)
    expect((100 * (together - expected)) / all).toBeLessThan(1)
    expect([...ids.values()]).toEqual(expect.arrayContaining(runs.flatMap(({ from }) => from ?? [])))
  }
})
