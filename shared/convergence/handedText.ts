// One handed-over text, word for word, in the shape in which the convergence reads every text, whichever way it was handed over.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { DraftKind, Maturity, NuanceType } from '#shared/draft/vocabulary.ts'

export interface HandedNuance {
  readonly type: NuanceType
  readonly text: string
  readonly groupId: string | null
}

export interface HandedText {
  readonly id: string
  /** What the published recommendation names as its source. */
  readonly draftId: string
  /** Two or more where groups adopted one text together: it is handed over once. */
  readonly groupIds: readonly string[]
  readonly themeId: string
  readonly title: string
  readonly summary: string
  readonly constat: string
  readonly proposition: string
  readonly moyens: string
  readonly nuances: readonly HandedNuance[]
  /** Codes of entities. */
  readonly jurisdictions: readonly string[]
  /** Null where nobody said it. */
  readonly kind: DraftKind | null
  readonly maturity: Maturity | null
  readonly contextIds: readonly string[]
  /** Of its words: a text that is handed over anew with other words is placed anew. */
  readonly fingerprint: string
}

export const wordFields = ['constat', 'proposition', 'moyens'] as const
export type WordField = (typeof wordFields)[number]
/** The parts of a text that are read, in their order. */
export type Words = Readonly<Record<WordField, string>> & { readonly title: string }

/** SHA-256 (hex) over NFC words. */
export function digestOf(parts: readonly (string | readonly string[])[]): string {
  const canonical = JSON.stringify(parts).normalize('NFC')
  return bytesToHex(sha256(utf8ToBytes(canonical)))
}

export const handedFingerprint = (text: Omit<HandedText, 'fingerprint'>): string =>
  digestOf([
    ...[text.title, text.summary, text.constat, text.proposition, text.moyens],
    ...text.nuances.map(({ groupId, type, text: words }) => [type, groupId ?? '', words]),
    [...text.jurisdictions].sort(),
  ])
