// What boards write down while they rule, only ever appended; and what each member keeps for themselves beside it.
import type { Avis, KeptInstructionAct, OwnInput } from '#shared/instruction/instructionActs.ts'

/** `stale`: somebody wrote on one of the targets, or changed a text, since it was looked at. */
export type RulingOutcome = 'kept' | 'stale'

export type NewInstructionAct = Omit<KeptInstructionAct, 'place'>

/** What must still be as it was seen when the acts are kept. */
export type Unchanged =
  | { readonly target: string; readonly acts: number }
  /** A recommendation's newest version. */
  | { readonly recommendationId: string; readonly version: number }

export interface OwnKey {
  readonly accountId: string
  readonly boardId: string
  readonly recommendationId: string
}

export interface OwnLine extends OwnKey {
  readonly avis: Avis | null
  /** The version that the avis was given on. */
  readonly avisVersion: number
  readonly line: string
  readonly note: string
  /** 0 while it was not read. */
  readonly readVersion: number
  /** Milliseconds since 1970; the latest is where the member left off. */
  readonly openedAt: number
}

export type KeptAvis = OwnKey & { readonly avis: Avis; readonly avisVersion: number; readonly line: string }

export interface InstructionRecords {
  /** All of them, in this order, or none. The same id again is kept already. Nothing is ever changed or removed. */
  append(acts: readonly NewInstructionAct[], unchanged: readonly Unchanged[]): Promise<RulingOutcome>
  /** In the order in which they were kept. */
  acts(): Promise<readonly KeptInstructionAct[]>

  /** Changes what is given, and that alone. */
  keepOwn(key: OwnKey, change: Omit<OwnInput, 'opened'> & { readonly openedAt?: number }): Promise<void>
  ownLines(accountId: string): Promise<readonly OwnLine[]>
  /** The avis of all members of a board, with neither notes nor reading: for the chair. */
  avisOf(boardId: string): Promise<readonly KeptAvis[]>
  forgetOwn(accountId: string): Promise<void>
}
