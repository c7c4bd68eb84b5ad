// Why the store could not do what it was asked; whoever catches it must not acknowledge anything.

/**
 * `full`: no space left, nothing was written, later writes may succeed.
 * `broken`: an input/output error or a damaged file; this process must stop writing and be restarted.
 * `unreachable`: the database went away; what was being committed may or may not be kept, so read it again.
 * `in-use`: another process holds the embedded store.
 * `closed`: the store was closed.
 */
export type StoreFailureKind = 'full' | 'broken' | 'unreachable' | 'in-use' | 'closed'

export class StoreFailure extends Error {
  override readonly name = 'StoreFailure'
  readonly kind: StoreFailureKind

  constructor(kind: StoreFailureKind, message: string, cause?: unknown) {
    super(message, { cause })
    this.kind = kind
  }
}
