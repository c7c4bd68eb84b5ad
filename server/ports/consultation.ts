// The public debate: what was felt, what was asked and answered, what the groups made of it, who comes to be told.
import type { Entry, EntryKind, KeptRessenti } from '#shared/consultation/consultationEntries.ts'

export interface ComingTo {
  /** `account:…` or a browser's digest. */
  readonly author: string
  /** As somebody without an account signs; empty for whoever does not. */
  readonly name: string
}

export interface Consultation {
  /** One of a voter, text and day: again on that day it takes the place of the first, which keeps its id. */
  feel(ressenti: KeptRessenti): Promise<'new' | 'changed'>
  /** In the order in which they came. */
  ressentis(filter?: { recommendationId?: string; voter?: string }): Promise<readonly KeptRessenti[]>

  /**
   * Writes one line more about a subject. `seen`: how many lines the person saw; `stale` where there are others by now.
   * Without it the line is written after whatever there is.
   */
  addEntry<Kind extends EntryKind>(entry: Omit<Entry<Kind>, 'n'>, seen?: number): Promise<'kept' | 'stale'>
  /** Of one subject or of all, each subject's in their order. */
  entries<Kind extends EntryKind>(kind: Kind, subjectId?: string): Promise<readonly Entry<Kind>[]>

  /**
   * Who comes to an open videoconference; `full` where that many do already. Saying it again changes the name. Nobody counts
   * chairs there: a few who come at the very instant of the last place are let in together.
   */
  register(presentationId: string, coming: ComingTo, most: number): Promise<'kept' | 'full'>
  unregister(presentationId: string, author: string): Promise<void>
  registered(presentationId: string): Promise<readonly ComingTo[]>

  /** Lets a phone in where a text is presented; false where all places are taken, as above. Twice is once. */
  enter(presentationId: string, device: string, most: number): Promise<boolean>
  hasEntered(presentationId: string, device: string): Promise<boolean>
  entered(presentationId: string): Promise<number>
}
