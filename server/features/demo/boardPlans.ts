// What each of the demo's whiteboards holds at a moment. Pure; `layOut` says where.
import type { BoardPlan, LaidCard, LaidFrame, LaidNote } from '#server/features/demo/boardLayout.ts'
import type { DemoData, WorkshopBoard } from '#server/features/demo/demoData.ts'
import { convergenceDraftsAt, fullDraftsAt, jointDraftsAt } from '#server/features/demo/demoDrafts.ts'
import { boardStateAt, listsAreHandedOver } from '#server/features/demo/moments.ts'

/** Notes in a frame, across; and the two frames that a blank whiteboard begins with. */
const noteFrame = { columns: 3, rows: 2, of: 'notes' } as const
const templateFrames: readonly LaidFrame[] = [
  { id: 'freine', name: 'Ce qui nous freine' },
  { id: 'envie', name: 'Ce qui nous donne envie' },
]

const cardsOf = (spaceId: string, drafts: readonly { readonly id: string }[]): LaidCard[] =>
  drafts.map(({ id }) => ({ spaceId, draftId: id }))

const themeOfGroup = (data: DemoData, groupId: string) => {
  const group = data.cycle.groups.find(({ id }) => id === groupId)
  return data.cycle.themes.find(({ id }) => id === group?.themeId)
}

/** A group's whiteboard: as it was at the end of its workshop, with the question alone on the day, blank before. */
export function groupBoardAt(data: DemoData, groupId: string, today: string, spaceId: string): BoardPlan {
  const full = fullDraftsAt(data, groupId, today)
  const cards = cardsOf(spaceId, full)
  const board = data.boards.find((one) => one.groupId === groupId)
  const session = data.cycle.sessions.find(({ id }) => id === board?.sessionId)
  const state = session ? boardStateAt(session.date, today) : 'blank'
  const question = themeOfGroup(data, groupId)?.question ?? ''
  if (!board || state !== 'finished') {
    // Before its day nothing is known of a session but date, time and groups: the theme's own question stands there.
    const asked = board && state === 'today' ? board.question : question
    return { question: asked, frames: templateFrames, framesInRow: 2, frameAtLeast: noteFrame, cards }
  }
  const refs = new Map(
    full.flatMap(({ id, sourceStickyIds }) => sourceStickyIds.map((note) => [note, `${spaceId}/${id}`])),
  )
  return { ...finishedWall(data, board, refs), cards }
}

function finishedWall(data: DemoData, board: WorkshopBoard, refs: ReadonlyMap<string, string>): BoardPlan {
  const names = new Map(data.cycle.members.map(({ id, displayName }) => [id, displayName]))
  const noteOf = ({ id, text, authorId, color }: WorkshopBoard['stickies'][number]): LaidNote => {
    const ref = refs.get(id)
    const author = board.anonymous || authorId === null ? '' : (names.get(authorId) ?? '')
    return { id, text, author, colour: color, draftRefs: ref ? [ref] : [] }
  }
  // As people had put them: rows from top to bottom, each from left to right.
  const notesIn = (clusterId: string | null): LaidNote[] =>
    board.stickies
      .filter((sticky) => sticky.clusterId === clusterId)
      .sort((a, b) => a.y - b.y || a.x - b.x)
      .map(noteOf)
  return {
    question: board.question,
    frames: board.clusters.map(({ id, title, points }) => ({
      id,
      name: title,
      dots: points,
      notes: notesIn(id),
    })),
    framesInRow: 3,
    frameAtLeast: { ...noteFrame, rows: 1 },
    loose: notesIn(null),
  }
}

/** The joint room: each group's texts in its lane, what they write together between them. */
export function jointBoardAt(
  data: DemoData,
  today: string,
  spaces: {
    readonly joint: string
    readonly left: readonly [groupId: string, spaceId: string]
    readonly right: readonly [groupId: string, spaceId: string]
  },
): BoardPlan {
  const lane = ([groupId, spaceId]: readonly [string, string]): LaidFrame => ({
    id: `lane-${groupId}`,
    name: placeOf(data, groupId),
    cards: cardsOf(spaceId, fullDraftsAt(data, groupId, today)),
  })
  const session = data.cycle.sessions.find(({ id }) => id === data.jointSessionId)
  const known = session && boardStateAt(session.date, today) !== 'blank'
  return {
    question: known ? session.subject : (themeOfGroup(data, spaces.left[0])?.question ?? ''),
    frames: [
      lane(spaces.left),
      { id: 'lane-common', name: 'En commun', cards: cardsOf(spaces.joint, jointDraftsAt(data, today)) },
      lane(spaces.right),
    ],
    framesInRow: 3,
    // Lanes stand beside each other, each read from top to bottom.
    frameAtLeast: { columns: 1, rows: 4, of: 'cards' },
  }
}

/** The antenna's name, or the group's own where it meets online only. */
export function placeOf(data: DemoData, groupId: string): string {
  const group = data.cycle.groups.find(({ id }) => id === groupId)
  return data.cycle.antennas.find(({ id }) => id === group?.antennaId)?.name ?? group?.name ?? ''
}

/** The convergence: a frame for each theme; after the hand-over with the lists of its groups in them. */
export function convergenceBoardAt(data: DemoData, today: string, spaceId: string): BoardPlan {
  const drafts = convergenceDraftsAt(data, today)
  const frames = [...data.cycle.themes]
    .sort((a, b) => a.order - b.order)
    .map((theme): LaidFrame => {
      const ofTheme = drafts.filter(({ groupId }) => themeOfGroup(data, groupId)?.id === theme.id)
      return { id: theme.id, name: theme.title, cards: cardsOf(spaceId, ofTheme) }
    })
  const handed = listsAreHandedOver(data.cycle.cycle, today)
  const notes = data.cycle.themes.flatMap(({ title, outcomeNote }) =>
    outcomeNote ? [`${title}\u00a0: ${outcomeNote}`] : [],
  )
  return {
    question: data.cycle.cycle.stages.find(({ key }) => key === 'convergence')?.name ?? '',
    frames,
    framesInRow: 2,
    frameAtLeast: { columns: 4, rows: 1, of: 'cards' },
    ...(handed && notes.length > 0 ? { words: notes.join(' ') } : {}),
  }
}
