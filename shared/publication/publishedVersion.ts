// A published recommendation in one of its versions: the text, why it reads like this, and who answers for it.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Recommendation } from '#shared/cycle/cycleFile.ts'

/** The text of the imported file, the first publication, an amendment by its group after the debate, a board's rewording that its group took. */
export const versionCauses = ['import', 'publication', 'amendment', 'reformulation'] as const
export type VersionCause = (typeof versionCauses)[number]

/** What the document says of a recommendation beside its text. */
export interface PublicationAbout {
  /** The chapter it stands in, in the convergence's own words. */
  readonly family: string
  /** Its place in the document, from 1. */
  readonly place: number
  /** Who wrote the summary; null where it is the group's own. */
  readonly summaryBy: string | null
  /** What each source group said of it before it was published. */
  readonly reviews: readonly {
    readonly groupId: string
    readonly verdict: 'faithful' | 'to-correct' | 'none'
    readonly name: string | null
  }[]
}

export interface PublishedVersion {
  readonly recommendation: Recommendation
  /** From 1; the text of an imported file is version 1. */
  readonly version: number
  readonly fingerprint: string
  readonly cause: VersionCause
  /** A sentence for the reader: why this version exists; empty for the first one. */
  readonly why: string
  readonly byName: string
  /** Milliseconds since 1970; null for an imported text, which has its day alone. */
  readonly at: number | null
  /** `YYYY-MM-DD` */
  readonly date: string
  /** Null for an imported text. */
  readonly about: PublicationAbout | null
}

/**
 * [P1] Two texts are the same when their words, nuances and countries are: SHA-256 (hex) over NFC text. Code, status, day, sources and
 * context cards are not part of it.
 */
export function recommendationFingerprint(recommendation: Recommendation): string {
  const nfc = (text: string): string => text.normalize('NFC')
  const { title, summary, constat, proposition, moyens, nuances, jurisdictions } = recommendation
  const canonical = [
    ...[title, summary, constat, proposition, moyens].map(nfc),
    nuances.map(({ id, type, text, groupId }) => [id, type, groupId, nfc(text)]),
    [...jurisdictions].sort(),
  ]
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(canonical))))
}

/** An imported recommendation as its first version. */
export const importedVersion = (recommendation: Recommendation): PublishedVersion => ({
  recommendation,
  version: 1,
  fingerprint: recommendationFingerprint(recommendation),
  cause: 'import',
  why: '',
  byName: '',
  at: null,
  date: recommendation.updatedAt,
  about: null,
})
