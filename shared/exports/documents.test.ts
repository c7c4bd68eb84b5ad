// Documents are made from the demo's own file: their figures are counted in it, never written here.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkCycleFile } from '#shared/cycle/checkCycleFile.ts'
import type { CycleFile, Recommendation } from '#shared/cycle/cycleFile.ts'
import { otherCooperative } from '#shared/cycle/otherCooperative.ts'
import { cycleSlice, type SliceRecords } from '#shared/exports/cycleSlice.ts'
import { type DecisionsFacts, decisionsDocument } from '#shared/exports/decisionsDocument.ts'
import type { ExportDocument } from '#shared/exports/exportDocument.ts'
import { exportMarkdown } from '#shared/exports/exportMarkdown.ts'
import { type FinalFacts, finalDocument } from '#shared/exports/finalDocument.ts'
import { importedVersion } from '#shared/publication/publishedVersion.ts'

const demo = JSON.parse(
  readFileSync(new URL('../../server/features/demo/data/cycle-2019-2020.json', import.meta.url), 'utf8'),
) as CycleFile // the product's own file, checked by its import

const frame = {
  language: 'fr',
  saidIn: 'fr',
  organisation: 'Org',
  cycle: 'Cycle',
  day: '2020-12-15',
} as const

function finalFacts(file: CycleFile, layers: FinalFacts['layers'] = 'annex'): FinalFacts {
  const whole = (file.recommendations ?? []).map(
    (one) => ({ status: null, code: null, nuances: [], ...one }) as Recommendation,
  ) // absent fields are null, as the store gives them
  return {
    ...{ frame: { ...frame, saidIn: file.language }, layers, projects: new Set<string>() },
    groups: file.groups.map(({ id, code }) => ({ id, place: code })),
    entities: file.entities,
    drafts: (file.drafts ?? []).map(({ groupId, id, text, title }) => ({ id, groupId, title, text })),
    themes: file.themes,
    texts: whole.map((one) =>
      importedVersion({
        ...one,
        nuances: (one.nuances ?? []).map((nuance) => ({ ...nuance, groupId: nuance.groupId ?? null })),
        provenance: one.provenance ?? [],
        groupIds: one.groupIds ?? [],
        jurisdictions: one.jurisdictions ?? [],
        contextIds: one.contextIds ?? [],
      }),
    ),
  }
}

const words = ({ blocks }: ExportDocument): string => JSON.stringify(blocks)
const titles = ({ blocks }: ExportDocument, level: number): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === level ? [block.runs.map(({ text }) => text).join('')] : [],
  )

test('the whole document holds every recommendation, every nuance, and every handed-over text word for word', () => {
  const document = finalDocument(finalFacts(demo))
  const all = words(document)
  const inDocument = (text: string): boolean =>
    all.includes(JSON.stringify(text.replace(/\s+/g, ' ').trim()).slice(1, -1))
  for (const { nuances, summary, title } of demo.recommendations ?? []) {
    expect(inDocument(title), title).toBe(true)
    expect(inDocument(summary), title).toBe(true)
    for (const { text } of nuances ?? []) expect(inDocument(text), text).toBe(true)
  }
  for (const { text, title } of demo.drafts ?? [])
    for (const line of text.split(/\n+/)) expect(inDocument(line), title).toBe(true)
  expect(document.sheet.rows).toHaveLength(demo.recommendations?.length ?? -1)
  expect(
    titles(document, 3).filter((title) => (demo.drafts ?? []).some((draft) => draft.title === title)).length,
  ).toBe(demo.drafts?.length)
})

test('each layer holds the one above it: summaries alone say no nuance and no handed-over text', () => {
  const summary = words(finalDocument(finalFacts(demo, 'summary')))
  const [first] = demo.recommendations ?? []
  expect(summary).toContain(JSON.stringify(first?.summary).slice(1, -1))
  expect(summary).not.toContain(JSON.stringify(first?.constat).slice(1, -1))
  const nuance = (demo.recommendations ?? []).flatMap(({ nuances }) => nuances ?? [])[0]?.text
  expect(nuance).toBeTruthy()
  expect(summary).not.toContain(JSON.stringify(nuance).slice(1, -1))
})

test('provenance stands in notes, one for each recommendation that comes from handed-over texts', () => {
  const document = finalDocument(finalFacts(demo))
  expect(document.notes).toHaveLength(
    (demo.recommendations ?? []).filter(({ provenance }) => provenance?.length).length,
  )
  expect(exportMarkdown(document)).toContain('[^1]:')
})

test('families of the convergence are the chapters, in its own order; what its groups have not reviewed says so', () => {
  const facts = finalFacts(demo)
  const [a, b] = facts.texts
  if (!a || !b) throw new Error('the demo has recommendations')
  const about = {
    summaryBy: 'Nora V.',
    reviews: [{ groupId: 'grp-x', verdict: 'none', name: null }],
  } as const
  const document = finalDocument({
    ...facts,
    groups: [{ id: 'grp-x', place: 'Ixelles' }],
    texts: [
      {
        ...a,
        version: 2,
        cause: 'amendment',
        why: 'Le débat nous a convaincus.',
        about: { ...about, family: 'Seconde', place: 2 },
      },
      { ...b, about: { ...about, family: 'Première', place: 1 } },
    ],
  })
  expect(titles(document, 1).slice(1, 3)).toEqual(['Première', 'Seconde'])
  expect(words(document)).toContain('Ixelles n’a pas encore relu ce résumé.')
  expect(words(document)).toContain('rédigé à la convergence par Nora V.')
  expect(words(document)).toContain('Le débat nous a convaincus.')
})

test('decisions are counted by board and kind as the demo’s file has them', () => {
  const boards = demo.boards.map(({ id }) => id)
  const decisions = (demo.decisions ?? []).map((one) => ({
    ...{
      boardSessionId: null,
      newWording: null,
      postponedUntil: null,
      ...one,
      basis: one.basis ?? [],
      contextIds: [],
    },
  })) as NonNullable<DecisionsFacts['texts'][number]['verdicts'][number]['decision']>[] // absent fields are null, as the store gives them
  const document = decisionsDocument({
    ...{ frame, boards, themes: demo.themes },
    texts: (demo.recommendations ?? []).map(({ code, id, themeId, title }) => ({
      ...{ id, code: code ?? null, themeId, title },
      verdicts: boards.map((board) => ({
        ...{ board, earlier: [] },
        decision: decisions.find((one) => one.boardId === board && one.recommendationId === id) ?? null,
      })),
    })),
  })
  const table = document.blocks.find(({ kind }) => kind === 'table')
  if (table?.kind !== 'table') throw new Error('there is a table')
  for (const row of table.table.rows.slice(0, -1)) {
    const own = decisions.filter(({ boardId }) => boardId === row[0])
    const kinds = ['accept', 'reformulate', 'postpone', 'refuse']
    expect(row.slice(1, 5)).toEqual(
      kinds.map((kind) => own.filter(({ decision }) => decision === kind).length),
    )
  }
  expect(document.sheet.rows).toHaveLength(decisions.length)
  expect(table.table.rows.at(-1)?.at(-1)).toBe(decisions.length)
})

const sliceOf = (file: CycleFile): SliceRecords =>
  ({
    ...{ boards: [], antennas: [], drafts: [], recommendations: [], contextCards: [], decisions: [] },
    ...{ planItems: [], localInitiatives: [] },
    ...(JSON.parse(JSON.stringify(file)) as object), // a copy of the demo's file
  }) as unknown as SliceRecords // the file's own records

test.each([['the demo', demo] as const])(
  'a part of %s passes the check of a whole file, and names nobody',
  (_, file) => {
    const records = sliceOf(file)
    const slice = cycleSlice({
      ...records,
      themes: records.themes,
      groups: records.groups.map((group) => ({ ...group, partnerGroupIds: group.partnerGroupIds ?? [] })),
      recommendations: records.recommendations.slice(0, 3),
    })
    const checked = checkCycleFile(JSON.parse(JSON.stringify(slice)))
    expect(checked.ok ? [] : checked.problems).toEqual([])
    const text = JSON.stringify(slice)
    for (const { displayName } of [...file.members, ...file.boards.flatMap(({ members }) => members ?? [])])
      expect(text).not.toContain(JSON.stringify(displayName))
    expect(slice.recommendations).toHaveLength(3)
  },
)

test('another cooperative’s document holds its words in its own language, whatever is in them', () => {
  const file = otherCooperative()
  const document = finalDocument(finalFacts(file))
  expect(document.saidIn).toBe(file.language)
  expect(document.sheet.rows).toHaveLength(file.recommendations?.length ?? -1)
  expect(exportMarkdown(document)).not.toMatch(/[^\\]<script>/)
})
