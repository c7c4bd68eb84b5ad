// What one process tells the others. Best effort: truth is in the store, and whoever missed a message reads it there.

export interface Bus {
  publish(topic: string, message: Uint8Array): void
  /** Returns the way to stop listening. */
  listen(topic: string, heard: (message: Uint8Array) => void): () => void
  close(): Promise<void>
}
