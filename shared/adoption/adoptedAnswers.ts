// Answers about adopted versions and consented texts over HTTP.
import type { VersionHead } from '#shared/adoption/version.ts'
import type { FingerprintedDraft } from '#shared/draft/fingerprint.ts'

/** `GET …/adopted`. */
export interface AdoptedVersions {
  /** Newest first, withdrawn ones too. */
  readonly versions: readonly VersionHead[]
}

/** `GET …/consented/:fingerprint`. */
export interface ConsentedText {
  readonly text: FingerprintedDraft
}
