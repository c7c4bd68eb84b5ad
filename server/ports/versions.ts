// Adopted versions of texts, and the words that groups consented to. Nothing here is ever changed but to say that it was withdrawn.
import type { AdoptedVersion, VersionHead } from '#shared/adoption/version.ts'
import type { FingerprintedDraft } from '#shared/draft/fingerprint.ts'

export interface KeptVersion extends AdoptedVersion {
  readonly roomId: string
}

export interface Withdrawal {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly name: string
  readonly reason: string
}

export interface Versions {
  /** The same again changes nothing, also after it was withdrawn. */
  keepVersion(version: KeptVersion): Promise<void>
  /** The first withdrawal stands; of an unknown version nothing is kept. */
  withdrawVersion(id: string, withdrawal: Withdrawal): Promise<void>
  version(id: string): Promise<KeptVersion | undefined>
  /** Withdrawn ones too, newest first. */
  versionsOfGroup(groupId: string): Promise<readonly VersionHead[]>
  versionsOfDraft(spaceId: string, draftId: string): Promise<readonly VersionHead[]>

  /** Words that somebody was asked about, by their fingerprint; the same again changes nothing. */
  keepText(roomId: string, fingerprint: string, text: FingerprintedDraft): Promise<void>
  text(roomId: string, fingerprint: string): Promise<FingerprintedDraft | undefined>
}
