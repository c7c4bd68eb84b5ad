// Uploaded pictures, under ids of our own; names given by people are never paths.

export interface StoredFile {
  readonly id: string
  readonly roomId: string
  readonly mime: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly uploadedBy: string
}

export interface Files {
  save(file: StoredFile, content: Uint8Array): Promise<void>
  find(id: string): Promise<StoredFile | undefined>
  read(id: string): Promise<Uint8Array | undefined>
  /** Bytes kept for a room, for its quota. */
  usage(roomId: string): Promise<number>
}
