// The long link of a room and how long it and the room's short code open. The link's word is derived, never kept: only its hash is.

export interface RoomLink {
  readonly roomId: string
  /** Rises with each new link: the former ones open nothing. */
  readonly generation: number
  /** SHA-256 (hex) of the link's word. */
  readonly hash: string
  /** Milliseconds since 1970 until which the link opens; null only for links from before links ended. */
  readonly linkUntil: number | null
  /** Milliseconds since 1970 until which the short code opens; null where it has no end. */
  readonly codeUntil: number | null
}

export interface RoomLinks {
  ofRoom(roomId: string): Promise<RoomLink | undefined>
  all(): Promise<readonly RoomLink[]>
  byHash(hash: string): Promise<RoomLink | undefined>
  /** The room's first link; changes nothing where the room has one. */
  keep(link: RoomLink): Promise<void>
  /** Puts a link in the place of the one of the generation before it. False where another one took that place meanwhile. */
  replace(link: Pick<RoomLink, 'roomId' | 'generation' | 'hash' | 'linkUntil'>): Promise<boolean>
  /** The code's end alone: a link that is replaced at the same instant stays replaced. */
  endCode(roomId: string, codeUntil: number | null): Promise<void>
}
