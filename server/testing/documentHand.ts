// A line to one live document that tries to read, then to write: what came of both.
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import * as frames from '#server/live/frames.ts'
import type { TestServer } from '#server/testing/doorsServer.ts'

/** `none`: the line was closed before anything was read; `lost`: it was closed for another reason. */
export type Reached = 'none' | 'read' | 'write' | `lost ${number}`

/** Sends `change` once the document was read. Its own words come back as kept, as refused, or not at all. */
export function reach(
  server: Pick<TestServer, 'url'>,
  { name, ticket }: { readonly name: string; readonly ticket: string },
  change: (doc: Y.Doc) => void,
): Promise<Reached> {
  const doc = new Y.Doc()
  const address = `${server.url.replace('http', 'ws')}/yjs/${name}?ticket=${encodeURIComponent(ticket)}&ack=1`
  const socket = new WebSocket(address)
  socket.binaryType = 'arraybuffer'
  return new Promise((resolve) => {
    let changeFrame = 0
    let sent = 0
    const end = (reached: Reached): void => {
      socket.terminate()
      doc.destroy()
      resolve(reached)
    }
    const say = (bytes: Uint8Array): void => {
      sent += 1
      socket.send(bytes)
    }
    const tryToWrite = (): void => {
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        // Others write in the same document meanwhile.
        if (origin === 'remote') return
        changeFrame = sent + 1
        say(frames.relayed(update))
      })
      doc.transact(() => change(doc))
    }
    socket.on('open', () => socket.send(frames.stepOne(Y.encodeStateVector(doc))))
    socket.on('close', (code) => end(code === 4403 || code === 4401 ? 'none' : `lost ${code}`))
    socket.on('message', (data: ArrayBuffer) => {
      const decoder = decoding.createDecoder(new Uint8Array(data))
      const type = decoding.readVarUint(decoder)
      if (type === 100 && changeFrame > 0 && decoding.readVarUint(decoder) >= changeFrame) end('write')
      if (type === 101 && decoding.readVarUint(decoder) === changeFrame) end('read')
      if (type !== 0) return
      const step = decoding.readVarUint(decoder)
      const content = decoding.readVarUint8Array(decoder)
      if (step === 0) return say(frames.stepTwo(Y.encodeStateAsUpdate(doc, content)))
      const first = step === 1 && changeFrame === 0
      Y.applyUpdate(doc, content, 'remote')
      if (first) tryToWrite()
    })
  })
}
