// The assembly of a cycle: where everybody looks, questions, and votes. Of a secret vote nothing here ties a person to a paper.
import type { ScreenState } from '#shared/assembly/assemblyAnswers.ts'
import type { Ballot } from '#shared/assembly/ballot.ts'
import type { Question, QuestionAct } from '#shared/assembly/question.ts'
import type { Counted } from '#shared/assembly/tally.ts'

export interface KeptBallot {
  readonly ballot: Ballot
  /** 1 when it was made, one more with each change. */
  readonly version: number
}

/** `already`: this person has voted. `closed`: the vote is not open. */
export type CastOutcome = 'counted' | 'already' | 'closed'

export interface Casting {
  readonly ballotId: string
  /** The person who has voted with this, themselves or by proxy. */
  readonly voterId: string
  readonly paper: string
  readonly weight: number
  /** Kept beside the paper where the vote is open to all; undefined where it is secret. */
  readonly name: string | undefined
}

export interface OpenPaper {
  readonly name: string
  readonly paper: string
  readonly weight: number
}

export interface AssemblyRecords {
  /** Rises with every change of what `screen`, `questions` and votes say; 0 before the first. */
  revision(assemblyId: string): Promise<number>
  screen(assemblyId: string): Promise<ScreenState>
  /** The last one stands: whoever presses last leads. */
  show(assemblyId: string, screen: ScreenState): Promise<void>
  notes(assemblyId: string): Promise<ReadonlyMap<string, string>>
  keepNote(assemblyId: string, slideId: string, text: string): Promise<void>

  /** The same id again changes nothing. `by`: `account:…` or `device:…`. */
  ask(assemblyId: string, question: Omit<Question, 'support' | 'acts'>, by: string): Promise<void>
  questions(assemblyId: string): Promise<readonly Question[]>
  questionIdsOf(assemblyId: string, by: string): Promise<readonly string[]>
  /** Appends what was decided; false for a question that is not there. */
  moderate(questionId: string, act: QuestionAct): Promise<boolean>
  /** Once a person, however often it is pressed; false for a question that is not there. */
  support(questionId: string, by: string, on: boolean): Promise<boolean>
  supportedBy(assemblyId: string, by: string): Promise<readonly string[]>

  /** Keeps a vote with its act; `version` is what was read, 0 for a new one; `stale` when somebody was first. */
  saveBallot(
    assemblyId: string,
    kept: KeptBallot,
    about: { readonly act: string; readonly by: string; readonly at: number },
  ): Promise<'saved' | 'stale'>
  ballot(id: string): Promise<KeptBallot | undefined>
  /** In the order in which they were made, withdrawn ones too. */
  ballots(assemblyId: string): Promise<readonly KeptBallot[]>
  /** Who voted and what was voted in one transaction; a person's second paper is refused whenever it comes. */
  cast(casting: Casting): Promise<CastOutcome>
  /** How many have voted, of each vote of the assembly. */
  voterCounts(assemblyId: string): Promise<ReadonlyMap<string, number>>
  /** Those of these persons who have voted. */
  votedOf(ballotId: string, personIds: readonly string[]): Promise<readonly string[]>
  /** Sums only. */
  counted(ballotId: string): Promise<readonly Counted[]>
  /** Of an open vote, in the order of the names; empty for a secret one. */
  openPapers(ballotId: string): Promise<readonly OpenPaper[]>
}
