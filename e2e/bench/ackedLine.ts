// One person's line on a document that sends each change as a frame of its own and waits until it is on disk.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { rawSocket } from '#e2e/harness/rawClient.ts'
import { until } from '#e2e/harness/runningServer.ts'

export interface AckedLine {
  readonly doc: Y.Doc
  /** Resolves when everything written so far is on disk; rejects when it was refused or the line is gone. */
  kept(): Promise<void>
  /** Bytes of the frames that were sent. */
  sentBytes(): number
  close(): void
}

const fromServer = 'server'

export async function ackedLine(url: string, name: string, ticket: string): Promise<AckedLine> {
  const doc = new Y.Doc()
  const { socket } = await rawSocket(url, name, ticket, '&ack=1')
  let [sent, kept, bytes] = [0, 0, 0]
  let failed: Error | undefined
  let waiting: (() => void)[] = []
  let joined = false
  const wake = (): void => {
    for (const go of waiting.splice(0)) go()
  }
  const fail = (why: string): void => {
    failed ??= new Error(`${name}: ${why}`)
    wake()
  }
  const send = (content: Uint8Array, step: 0 | 1 | 2): void => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, content)
    const frame = encoding.toUint8Array(encoder)
    if (step > 0) sent += 1
    bytes += joined ? frame.length : 0
    socket.send(frame)
  }
  socket.on('close', (code) => fail(`closed with ${code}`))
  socket.on('message', (data: ArrayBuffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data))
    const kind = decoding.readVarUint(decoder)
    if (kind === 100) {
      kept = decoding.readVarUint(decoder)
      wake()
    } else if (kind === 101)
      fail(`frame ${decoding.readVarUint(decoder)}: ${decoding.readVarString(decoder)}`)
    if (kind !== 0) return
    const step = decoding.readVarUint(decoder)
    const content = decoding.readVarUint8Array(decoder)
    if (step === 0) send(Y.encodeStateAsUpdate(doc, content), 1)
    else Y.applyUpdate(doc, content, fromServer)
    joined ||= step === 1
  })
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== fromServer) send(update, 2)
  })
  send(Y.encodeStateVector(doc), 0)
  await until(() => joined, `${name} to be read`)
  const settled = async (): Promise<void> => {
    while (kept < sent && !failed) await new Promise<void>((resolve) => waiting.push(resolve))
    if (failed) throw failed
  }
  return { doc, kept: settled, sentBytes: () => bytes, close: () => socket.terminate() }
}
