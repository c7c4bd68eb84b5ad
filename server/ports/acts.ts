// The journal of acts: who did what about whom and when. Lines are added, never changed; each carries the hash of those before.

export interface NewAct {
  /** An account's id, or `console` for the operator's commands. */
  readonly by: string
  /** A short word in the product's language of acts, `role.given`. */
  readonly act: string
  /** The account, room, invitation or group that it is about; null for none. */
  readonly about: string | null
  /** No names, no addresses, no words of people: ids and closed words only. */
  readonly details: Readonly<Record<string, unknown>>
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface KeptAct extends NewAct {
  /** From 1, without holes. */
  readonly seq: number
}

export interface Acts {
  note(act: NewAct): Promise<void>
  /** Newest first; `before` leaves out that line and younger ones. */
  acts(page: { readonly before?: number; readonly limit: number }): Promise<readonly KeptAct[]>
  /** By or about this account, oldest first. */
  actsOf(accountId: string): Promise<readonly KeptAct[]>
  /** Reads the whole chain again: the first line that does not fit, or undefined where all do. */
  brokenAt(): Promise<number | undefined>
}
