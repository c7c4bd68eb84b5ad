// The long link of a room and how long its short code opens. The link's word is derived, never kept: only its hash is.

export interface RoomLink {
  readonly roomId: string
  /** Rises with each new link: the former ones open nothing. */
  readonly generation: number
  /** SHA-256 (hex) of the link's word. */
  readonly hash: string
  /** Milliseconds since 1970 until which the short code opens; null where it has no end. */
  readonly codeUntil: number | null
}

export interface RoomLinks {
  ofRoom(roomId: string): Promise<RoomLink | undefined>
  all(): Promise<readonly RoomLink[]>
  byHash(hash: string): Promise<RoomLink | undefined>
  save(link: RoomLink): Promise<void>
}
