// Lists that groups handed over. Nothing here is ever changed but to say that it was taken back.
import type { HandoverHead, HandoverVersion } from '#shared/handover/handedOver.ts'

export interface KeptHandover extends HandoverVersion {
  readonly roomId: string
}

export interface TakingBack {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly name: string
  readonly reason: string
}

export interface Handovers {
  /** The same again changes nothing, also after it was taken back. */
  keepHandover(handover: KeptHandover): Promise<void>
  /** The first taking back stands; of an unknown list nothing is kept. */
  takeBackHandover(id: string, takingBack: TakingBack): Promise<void>
  handover(id: string): Promise<KeptHandover | undefined>
  /** Those that were taken back too, newest first. */
  handoversOfGroup(groupId: string): Promise<readonly HandoverHead[]>
  /** Of every group the last one that stands, whole, in the order of the groups' ids. */
  standingHandovers(): Promise<readonly KeptHandover[]>
}
