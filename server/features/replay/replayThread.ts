// The main thread's end of the replay's thread: started when somebody asks, gone when nobody has asked for a while.
import { Worker } from 'node:worker_threads'
import type { ReplayQuestion, ReplayReply } from '#server/features/replay/replayProtocol.ts'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** Memory of the thread, in MiB: a log that grows beyond it ends the thread and nothing else. */
const memory = 512

export class ReplayThread {
  readonly #ended: () => void
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #lastId = 0

  /** `ended` is told when everything that the thread knew is gone. */
  constructor(ended: () => void) {
    this.#ended = ended
  }

  ask<Answer>(question: ReplayQuestion, moved: readonly ArrayBuffer[] = []): Promise<Answer> {
    const worker = this.#worker ?? this.#start()
    const id = ++this.#lastId
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, question }, [...moved])
    }) as Promise<Answer> // the thread answers each kind of question in one shape
  }

  stop(): void {
    const worker = this.#worker
    if (worker) this.#over(worker, new Error('the replay was put away'))
    void worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(new URL('./replayWorker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memory },
    })
    // A process that ends does not wait for it.
    worker.unref()
    worker.on('message', (reply: ReplayReply) => {
      const asker = this.#waiting.get(reply.id)
      this.#waiting.delete(reply.id)
      if (reply.ok) asker?.resolve(reply.value)
      else asker?.reject(new Error(reply.message))
    })
    worker.on('error', (error) =>
      this.#over(worker, error instanceof Error ? error : new Error(String(error))),
    )
    worker.on('exit', () => this.#over(worker, new Error('the replay has stopped')))
    this.#worker = worker
    return worker
  }

  #over(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = undefined
    const lost = [...this.#waiting.values()]
    this.#waiting.clear()
    this.#ended()
    for (const { reject } of lost) reject(error)
  }
}
