// What the server reads before a decision about handing over.
import type { ConsentState } from '#shared/adoption/heldConsent.ts'
import type { HandoverBody } from '#shared/handover/handedOver.ts'
import type { HandoverList } from '#shared/handover/handoverList.ts'

export interface HandoverFacts {
  /** Null where the room is none of a single group, or an aparté. */
  readonly groupId: string | null
  readonly leads: boolean
  readonly isSecretary: boolean
  readonly list: HandoverList | null
  /** The group's consent to the list as it stands. */
  readonly consent: ConsentState
  /** For the handing over itself. */
  readonly body?: HandoverBody
}

/** Gathered by this slice's own server half for every command. */
export const factsOf = ({ facts }: { readonly facts: unknown }): HandoverFacts => facts as HandoverFacts
