// A group's list as it would be handed over now: its texts in order, what stays behind, and the fingerprint that the group consents to.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { ReadDraft } from '#shared/draft/draftModel.ts'
import { fingerprint } from '#shared/draft/fingerprint.ts'
import type { Addressee, Scope } from '#shared/draft/vocabulary.ts'
import type { HandoverState } from '#shared/handover/handoverState.ts'

export interface ListedText {
  /** The draft's id; of a joint text `version:` and the version's id. */
  readonly key: string
  readonly spaceId: string
  readonly draftId: string
  /** Of a text that was adopted with other groups: its words are frozen. */
  readonly versionId: string | null
  readonly title: string
  readonly fingerprint: string
  readonly addressee: Addressee | null
  readonly scope: Scope | null
}

export interface LeftText extends ListedText {
  readonly reason: string
}

export interface HandoverList {
  readonly texts: readonly ListedText[]
  readonly left: readonly LeftText[]
  /** Drafts that went into a joint text: they go with it. */
  readonly merged: readonly { readonly title: string; readonly into: string }[]
  /** SHA-256, in hex, of everything that is handed over and of what is said about the rest. */
  readonly fingerprint: string
}

/** A version that the group adopted with others and that stands. */
export interface JointText {
  readonly id: string
  readonly spaceId: string
  readonly draftId: string
  readonly title: string
  readonly fingerprint: string
  /** As it was frozen. */
  readonly addressee: Addressee | null
  readonly scope: Scope | null
}

export interface ListSources {
  readonly spaceId: string
  /** The group's own drafts that were not put away, in their order. */
  readonly drafts: readonly ReadDraft[]
  /** Oldest first. */
  readonly joint: readonly JointText[]
  readonly state: Pick<HandoverState, 'left' | 'asked' | 'outcome' | 'why' | 'questions'>
}

export const versionKey = (versionId: string): string => `version:${versionId}`

/**
 * [H1] A group's list is its own drafts in their order, then the joint texts that it adopted. A draft that went into a joint text goes
 * with it; with the outcome `none` every text stays behind.
 */
export function handoverList(sources: ListSources): HandoverList {
  const { drafts, joint, spaceId, state } = sources
  const own = drafts
    .filter(({ mergedInto }) => !mergedInto)
    .map((draft) =>
      listed({ ...draft, spaceId, draftId: draft.id, fingerprint: fingerprint(draft) }, draft.id),
    )
  const shared = joint.map((version) => {
    const key = versionKey(version.id)
    const asked = Object.hasOwn(state.asked, key) ? state.asked[key] : undefined
    return listed({ ...version, ...asked, versionId: version.id }, key)
  })
  const all = [...own, ...shared]
  const reasonOf = ({ key }: ListedText): string | undefined =>
    Object.hasOwn(state.left, key) ? state.left[key]?.reason : undefined
  const texts = state.outcome === 'none' ? [] : all.filter((text) => reasonOf(text) === undefined)
  const left = all
    .filter((text) => !texts.includes(text))
    .map((text) => ({ ...text, reason: reasonOf(text) ?? '' }))
  const merged = drafts.flatMap(({ mergedInto, title }) =>
    mergedInto ? [{ title, into: mergedInto.title }] : [],
  )
  return { texts, left, merged, fingerprint: listFingerprint(texts, left, state) }
}

interface Listable extends Omit<JointText, 'id'> {
  readonly versionId?: string
}

const listed = (from: Listable, key: string): ListedText => ({
  ...{ key, spaceId: from.spaceId, draftId: from.draftId, versionId: from.versionId ?? null },
  ...{ title: from.title, fingerprint: from.fingerprint, addressee: from.addressee, scope: from.scope },
})

/** [H2] Order counts, and whom a text asks; titles and words are in the texts' own fingerprints. */
function listFingerprint(
  texts: readonly ListedText[],
  left: readonly LeftText[],
  { outcome, why, questions }: ListSources['state'],
): string {
  const canonical = {
    outcome,
    texts: texts.map(({ key, fingerprint: words, addressee, scope }) => [key, words, addressee, scope]),
    left: left.map(({ key, reason }) => [key, reason.normalize('NFC')]),
    why: why.normalize('NFC'),
    questions: questions.map(({ text }) => text.normalize('NFC')),
  }
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(canonical))))
}

/** [H3] What a text still lacks before it can be handed over. */
export type Lack = 'title' | 'addressee' | 'scope'

export const lacksOf = ({ title, addressee, scope }: ListedText): Lack[] => [
  ...(title.trim() === '' ? (['title'] as const) : []),
  ...(addressee === null ? (['addressee'] as const) : []),
  ...(scope === null ? (['scope'] as const) : []),
]
