// Speaks with a browser over a pipe (Chrome DevTools Protocol): questions by number, each answered once, messages parted by a zero byte.
import type { Readable, Writable } from 'node:stream'

interface Waiting {
  resolve(answer: unknown): void
  reject(error: Error): void
}

interface Message {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

export class PipeTalk {
  readonly #out: Writable
  readonly #waiting = new Map<number, Waiting>()
  #parts: Buffer[] = []
  #last = 0
  #ended: Error | undefined

  constructor(out: Writable, into: Readable) {
    this.#out = out
    // A pipe that breaks is told by the process that ends.
    out.on('error', () => undefined)
    into.on('error', () => undefined)
    into.on('data', (chunk: Buffer) => this.#read(chunk))
  }

  ask<Answer>(method: string, params: object = {}, sessionId?: string): Promise<Answer> {
    if (this.#ended) return Promise.reject(this.#ended)
    const id = ++this.#last
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject }) // the protocol's own answer to that method
      this.#out.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`)
    })
  }

  /** Whatever is asked or was not answered yet fails with this. */
  end(error: Error): void {
    this.#ended ??= error
    for (const { reject } of this.#waiting.values()) reject(this.#ended)
    this.#waiting.clear()
  }

  #read(chunk: Buffer): void {
    let from = 0
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, from)) {
      this.#parts.push(chunk.subarray(from, at))
      this.#take(Buffer.concat(this.#parts).toString('utf8'))
      this.#parts = []
      from = at + 1
    }
    this.#parts.push(chunk.subarray(from))
  }

  #take(text: string): void {
    const { id, error, result } = JSON.parse(text) as Message // a local browser that we started
    const waiting = id === undefined ? undefined : this.#waiting.get(id)
    if (id === undefined || !waiting) return
    this.#waiting.delete(id)
    if (error) waiting.reject(new Error(error.message))
    else waiting.resolve(result)
  }
}
