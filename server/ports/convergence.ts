// The convergence of a cycle as it stands, and every act that brought it there.
import type { ConvergenceState } from '#shared/convergence/convergenceState.ts'

export interface KeptConvergence {
  readonly state: ConvergenceState
  /** 0 where nothing was done yet. */
  readonly version: number
}

export interface ConvergenceDeed {
  /** The version that it made. */
  readonly version: number
  /** As it was asked for, without what it led to. */
  readonly act: object
  /** An account's id, and the name that it had. */
  readonly by: string
  readonly byName: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface ConvergenceRecords {
  convergence(cycleId: string): Promise<KeptConvergence>
  /** Keeps a state and its deed in one transaction. `seen` is the version it was made from; `stale` when somebody else was first. */
  saveConvergence(
    cycleId: string,
    seen: number,
    next: { readonly state: ConvergenceState; readonly deed: Omit<ConvergenceDeed, 'version'> },
  ): Promise<'saved' | 'stale'>
  /** Oldest first. */
  convergenceDeeds(cycleId: string): Promise<readonly ConvergenceDeed[]>
}
