// A board's verdict in words: what it decided, on which grounds, why, and with which votes.
import type { Decision } from '#shared/cycle/cycleFile.ts'
import { type ExportBlock, paragraph, remark, said, told } from '#shared/exports/exportDocument.ts'
import { type ExportFrame, labelled } from '#shared/exports/exportFrame.ts'
import { dayIn, exportWords } from '#shared/exports/exportWords.ts'

export interface VerdictFacts {
  readonly board: string
  /** The verdict that counts; null while the board has not ruled. */
  readonly decision: Decision | null
  /** Verdicts that a later one corrected, oldest first. */
  readonly earlier: readonly Decision[]
}

export function verdictBlocks(frame: ExportFrame, { board, decision, earlier }: VerdictFacts): ExportBlock[] {
  const words = exportWords[frame.language]
  if (!decision) return [paragraph(said(board, { bold: true }), told(`${words.colon} ${words.noVerdict}.`))]
  return [
    ...earlier.flatMap((one) => [
      paragraph(
        said(board, { bold: true }),
        told(
          `${words.colon} ${words.verdict[one.decision]}, ${dayIn(frame.language, one.date)} (${words.corrected}). `,
        ),
        said(one.reason),
      ),
    ]),
    paragraph(
      said(board, { bold: true }),
      told(`${words.colon} ${words.verdict[decision.decision]}, ${dayIn(frame.language, decision.date)}. `),
      said(decision.reason),
    ),
    ...labelled(frame, words.newWording, said(decision.newWording ?? '')),
    ...(decision.postponedUntil
      ? labelled(frame, words.reviewOn, told(dayIn(frame.language, decision.postponedUntil)))
      : []),
    ...labelled(frame, words.basisLabel, told(decision.basis.map((one) => words.basis[one]).join(', '))),
    remark(
      told(
        `${words.votes}${words.colon} ${words.votesOf(decision.votes.for, decision.votes.against, decision.votes.abstain)}.`,
      ),
    ),
  ]
}
