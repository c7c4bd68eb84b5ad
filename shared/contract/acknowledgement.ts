// Frames the server adds to the y-websocket protocol for sockets opened with `&ack=1`.

/** `varUint 100, varUint n, varUint seq`: the first n update-bearing frames of this socket are on disk, up to log row seq. */
export const ackFrame = 100
/** `varUint 101, varUint n, varString code`: update-bearing frame n of this socket was refused. */
export const refusedFrame = 101

/** Why one update-bearing frame was refused while its socket stays open, or just before it closes. */
export type FrameRefusal =
  | 'read-only'
  /** It touches what the room has locked. */
  | 'locked'
  | 'missing-dependencies'
  | 'structure'
  | 'identity'
  | 'schema'
  | 'too-large'
  | 'muted'
  | 'unavailable'
