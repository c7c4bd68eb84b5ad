// What the boards decided: how many of each kind, then recommendation by recommendation with public reasons.
import type { Decision, Theme } from '#shared/cycle/cycleFile.ts'
import {
  type ExportBlock,
  type ExportDocument,
  type ExportTable,
  heading,
  said,
  told,
} from '#shared/exports/exportDocument.ts'
import { type ExportFrame, fact, subtitleOf } from '#shared/exports/exportFrame.ts'
import { exportWords } from '#shared/exports/exportWords.ts'
import { codeOf } from '#shared/exports/recommendationBlocks.ts'
import { type VerdictFacts, verdictBlocks } from '#shared/exports/verdictBlocks.ts'

export interface DecidedText {
  readonly id: string
  readonly code: string | null
  readonly title: string
  readonly themeId: string
  /** Of each board that rules on it, in the boards' order. */
  readonly verdicts: readonly VerdictFacts[]
}

export interface DecisionsFacts {
  readonly frame: ExportFrame
  readonly boards: readonly string[]
  readonly themes: readonly Pick<Theme, 'id' | 'title' | 'order'>[]
  readonly texts: readonly DecidedText[]
}

const kinds = ['accept', 'reformulate', 'postpone', 'refuse'] as const

export function decisionsDocument(facts: DecisionsFacts): ExportDocument {
  const { frame, texts } = facts
  const words = exportWords[frame.language]
  const decided = texts.filter(({ verdicts }) => verdicts.some(({ decision }) => decision !== null))
  const total = texts.flatMap(({ verdicts }) => verdicts).filter(({ decision }) => decision !== null).length
  return {
    title: frame.cycle === '' ? words.decisions : `${words.decisions} ${words.quoted(frame.cycle)}`,
    subtitle: subtitleOf({ ...frame, cycle: '' }),
    ...{ language: frame.language, saidIn: frame.saidIn, contents: 2, notes: [] },
    facts: [
      ...fact(frame, words.decisions, String(total)),
      ...fact(frame, words.document, words.recommendations(decided.length)),
    ],
    blocks: [
      heading(1, told(words.outcomes)),
      { kind: 'table', caption: '', table: outcomes(facts) },
      ...byTheme(facts, decided),
    ],
    sheet: sheetOf(facts),
  }
}

/** The verdict that counts, of each board: corrected ones are told below, and counted once. */
function outcomes({ boards, frame, texts }: DecisionsFacts): ExportTable {
  const words = exportWords[frame.language]
  const standing = texts.flatMap(({ verdicts }) => verdicts)
  const counted = (board: string | null, kind: Decision['decision'] | null): number =>
    standing.filter(
      (one) =>
        one.decision !== null &&
        (board === null || one.board === board) &&
        (kind === null || one.decision.decision === kind),
    ).length
  return {
    columns: [words.board, ...kinds.map((kind) => words.verdict[kind]), words.total],
    rows: [...boards, null].map((board) => [
      board ?? words.total,
      ...[...kinds, null].map((kind) => counted(board, kind)),
    ]),
  }
}

function byTheme({ frame, themes }: DecisionsFacts, decided: readonly DecidedText[]): ExportBlock[] {
  const known = new Set(themes.map(({ id }) => id))
  const ordered = [...themes].sort((a, b) => a.order - b.order)
  const chapters = [
    ...ordered.map(({ id, title }) => ({ title, texts: decided.filter(({ themeId }) => themeId === id) })),
    { title: '…', texts: decided.filter(({ themeId }) => !known.has(themeId)) },
  ]
  return chapters
    .filter(({ texts }) => texts.length > 0)
    .flatMap(({ texts, title }): ExportBlock[] => [
      heading(1, said(title)),
      ...texts.flatMap((text) => [
        heading(2, told(`${codeOf(text)}. `), said(text.title)),
        ...text.verdicts.flatMap((one) => verdictBlocks(frame, one)),
      ]),
    ])
}

/** One row for each verdict, corrected ones too. */
function sheetOf({ frame, texts, themes }: DecisionsFacts): ExportTable {
  const words = exportWords[frame.language]
  return {
    columns: [
      ...[words.code, words.title, words.theme, words.board, words.verdictLabel, words.date, words.reason],
      ...[words.basisLabel, words.newWording, words.reviewOn],
      ...[words.votesFor, words.votesAgainst, words.votesNone, words.corrected],
    ],
    rows: texts.flatMap((text) =>
      text.verdicts.flatMap(({ board, decision, earlier }) =>
        [...earlier, ...(decision ? [decision] : [])].map((one) => [
          ...[codeOf(text), text.title, themes.find(({ id }) => id === text.themeId)?.title ?? '', board],
          ...[words.verdict[one.decision], one.date, one.reason],
          one.basis.map((ground) => words.basis[ground]).join(', '),
          ...[one.newWording ?? '', one.postponedUntil ?? ''],
          ...[one.votes.for, one.votes.against, one.votes.abstain],
          one === decision ? words.no : words.yes,
        ]),
      ),
    ),
  }
}
