// What two hours of sixteen people cost on disk: their keystrokes and note moves, one frame each, through the real server.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type * as Y from 'yjs'
import { type AckedLine, ackedLine } from '#e2e/bench/ackedLine.ts'
import { firstParagraph } from '#e2e/bench/firstParagraph.ts'
import { type BenchReport, milliseconds } from '#e2e/bench/report.ts'
import { benchLimits } from '#e2e/bench/roomBench.ts'
import { seeded, typist } from '#e2e/bench/typist.ts'
import { documentOf, join as joinRoom } from '#e2e/harness/rawClient.ts'
import { type RunningServer, startServer } from '#e2e/harness/runningServer.ts'
import { noteText, recordsOf } from '#shared/whiteboard/boardModel.ts'
import { addNote } from '#shared/whiteboard/commands.ts'

/** One person's two hours: fingers on the keys a quarter of the time at five keys a second, three notes, fifteen drags. */
const evening = { people: 16, keystrokes: 9_000, notes: 3, drags: 15, framesOfDrag: 25 } as const
/** Three or four people share a paragraph. */
const sharedDrafts = 5
/** Of a person's keystrokes, so many of a hundred go into notes. */
const inNotes = 15

interface Author {
  readonly drafts: AckedLine
  readonly board: AckedLine
  readonly random: () => number
}

/** `share` of the evening is written, and the figures are for the whole. */
export async function diskUse(share: number): Promise<BenchReport> {
  const server = await startServer({ env: { LIMITS: JSON.stringify(benchLimits) } })
  try {
    await server.stop()
    const before = sizeOf(server.dataDir)
    await server.restart()
    const authors: Author[] = []
    for (let at = 0; at < evening.people; at++) authors.push(await comeIn(server, at))
    const began = performance.now()
    const counts = await Promise.all(authors.map((author, at) => spendEvening(author, at, share)))
    const seconds = (performance.now() - began) / 1000
    for (const { drafts, board } of authors) {
      drafts.close()
      board.close()
    }
    await server.stop()
    return describe({ share, seconds, before, after: sizeOf(server.dataDir), counts })
  } finally {
    await server.close()
  }
}

async function comeIn(server: RunningServer, at: number): Promise<Author> {
  const { answer } = await joinRoom(server.url, 'NANTES', { name: `Personne ${at + 1}` })
  const line = (kind: 'drafts' | 'whiteboard'): Promise<AckedLine> =>
    ackedLine(server.url, documentOf(answer, kind), answer.ticket)
  return { drafts: await line('drafts'), board: await line('whiteboard'), random: seeded(at + 1) }
}

interface Counts {
  readonly keystrokes: number
  readonly moves: number
  readonly frameBytes: number
}

/** As a browser sends it, a frame a keystroke: at this pace several in one frame would cost less than they will. */
async function spendEvening({ drafts, board, random }: Author, at: number, share: number): Promise<Counts> {
  const keystrokes = Math.round(evening.keystrokes * share)
  const notes = Array.from({ length: evening.notes }, () =>
    addNote(board.doc, { author: `Personne ${at + 1}` }),
  )
  await board.kept()
  const hands = {
    draft: typist(firstParagraph(drafts.doc, at, sharedDrafts).text, random),
    note: typist(wordsOf(board.doc, notes[0] ?? ''), random),
  }
  let noteLetters = 0
  for (let press = 0; press < keystrokes; press++) {
    const note = random() * 100 < inNotes && noteLetters < 150 * evening.notes
    if (note && ++noteLetters % 150 === 0)
      hands.note = typist(wordsOf(board.doc, notes[noteLetters / 150] ?? notes[0] ?? ''), random)
    ;(note ? hands.note : hands.draft).press()
    await (note ? board : drafts).kept()
  }
  const drags = Math.round(evening.drags * share)
  for (let drag = 0; drag < drags; drag++) await move(board, notes[drag % notes.length] ?? '', random)
  return {
    keystrokes,
    moves: drags * evening.framesOfDrag,
    frameBytes: drafts.sentBytes() + board.sentBytes(),
  }
}

async function move(board: AckedLine, id: string, random: () => number): Promise<void> {
  const [dx, dy] = [random() * 40 - 20, random() * 40 - 20]
  for (let frame = 0; frame < evening.framesOfDrag; frame++) {
    const map = recordsOf(board.doc).get(id)
    const [x = 0, y = 0] = (map?.get('xy') as [number, number] | undefined) ?? [] // written by `addNote`
    map?.set('xy', [Math.round((x + dx) * 100) / 100, Math.round((y + dy) * 100) / 100])
    await board.kept()
  }
}

function wordsOf(doc: Y.Doc, id: string): Y.Text {
  const words = noteText(doc, id)
  if (!words) throw new Error('no note to write in')
  return words
}

/** Bytes of everything that the store keeps. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

interface Measured {
  readonly share: number
  readonly seconds: number
  readonly before: number
  readonly after: number
  readonly counts: readonly Counts[]
}

function describe({ share, seconds, before, after, counts }: Measured): BenchReport {
  const sum = (key: keyof Counts): number => counts.reduce((total, count) => total + count[key], 0)
  const grown = after - before
  const writes = sum('keystrokes') + sum('moves')
  const whole = grown / share / 2 ** 20
  return {
    title: 'Two hours on disk',
    about: `${evening.people} people for two hours: ${evening.keystrokes} keystrokes each (a quarter of the time at five a second; a tenth or so takes letters back), ${evening.notes} notes and ${evening.drags} drags of ${evening.framesOfDrag} frames each. ${Math.round(share * 100)} % of it was written in ${seconds.toFixed(0)} s, a frame a keystroke, each waited for; the figures are for the whole.`,
    columns: ['', 'writes', 'sent B/write', 'store B/write', 'store MB in two hours'],
    rows: [
      [
        'Faire Ensemble, embedded store',
        String(Math.round(writes / share)),
        milliseconds(sum('frameBytes') / writes),
        milliseconds(grown / writes),
        whole.toFixed(1),
      ],
    ],
    notes: ['Measured on the files of the stopped server, before and after; the log is never shortened.'],
  }
}
