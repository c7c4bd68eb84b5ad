// The final document in its layers: a summary for each recommendation, the whole with all nuances, every handed-over text word for word.
import type { Theme } from '#shared/cycle/cycleFile.ts'
import {
  type ExportBlock,
  type ExportDocument,
  type ExportTable,
  heading,
  name,
  paragraph,
  remark,
  said,
  saidParagraphs,
  told,
} from '#shared/exports/exportDocument.ts'
import { ExportNotes, fact, labelled, placeOf, placesOf, subtitleOf } from '#shared/exports/exportFrame.ts'
import { exportWords } from '#shared/exports/exportWords.ts'
import {
  aboutBlocks,
  codeOf,
  nuanceBlocks,
  sectionBlocks,
  sourceRuns,
  summaryBlocks,
  type TextWorld,
  titleRuns,
} from '#shared/exports/recommendationBlocks.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

export interface FinalFacts extends TextWorld {
  readonly themes: readonly Pick<Theme, 'id' | 'title' | 'order'>[]
  /** In the document's order. */
  readonly texts: readonly PublishedVersion[]
  /** Ids of those that may still change. */
  readonly projects: ReadonlySet<string>
  readonly layers: 'summary' | 'whole' | 'annex'
}

interface Chapter {
  readonly title: string
  readonly texts: readonly PublishedVersion[]
}

export function finalDocument(facts: FinalFacts): ExportDocument {
  const { drafts, frame, layers, texts } = facts
  const words = exportWords[frame.language]
  const notes = new ExportNotes()
  const chapters = chaptersOf(facts)
  const blocks = [
    ...summaries(facts, chapters),
    ...(layers === 'summary' ? [] : wholes(facts, chapters, notes)),
    ...(layers === 'annex' && drafts.length > 0 ? annex(facts) : []),
  ]
  return {
    title: frame.cycle === '' ? words.document : `${words.document} ${words.quoted(frame.cycle)}`,
    subtitle: subtitleOf({ ...frame, cycle: '' }),
    ...{ language: frame.language, saidIn: frame.saidIn, contents: 2, notes: notes.all },
    facts: [
      ...fact(frame, words.document, words.recommendations(texts.length)),
      ...fact(frame, words.groups, groupsIn(facts).join(', ')),
    ],
    blocks,
    sheet: sheetOf(facts, chapters),
  }
}

/** By the family that the convergence gave, by the theme where it gave none; both in the order of their first text or their own. */
export function chaptersOf({ texts, themes }: Pick<FinalFacts, 'texts' | 'themes'>): Chapter[] {
  const themeOf = (one: PublishedVersion) => themes.find(({ id }) => id === one.recommendation.themeId)
  const ordered = texts
    .map((text, at) => ({
      text,
      at,
      place: text.about?.place ?? Number.POSITIVE_INFINITY,
      order: themeOf(text)?.order ?? 0,
    }))
    .sort((a, b) => (a.place === b.place ? a.order - b.order || a.at - b.at : a.place - b.place))
  const chapters = new Map<string, PublishedVersion[]>()
  for (const { text } of ordered) {
    const title = text.about?.family || themeOf(text)?.title || text.recommendation.themeId
    chapters.set(title, [...(chapters.get(title) ?? []), text])
  }
  return [...chapters].map(([title, own]) => ({ title, texts: own }))
}

const groupsIn = ({ groups, texts }: FinalFacts): string[] => [
  ...new Set(
    placesOf(
      groups,
      texts.flatMap(({ recommendation }) => recommendation.groupIds),
    ),
  ),
]

function summaries(facts: FinalFacts, chapters: readonly Chapter[]): ExportBlock[] {
  const words = exportWords[facts.frame.language]
  return [
    heading(1, told(words.summaries)),
    ...(facts.layers === 'summary' ? [] : [remark(told(words.summariesHint))]),
    ...chapters.flatMap(({ texts, title }) => [
      heading(2, said(title)),
      ...texts.flatMap((text) => [name(...titleRuns(text)), ...summaryBlocks(facts, text)]),
    ]),
  ]
}

function wholes(facts: FinalFacts, chapters: readonly Chapter[], notes: ExportNotes): ExportBlock[] {
  const words = exportWords[facts.frame.language]
  return chapters.flatMap(({ texts, title }) => [
    { kind: 'page' },
    heading(1, said(title)),
    ...texts.flatMap((text) => [
      heading(2, ...titleRuns(text)),
      ...summaryBlocks(facts, text),
      ...(facts.projects.has(text.recommendation.id) ? [remark(told(words.project))] : []),
      ...sectionBlocks(facts, text, 2),
      ...nuanceBlocks(facts, text),
      ...aboutBlocks(facts, text, notes),
    ]),
  ])
}

/** Group by group, as they were handed over, each with what it became. */
function annex(facts: FinalFacts): ExportBlock[] {
  const { drafts, frame, groups, texts } = facts
  const words = exportWords[frame.language]
  const ids = [...new Set(drafts.map(({ groupId }) => groupId))]
  return [
    { kind: 'page' },
    heading(1, told(words.annex)),
    paragraph(told(words.annexHint(drafts.length))),
    ...ids.flatMap((groupId) => [
      heading(2, said(placeOf(groups, groupId) || groupId)),
      ...drafts
        .filter((draft) => draft.groupId === groupId)
        .flatMap((draft) => {
          const became = texts
            .map(({ recommendation }) => recommendation)
            .filter(({ provenance }) => provenance.some(({ draftId }) => draftId === draft.id))
          return [
            heading(3, said(draft.title)),
            ...saidParagraphs(draft.text),
            ...(became.length > 0
              ? labelled(frame, words.became, told(became.map(codeOf).join(', ')))
              : [remark(told(words.aside))]),
          ]
        }),
    ]),
  ]
}

function sheetOf(facts: FinalFacts, chapters: readonly Chapter[]): ExportTable {
  const { entities, frame, groups } = facts
  const words = exportWords[frame.language]
  return {
    columns: [
      ...[words.code, words.theme, words.title, words.summary],
      ...[words.sections.constat, words.sections.proposition, words.sections.moyens],
      ...[words.nuances, words.jurisdictions, words.groups, words.from, words.kindLabel, words.maturityLabel],
    ],
    rows: chapters.flatMap(({ texts, title }) =>
      texts.map((text) => {
        const { recommendation: one } = text
        return [
          ...[codeOf(one), title, one.title, one.summary, one.constat, one.proposition, one.moyens],
          one.nuances
            .map(({ groupId, text: nuance, type }) => {
              const place = placeOf(groups, groupId)
              return `${words.nuance[type]}${place ? `, ${place}` : ''}${words.colon} ${nuance}`
            })
            .join('\n'),
          one.jurisdictions
            .map((code) => entities.find((entity) => entity.code === code)?.name ?? code)
            .join(', '),
          placesOf(groups, one.groupIds).join(', '),
          sourceRuns(facts, text)
            .slice(1)
            .map((run) => run.text)
            .join(''),
          ...[words.kind[one.kind], words.maturity[one.maturity]],
        ]
      }),
    ),
  }
}
