// How much one person, one document and one process may ask for. All of it can be raised by LIMITS, for benches and large halls.

export interface Limits {
  /** Update frames a second, and how many may come at once, a person and document. */
  readonly updatesPerSecond: number
  readonly updateBurst: number
  /** Bytes of updates a second, a person and document. */
  readonly bytesPerSecond: number
  /** Step 1 a minute and socket, beyond those that the server itself asked for. */
  readonly stepOnesPerMinute: number
  readonly presencePerSecond: number
  readonly presenceBytes: number
  /** Bytes of a frame: before admission, of a sync step 2, of anything else. */
  readonly frameBeforeAdmission: number
  readonly frameStepTwo: number
  readonly frame: number
  readonly socketsPerParticipant: number
  readonly socketsPerProcess: number
  /** Unadmitted handshakes at once an address. */
  readonly handshakesPerAddress: number
  /** Bytes of a document's log beyond which it only reads. */
  readonly documentBytes: number
  readonly structsPerUpdate: number
  readonly stringBytes: number
  readonly nesting: number
  /** New client ids that one socket may bring. */
  readonly clientIdsPerSocket: number
  /** Bytes waiting for a slow reader: presence is dropped beyond the first, relays wait beyond the second. */
  readonly slowReader: number
  readonly stalledReader: number
  /** Milliseconds that a socket may stay too fast or stalled before it is closed. */
  readonly patience: number
  /** Socket.IO commands a second, and how many may come at once, a participant. */
  readonly commandsPerSecond: number
  readonly commandBurst: number
  /** Failed joins an address may make in ten minutes. */
  readonly failedJoins: number
  /** Bytes of pictures in a room; of one picture. */
  readonly picturesPerRoom: number
  readonly picture: number
}

export const defaultLimits: Limits = {
  updatesPerSecond: 100,
  updateBurst: 1000,
  bytesPerSecond: 512 * 1024,
  stepOnesPerMinute: 20,
  presencePerSecond: 20,
  presenceBytes: 4096,
  frameBeforeAdmission: 64 * 1024,
  frameStepTwo: 8 * 1024 * 1024,
  frame: 1024 * 1024,
  socketsPerParticipant: 40,
  socketsPerProcess: 5000,
  handshakesPerAddress: 300,
  documentBytes: 32 * 1024 * 1024,
  structsPerUpdate: 20_000,
  stringBytes: 256 * 1024,
  nesting: 64,
  clientIdsPerSocket: 64,
  slowReader: 1024 * 1024,
  stalledReader: 8 * 1024 * 1024,
  patience: 10_000,
  commandsPerSecond: 10,
  commandBurst: 50,
  failedJoins: 9,
  picturesPerRoom: 200 * 1024 * 1024,
  picture: 10 * 1024 * 1024,
}
