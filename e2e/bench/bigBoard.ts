// A full evening's whiteboard: sixty cards and three hundred notes in frames, written by a guest through the stock client.
import { documentOf, join, stockClient } from '#e2e/harness/rawClient.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { parseDocumentName } from '#shared/contract/documentName.ts'
import { createDraft, draftsOf, type NewDraft } from '#shared/draft/draftModel.ts'
import {
  draftShapeRecord,
  frameRecord,
  noteColours,
  noteRecord,
  noteText,
  putRecord,
  recordsOf,
} from '#shared/whiteboard/boardModel.ts'

export const bigBoard = { cards: 60, notes: 300, notesInFrame: 30 } as const

const words =
  'nous proposons que chaque antenne réserve deux heures par mois pour écouter les membres qui viennent moins souvent, parce que la décision prise sans eux tient rarement plus de trois semaines et que le trajet, les horaires et la garde des enfants pèsent davantage que le désaccord'.split(
    ' ',
  )

/** `count` words, another beginning for each `seed`. */
export const sentence = (seed: number, count: number): string =>
  `${Array.from({ length: count }, (_, i) => words[(seed * 7 + i) % words.length]).join(' ')}.`

function draft(at: number): NewDraft {
  return {
    title: `Recommandation d’essai ${at + 1}`,
    summary: sentence(at, 24),
    constat: [sentence(at + 1, 40), sentence(at + 2, 30)],
    proposition: [sentence(at + 3, 45), sentence(at + 4, 35), sentence(at + 5, 20)],
    moyens: [sentence(at + 6, 25)],
    nuances: at % 3 === 0 ? [{ type: 'nuance', text: sentence(at, 18), groupId: null }] : [],
  }
}

/** Beside what the demo has there, in page units. */
const left = 2_800

const index = (at: number): string => `b${String(at).padStart(4, '0')}1`

/** Fills the room of a group beside what is there already; resolves with the list's rows of the new drafts once they can be read by others. */
export async function seedBigBoard(url: string, code: string): Promise<readonly string[]> {
  const { answer } = await join(url, code, { name: 'Semis' })
  const draftsName = documentOf(answer, 'drafts')
  const boardName = documentOf(answer, 'whiteboard')
  const drafts = await stockClient(url, draftsName, answer.ticket)
  const board = await stockClient(url, boardName, answer.ticket)
  const spaceId = parseDocumentName(draftsName)?.id ?? ''
  const ids = Array.from({ length: bigBoard.cards }, (_, at) => createDraft(drafts.doc, draft(at)))
  board.doc.transact(() => {
    ids.forEach((draftId, at) => {
      const place = { x: left + (at % 12) * 420, y: Math.floor(at / 12) * 460, index: index(at) }
      putRecord(board.doc, draftShapeRecord(`shape:big-card-${at}`, place, { spaceId, draftId }))
    })
    for (let at = 0; at < bigBoard.notes; at++) putNote(board.doc, at)
  })
  await arrived(url, { draftsName, boardName, ticket: answer.ticket })
  drafts.close()
  board.close()
  return ids.map((id) => `${spaceId}/${id}`)
}

function putNote(doc: Parameters<typeof putRecord>[0], at: number): void {
  const [frame, within] = [Math.floor(at / bigBoard.notesInFrame), at % bigBoard.notesInFrame]
  const parentId = `shape:big-frame-${frame}`
  if (within === 0) {
    const place = {
      x: left + (frame % 4) * 1_300,
      y: 2_400 + Math.floor(frame / 4) * 1_000,
      index: index(100 + frame),
    }
    putRecord(doc, frameRecord(parentId, place, { w: 1_250, h: 900, name: `Ensemble ${frame + 1}` }))
  }
  const id = `shape:big-note-${at}`
  const place = {
    ...{ x: 24 + (within % 6) * 200, y: 24 + Math.floor(within / 6) * 170 },
    ...{ parentId, index: index(within) },
  }
  putRecord(
    doc,
    noteRecord(id, place, { author: 'Semis', colour: noteColours[at % 4] ?? 'yellow', dots: at % 5 }),
  )
  noteText(doc, id)?.insert(0, sentence(at, 8 + (at % 9)))
}

async function arrived(
  url: string,
  { draftsName, boardName, ticket }: { draftsName: string; boardName: string; ticket: string },
): Promise<void> {
  for (const [name, size, least] of [
    [draftsName, (doc: Parameters<typeof draftsOf>[0]) => draftsOf(doc).size, bigBoard.cards],
    [
      boardName,
      (doc: Parameters<typeof draftsOf>[0]) => recordsOf(doc).size,
      bigBoard.cards + bigBoard.notes,
    ],
  ] as const)
    await until(async () => {
      const reader = await stockClient(url, name, ticket)
      const whole = size(reader.doc) >= least
      reader.close()
      return whole
    }, `the big board in ${name}`)
}
