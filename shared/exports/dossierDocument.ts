// What a board rules on: one recommendation on its pages, or a whole queue with a list of what waits.
import { fewest } from '#shared/consultation/toldInSteps.ts'
import type { ContextCard, Ressenti } from '#shared/cycle/cycleFile.ts'
import {
  type ExportBlock,
  type ExportDocument,
  type ExportTable,
  heading,
  list,
  name,
  paragraph,
  said,
  saidParagraphs,
  told,
} from '#shared/exports/exportDocument.ts'
import { ExportNotes, fact, labelled, subtitleOf } from '#shared/exports/exportFrame.ts'
import { dayIn, exportWords } from '#shared/exports/exportWords.ts'
import {
  aboutBlocks,
  codeOf,
  nuanceBlocks,
  sectionBlocks,
  summaryBlocks,
  type TextWorld,
  titleRuns,
} from '#shared/exports/recommendationBlocks.ts'
import { type VerdictFacts, verdictBlocks } from '#shared/exports/verdictBlocks.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

export interface Dossier {
  readonly text: PublishedVersion
  readonly theme: string
  readonly context: readonly ContextCard[]
  readonly running: readonly ContextCard[]
  readonly felt: readonly Pick<Ressenti, 'feeling'>[]
  readonly initiatives: readonly {
    readonly title: string
    readonly text: string
    readonly place: string
    readonly since: string
    readonly alsoIn: readonly string[]
  }[]
  /** Every board that rules on it, ruled or not. */
  readonly verdicts: readonly VerdictFacts[]
}

export interface DossierFacts extends TextWorld {
  readonly dossiers: readonly Dossier[]
  /** Whose queue; null for the dossier of one recommendation. */
  readonly board: string | null
}

const feelings = ['enthousiaste', 'favorable', 'interrogatif', 'inquiet', 'oppose'] as const

export function dossierDocument(facts: DossierFacts): ExportDocument {
  const { board, dossiers, frame } = facts
  const words = exportWords[frame.language]
  const notes = new ExportNotes()
  const [only] = dossiers
  const blocks =
    board === null
      ? dossiers.flatMap((dossier) => oneDossier(facts, dossier, notes))
      : [
          ...waiting(facts),
          ...dossiers.flatMap((dossier): ExportBlock[] => [
            { kind: 'page' },
            heading(1, ...titleRuns(dossier.text)),
            ...oneDossier(facts, dossier, notes),
          ]),
        ]
  return {
    title:
      board === null && only
        ? titleRuns(only.text)
            .map(({ text }) => text)
            .join('')
        : words.queue,
    subtitle: subtitleOf(frame),
    ...{ language: frame.language, saidIn: frame.saidIn, contents: 1, notes: notes.all },
    facts: [
      ...fact(frame, words.board, board ?? ''),
      ...(board === null
        ? fact(frame, words.theme, only?.theme ?? '')
        : fact(frame, words.count, words.recommendations(dossiers.length))),
    ],
    blocks,
    sheet: sheetOf(facts),
  }
}

function waiting({ dossiers, frame }: DossierFacts): ExportBlock[] {
  const words = exportWords[frame.language]
  const table: ExportTable = {
    columns: [words.code, words.title, words.theme, words.board],
    rows: dossiers.map(({ text, theme, verdicts }) => [
      ...[codeOf(text.recommendation), text.recommendation.title, theme],
      verdicts
        .map(({ board, decision }) =>
          [board, decision === null ? words.noVerdict : words.verdict[decision.decision]].join(
            `${words.colon} `,
          ),
        )
        .join(' ; '),
    ]),
  }
  return [
    heading(1, told(words.waiting)),
    { kind: 'table', caption: words.recommendations(dossiers.length), table },
  ]
}

function oneDossier(facts: DossierFacts, dossier: Dossier, notes: ExportNotes): ExportBlock[] {
  const { frame } = facts
  const words = exportWords[frame.language]
  const level = facts.board === null ? 1 : 2
  return [
    ...summaryBlocks(facts, dossier.text),
    ...aboutBlocks(facts, dossier.text, notes),
    ...sectionBlocks(facts, dossier.text, 1).map((block) => lowered(block, level)),
    ...nuanceBlocks(facts, dossier.text),
    ...under(
      level,
      words.context,
      dossier.context.flatMap((card) => contextBlocks(facts, card)),
    ),
    ...under(
      level,
      words.running,
      dossier.running.flatMap((card) => contextBlocks(facts, card)),
    ),
    ...under(level, words.feelings, [feltBlock(facts, dossier)]),
    ...under(level, words.initiatives, initiativeBlocks(facts, dossier)),
    ...under(
      level,
      words.verdictLabel,
      dossier.verdicts.flatMap((one) => verdictBlocks(frame, one)),
    ),
  ]
}

/** Sections come as headings of the second level: in a document of one dossier they are its chapters. */
const lowered = (block: ExportBlock, level: 1 | 2): ExportBlock =>
  block.kind === 'heading' ? { ...block, level } : block

const under = (level: 1 | 2, title: string, blocks: readonly ExportBlock[]): ExportBlock[] =>
  blocks.length === 0 ? [] : [heading(level, told(title)), ...blocks]

function contextBlocks({ frame }: DossierFacts, { date, source, text, title }: ContextCard): ExportBlock[] {
  const words = exportWords[frame.language]
  const from = [source ?? '', dayIn(frame.language, date)].filter(Boolean).join(', ')
  return [name(said(title)), ...saidParagraphs(text), ...labelled(frame, words.source, said(from))]
}

function feltBlock({ frame }: DossierFacts, { felt }: Dossier): ExportBlock {
  const words = exportWords[frame.language]
  if (felt.length === 0) return paragraph(told(words.noneFelt))
  if (felt.length < fewest) return paragraph(told(words.fewFelt))
  return {
    ...{ kind: 'table', caption: '' },
    table: {
      columns: [words.feelings, words.count],
      rows: feelings.map((feeling) => [
        words.feeling[feeling],
        felt.filter((one) => one.feeling === feeling).length,
      ]),
    },
  }
}

function initiativeBlocks({ frame }: DossierFacts, { initiatives }: Dossier): ExportBlock[] {
  const words = exportWords[frame.language]
  if (initiatives.length === 0) return []
  return [
    list(
      initiatives.map(({ alsoIn, place, since, text, title }) => [
        said(title, { bold: true }),
        told(` (${words.initiativeIn(place, dayIn(frame.language, since))})`),
        ...(text === '' ? [] : [told(`${words.colon} `), said(text)]),
        ...(alsoIn.length === 0 ? [] : [told(` ${words.alsoIn} ${alsoIn.join(', ')}.`)]),
      ]),
    ),
  ]
}

function sheetOf({ dossiers, frame }: DossierFacts): ExportTable {
  const words = exportWords[frame.language]
  return {
    columns: [
      ...[words.code, words.theme, words.title, words.summary],
      ...[words.sections.constat, words.sections.proposition, words.sections.moyens, words.nuancesCount],
      ...[words.context, words.running],
      ...feelings.map((feeling) => words.feeling[feeling]),
      ...[words.initiatives, words.verdictLabel],
    ],
    rows: dossiers.map(({ context, felt, initiatives, running, text, theme, verdicts }) => {
      const one = text.recommendation
      return [
        ...[codeOf(one), theme, one.title, one.summary, one.constat, one.proposition, one.moyens],
        ...[one.nuances.length, context.map(({ title }) => title).join('\n')],
        running.map(({ title }) => title).join('\n'),
        ...feelings.map((feeling) =>
          felt.length < fewest ? '' : felt.filter((one_) => one_.feeling === feeling).length,
        ),
        initiatives.map(({ title }) => title).join('\n'),
        verdicts
          .map(
            ({ board, decision }) =>
              `${board}${words.colon} ${decision ? words.verdict[decision.decision] : words.noVerdict}`,
          )
          .join('\n'),
      ]
    }),
  }
}
