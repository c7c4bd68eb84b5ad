// Everything that people made of a cycle around its rooms, from the convergence to the plan.
export interface YearRecords {
  /** Takes all of it away at once, for a demo that begins afresh; accounts, what they follow and earlier cycles stay. */
  forgetYear(): Promise<void>
}
