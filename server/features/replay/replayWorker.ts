// The replay's thread: applies logs and makes states of any instant there, so that nobody's typing waits for it.
import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { ReplayedDocument } from '#server/features/replay/replayedDocument.ts'
import {
  type FrameAnswer,
  type ReplayKey,
  type ReplayQuestion,
  type ReplayReply,
  type ReplayTimes,
  unpackRows,
} from '#server/features/replay/replayProtocol.ts'
import { parseDocumentName } from '#shared/contract/documentName.ts'
import { encodeFrame } from '#shared/replay/replayFrame.ts'

const documents = new Map<string, ReplayedDocument>()

function held({ key, name }: ReplayKey): ReplayedDocument {
  const document = documents.get(key)
  if (!document) throw new Error(`${name} is not at hand`)
  return document
}

function take({ key, name, after, rows }: Extract<ReplayQuestion, { kind: 'rows' }>): void {
  const kind = parseDocumentName(name)?.kind
  const document = documents.get(key) ?? (kind && new ReplayedDocument(kind))
  if (!document || document.seq !== after) throw new Error(`${name} is not at hand up to row ${after}`)
  // Whatever goes wrong in it, no half of a past is kept.
  documents.delete(key)
  document.add(unpackRows(rows))
  documents.set(key, document)
}

function answer(question: ReplayQuestion): unknown {
  switch (question.kind) {
    case 'rows':
      return take(question)
    case 'times':
      return question.documents.map((one): ReplayTimes => {
        const document = held(one)
        return { times: document.times(), begun: document.begun() }
      })
    case 'state':
      return frame(question.documents, question.at, question.known)
    case 'forget':
      documents.delete(question.key)
      return undefined
  }
}

function frame(asked: readonly ReplayKey[], at: number, known: string | undefined): FrameAnswer {
  const rows = asked.map((one) => ({ one, seq: held(one).seqAt(at) }))
  const named = rows.map(({ one, seq }) => `${one.key}:${seq}`).join(' ')
  const tag = createHash('sha256').update(named).digest('base64url').slice(0, 22)
  if (tag === known) return { tag, body: undefined }
  const states = rows.map(({ one, seq }) => ({ name: one.name, seq, update: held(one).stateAt(seq) }))
  // The quickest setting: on a local network a millisecond of work is worth more than the last bytes.
  return { tag, body: new Uint8Array(gzipSync(encodeFrame(states), { level: 3 })) }
}

parentPort?.on('message', ({ id, question }: { id: number; question: ReplayQuestion }) => {
  let reply: ReplayReply
  try {
    reply = { id, ok: true, value: answer(question) }
  } catch (error) {
    reply = { id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(reply)
})
