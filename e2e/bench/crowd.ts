// People without a browser around a whiteboard: hands that move, and people who type into drafts and notes.

import * as encoding from 'lib0/encoding'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { firstParagraph } from '#e2e/bench/firstParagraph.ts'
import { documentOf, join, rawSocket, stockClient } from '#e2e/harness/rawClient.ts'
import { firstPageId, noteText, recordsOf } from '#shared/whiteboard/boardModel.ts'

export interface Crowd {
  /** Frames of presence and letters sent so far. */
  readonly sent: { presence: number; letters: number }
  leave(): void
}

export interface CrowdSize {
  readonly hands: number
  readonly writers: number
  /** Words of a hand a second; the server keeps at most twenty. */
  readonly movesPerSecond: number
  readonly lettersPerSecond: number
  /** The part of the page where hands move. */
  readonly area: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
}

/** Lets a crowd into a group's room. Every other writer writes in a note, the others in drafts. */
export async function crowd(url: string, code: string, size: CrowdSize): Promise<Crowd> {
  const sent = { presence: 0, letters: 0 }
  const leaving: (() => void)[] = []
  for (let at = 0; at < size.hands; at++) leaving.push(await hand(url, code, { at, size, sent }))
  for (let at = 0; at < size.writers; at++) leaving.push(await writer(url, code, { at, size, sent }))
  return { sent, leave: () => leaving.forEach((leave) => leave()) }
}

interface Place {
  readonly at: number
  readonly size: CrowdSize
  readonly sent: Crowd['sent']
}

/** A hand: only its own presence goes out; what comes in is not looked at, so that twenty of them cost this process little. */
async function hand(url: string, code: string, { at, size, sent }: Place): Promise<() => void> {
  const { answer } = await join(url, code, { name: `Main ${at + 1}` })
  const { socket } = await rawSocket(url, documentOf(answer, 'whiteboard'), answer.ticket)
  socket.removeAllListeners('message')
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const { x, y, w, h } = size.area
  let step = at * 31
  const move = (): void => {
    step += 1
    const cursor = {
      ...{ x: Math.round(x + (w / 2) * (1 + Math.sin(step / 40 + at))) },
      ...{ y: Math.round(y + (h / 2) * (1 + Math.cos(step / 30 + at * 2))), page: firstPageId },
    }
    awareness.setLocalState({ cursor, selection: [] })
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [doc.clientID]))
    socket.send(encoding.toUint8Array(encoder))
    sent.presence += 1
  }
  move()
  const timer = setInterval(move, 1000 / size.movesPerSecond)
  return () => {
    clearInterval(timer)
    awareness.destroy()
    doc.destroy()
    socket.terminate()
  }
}

async function writer(url: string, code: string, { at, size, sent }: Place): Promise<() => void> {
  const { answer } = await join(url, code, { name: `Plume ${at + 1}` })
  const inNote = at % 2 === 1
  const client = await stockClient(url, documentOf(answer, inNote ? 'whiteboard' : 'drafts'), answer.ticket)
  const { text, presence } = inNote ? noteOf(client.doc, at) : paragraphOf(client.doc, at)
  const letters = 'et encore une phrase que l’on écrit ensemble, '
  let typed = 0
  const timer = setInterval(() => {
    const letter = letters[typed % letters.length] ?? ' '
    // A note has an end: what was written last is taken back before it is full.
    if (inNote && text.length > 160) text.delete(text.length - 60, 60)
    text.insert(text.length, letter)
    typed += 1
    sent.letters += 1
    client.provider.awareness.setLocalState(presence(text))
  }, 1000 / size.lettersPerSecond)
  return () => {
    clearInterval(timer)
    client.close()
  }
}

interface WrittenPlace {
  readonly text: Y.Text
  readonly presence: (text: Y.Text) => Record<string, unknown>
}

function noteOf(doc: Y.Doc, at: number): WrittenPlace {
  const notes = [...recordsOf(doc).keys()].filter((id) => noteText(doc, id)).sort()
  const id = notes[(at * 37) % notes.length] ?? ''
  const text = noteText(doc, id)
  if (!text) throw new Error('no note to write in')
  return { text, presence: () => ({ writing: id, editing: id }) }
}

function paragraphOf(doc: Y.Doc, at: number): WrittenPlace {
  const { draftId, text } = firstParagraph(doc, at * 11)
  const end = (of: Y.Text): unknown =>
    Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(of, of.length))
  return {
    text,
    presence: (of) => ({
      caret: { draftId, place: 'proposition', anchor: end(of), head: end(of) },
      draftId,
    }),
  }
}
