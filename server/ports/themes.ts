// Proposals for the next cycle's themes, as acts. Nothing is ever changed or removed.
import type { ThemeAct } from '#shared/themes/proposal.ts'

export interface ThemeRecords {
  /**
   * Appends an act to those of a cycle. `place` must be the next one, else it is `stale`: somebody else was first. The same id again
   * is kept already.
   */
  addThemeAct(cycleId: string, act: ThemeAct): Promise<'kept' | 'stale'>
  /** In their order. */
  themeActs(cycleId: string): Promise<readonly ThemeAct[]>
}
