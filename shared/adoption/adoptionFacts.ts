// What the server reads before a decision on consent or adoption: from the document as it is on disk, the room and its groups.
import type { ParentPlace, WordChange } from '#shared/adoption/adoptionState.ts'
import type { VersionBody } from '#shared/adoption/version.ts'
import type { FormFault } from '#shared/adoption/wordChanges.ts'
import { type Refused, refuse } from '#shared/contract/result.ts'
import type { FingerprintedDraft } from '#shared/draft/fingerprint.ts'
import type { Actor } from '#shared/people/actor.ts'

export interface TextFacts {
  readonly fingerprint: string
  readonly title: string
  /** What is fingerprinted, for the question that is opened on it. */
  readonly text: FingerprintedDraft
}

export interface AdoptionFacts {
  /** The groups whose consent this text needs: all of a joint room for its joint texts, else the one whose text it is. */
  readonly groupIds: readonly string[]
  /** A group's own room: its guests are of the group without having named it. */
  readonly isOwnRoom: boolean
  /** The groups that this person may close, correct and adopt for. */
  readonly speaksFor: readonly string[]
  readonly isSecretary: boolean
  /** Null where the draft is not there, or was put away. */
  readonly text: TextFacts | null
  /** For a correction of form: group id -> what changed since the text it spoke on; null where that text is not known. */
  readonly changes?: Readonly<Record<string, readonly WordChange[] | null>>
  /** Why it would be more than a correction of form. */
  readonly formFault?: FormFault
  /** For an adoption. */
  readonly adopting?: {
    /** Passages of the parents that have no fate yet. */
    readonly open: number
    readonly parents: readonly ParentPlace[]
    readonly body: VersionBody
  }
}

/** Gathered by this slice's own server half for every command. */
export const factsOf = ({ facts }: { readonly facts: unknown }): AdoptionFacts => facts as AdoptionFacts

/** The group that somebody has a voice in. */
export const voiceGroup = (
  actor: Pick<Actor, 'groupId' | 'standing'>,
  { groupIds, isOwnRoom }: Pick<AdoptionFacts, 'groupIds' | 'isOwnRoom'>,
): string | null => actor.groupId ?? (isOwnRoom && actor.standing === 'guest' ? (groupIds[0] ?? null) : null)

/** Why a group's question may not be led by this person. */
export function notLeading(facts: AdoptionFacts, groupId: string): Refused | undefined {
  if (!facts.groupIds.includes(groupId)) return refuse('not-found', 'adoption.noSuchGroup')
  return facts.speaksFor.includes(groupId) ? undefined : refuse('not-allowed', 'adoption.notYours')
}
