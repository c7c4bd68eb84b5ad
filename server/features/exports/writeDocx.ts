// Has a word processor's file written by a thread of its own, which ends when nobody waits for it any more.
import { Worker } from 'node:worker_threads'
import type { ExportPaper } from '#shared/exports/exportAsked.ts'
import type { ExportDocument } from '#shared/exports/exportDocument.ts'

export interface DocxTask {
  readonly document: ExportDocument
  readonly paper: ExportPaper
}

/** Rejects when the signal says so. */
export function writeDocx(task: DocxTask, signal: AbortSignal): Promise<Buffer> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./docxWorker.ts', import.meta.url), { workerData: task })
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('cancelled'))
      void worker.terminate()
    }
    signal.addEventListener('abort', onAbort, { once: true })
    const done = (): void => signal.removeEventListener('abort', onAbort)
    worker.once('message', (content: Uint8Array) => {
      done()
      resolve(Buffer.from(content))
    })
    worker.once('error', (error) => {
      done()
      reject(error)
    })
    // After a message this changes nothing.
    worker.once('exit', (code) => reject(new Error(`the thread ended with ${code}`)))
  })
}
