// The only platform functions that shared code may use: they exist in Node and in every browser, plain http included.
declare const crypto: { getRandomValues<T extends Uint8Array | Uint32Array>(array: T): T }
