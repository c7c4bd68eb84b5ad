// Every act of the board is really offered by the list, and what the list offers really changes the shared documents.
import i18next, { type TFunction } from 'i18next'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { initReactI18next } from 'react-i18next'
import { beforeAll, expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { MenuAct } from '#client/features/list/ActionMenu.tsx'
import { boardLines } from '#client/features/list/boardLines.ts'
import { readDraftLine } from '#client/features/list/draftLines.ts'
import { draftMenu } from '#client/features/list/draftMenu.tsx'
import { frameMenu } from '#client/features/list/frameMenu.tsx'
import { bringBack, undoAct } from '#client/features/list/itemActs.ts'
import { listActs } from '#client/features/list/listActs.ts'
import { ListContext, type ListHands } from '#client/features/list/listContext.ts'
import { itemMenu } from '#client/features/list/noteMenu.tsx'
import { RoomList, type RoomListProps } from '#client/features/list/RoomList.tsx'
import { removedReading } from '#client/features/list/removedBin.ts'
import { SelectionBar } from '#client/features/list/SelectionBar.tsx'
import { texts } from '#client/features/list/texts.ts'
import { useAsking } from '#client/features/list/useItemRuns.tsx'
import { useListHands } from '#client/features/list/useListHands.ts'
import type { LiveDocument, LiveRoom } from '#client/live/liveRoom.ts'
import { createDraft, draftsOf } from '#shared/draft/draftModel.ts'
import { type BoardAct, boardActs } from '#shared/parity/boardAct.ts'
import type { Access } from '#shared/people/access.ts'
import { connect } from '#shared/whiteboard/arrows.ts'
import { firstPageId, noteText, putRecord, seedBoard } from '#shared/whiteboard/boardModel.ts'
import { addFrame, addNote } from '#shared/whiteboard/commands.ts'
import { readBoard } from '#shared/whiteboard/listView.ts'
import { placeDraft } from '#shared/whiteboard/place.ts'

let t: TFunction
beforeAll(async () => {
  const resources = Object.fromEntries(Object.entries(texts).map(([code, list]) => [code, { list }]))
  await i18next.use(initReactI18next).init({ resources, lng: 'fr', interpolation: { escapeValue: false } })
  t = i18next.getFixedT('fr', 'list')
})

function liveDocument(name: string, access: Access, groupId: string | null): LiveDocument {
  const doc = new Y.Doc()
  return {
    name,
    kind: name.startsWith('drafts') ? 'drafts' : 'whiteboard',
    access,
    generation: 1,
    groupId,
    doc,
    awareness: new Awareness(doc),
    isReadable: () => true,
    save: () => ({ state: 'saved', unsaved: 0, sentOnReturn: 0 }),
    subscribe: () => () => undefined,
  }
}

/** A room on real documents, without a server. */
function room(access: Access = 'write'): LiveRoom {
  const whiteboard = liveDocument('whiteboard/room', access, null)
  const drafts = [liveDocument('drafts/space', access, 'group')]
  seedBoard(whiteboard.doc)
  const wear = { ink: 'loire', pattern: 'lignes', line: 'solid' as const, initials: 'NA' }
  return {
    join: {
      ticket: '',
      ticketExpiresAt: 0,
      participantId: 'p',
      room: {
        id: 'room',
        code: 'NANTES',
        title: 'Nantes',
        kind: 'group',
        groups: [{ id: 'group', code: 'NANTES', place: 'Nantes', theme: 'x', wear }],
        entities: [],
      },
      documents: [],
      you: {
        name: 'Ana',
        presence: 'phone',
        role: 'participant',
        groupId: 'group',
        seats: [{ id: 's', name: 'Ana' }],
        signedIn: false,
      },
    },
    documents: [whiteboard, ...drafts],
    whiteboard,
    drafts,
    draftsOf: (spaceId) => (spaceId === 'space' ? drafts[0] : undefined),
    people: () => [],
    state: () => ({}),
    clockOffset: () => 0,
    save: () => ({ state: 'saved', unsaved: 0, sentOnReturn: 0 }),
    command: async () => ({ ok: true }),
    subscribe: () => () => undefined,
    close: () => undefined,
  }
}

/** What the list asks in a dialog, answered at once. */
interface Asked {
  readonly onPick?: (id: string) => void
  readonly onAnswer?: (words: string) => void
}

function stage(access: Access = 'write') {
  const live = room(access)
  const board = live.whiteboard.doc
  const space = live.drafts[0]?.doc ?? new Y.Doc()
  const frame = addFrame(board, { name: 'Freins' })
  const note = addNote(board, { text: 'Trop loin', frameId: frame })
  const other = addNote(board, { text: 'Trop tard', frameId: frame })
  const arrow = connect(board, note, other)
  const image = {
    id: 'shape:image',
    typeName: 'shape',
    type: 'image',
    x: 3_000,
    y: 0,
    rotation: 0,
    index: 'a9',
    parentId: firstPageId,
    isLocked: false,
    opacity: 1,
    meta: {},
  }
  const flat = { w: 10, h: 10, playing: true, url: '', assetId: null, crop: null, flipX: false, flipY: false }
  putRecord(board, { ...image, props: { ...flat, altText: '' } })
  const [first, second] = ['Un comité', 'Un forum'].map((title) => createDraft(space, { title })) as [
    string,
    string,
  ] // two titles
  const card = placeDraft(board, 'space', first)
  const asked: Asked[] = []
  const said: string[] = []
  const opened: string[] = []
  const merged: string[] = []
  const services = {
    renderDraft: () => null,
    newDraft: (_space: string, title: string) => createDraft(space, { title }),
    draftsFromNotes: (ids: readonly string[]) =>
      createDraft(space, { title: ids.map((id) => noteText(board, id)?.toString()).join(', ') }),
    openPasteDialog: () => undefined,
    focusOnBoard: () => undefined,
    merging: {
      blocked: access === 'read' ? t('blocked.drafts') : undefined,
      merge: (drafts: readonly { draftId: string }[]) =>
        void merged.push(`merge ${drafts.map(({ draftId }) => draftId).join()}`),
      pull: ({ draftId }: { draftId: string }) => void merged.push(`pull ${draftId}`),
      split: ({ draftId }: { draftId: string }) => void merged.push(`split ${draftId}`),
      running: ({ draftId }: { draftId: string }) => [
        { label: `Fusion de ${draftId}`, run: () => void merged.push(`open ${draftId}`) },
      ],
    },
    announce: (text: string) => void said.push(text),
  }
  const props: RoomListProps = { ...services, room: live, variant: 'panel', lang: 'fr' }
  const local = {
    focusRow: () => undefined,
    openDraft: ({ draftId }: { draftId: string }) => void opened.push(draftId),
    toggleDraft: () => undefined,
    openMenu: () => undefined,
    openDialog: (render: (close: () => void) => unknown) =>
      void asked.push((render(() => undefined) as ReactElement<Asked>).props), // dialogs of this list
  }
  return {
    live,
    board,
    space,
    frame,
    note,
    other,
    arrow,
    card,
    first,
    second,
    props,
    local,
    asked,
    said,
    opened,
    merged,
  }
}

type Stage = ReturnType<typeof stage>

/** Renders inside the list's context and lends what hooks gave. */
function inside(
  s: Stage,
  use: (hands: ListHands, asking: ReturnType<typeof useAsking>) => ReactElement | null,
): string {
  function Probe() {
    const hands = useListHands(s.props, t, s.local)
    const asking = useAsking(hands)
    return createElement(ListContext, { value: hands }, use(hands, asking))
  }
  return renderToStaticMarkup(createElement(Probe))
}

/** Every menu that the list can open. */
function menus(s: Stage): readonly MenuAct[] {
  let acts: readonly MenuAct[] = []
  inside(s, (hands, asking) => {
    const board = readBoard(s.board)
    const runs = { ...asking, edit: () => undefined }
    const lines = [...boardLines(board, hands.titleOf).values()]
    const line = readDraftLine('space', s.second, draftsOf(s.space).get(s.second))
    const placed = readDraftLine('space', s.first, draftsOf(s.space).get(s.first))
    const frame = board.sections.find((section) => section.frame)?.frame
    acts = [
      ...lines.flatMap((one) => itemMenu(hands, one, runs)),
      ...(line ? draftMenu(hands, line, [], false, runs) : []),
      ...(placed ? draftMenu(hands, placed, [s.card], true, runs) : []),
      ...(frame ? frameMenu(hands, frame, { addHere: () => undefined, rename: asking.rename }) : []),
    ]
    return null
  })
  return acts
}

const run = (s: Stage, act: BoardAct, value?: string): void => {
  const found = menus(s).find((entry) => entry.act === act && (value === undefined || entry.value === value))
  if (!found) throw new Error(`the list offers no ${act}`)
  found.run()
}

const item = (s: Stage, id: string) => readBoard(s.board).items.get(id)
const pick = (s: Stage, id: string): void => s.asked.at(-1)?.onPick?.(id)
const answer = (s: Stage, words: string): void => s.asked.at(-1)?.onAnswer?.(words)
const titles = (s: Stage): string[] =>
  [...draftsOf(s.space).values()]
    .filter((draft) => draft.get('deletedAt') === null)
    .sort((a, b) => (String(a.get('order')) < String(b.get('order')) ? -1 : 1))
    .map((draft) => String(draft.get('title')))

test('each act has a control in the list', () => {
  const s = stage()
  const shown = new Set<string>(menus(s).map(({ act }) => act))
  run(s, 'note.delete')
  run(s, 'draft.delete')
  const markup = [
    renderToStaticMarkup(createElement(RoomList, s.props)),
    renderToStaticMarkup(createElement(RoomList, { ...s.props, firstTab: 'notes' })),
    renderToStaticMarkup(createElement(RoomList, { ...s.props, firstTab: 'notes', room: room() })),
    inside(s, (_hands, asking) =>
      createElement(SelectionBar, { ids: [s.other], runs: asking, onClear: () => undefined }),
    ),
  ].join('')
  for (const [, act] of markup.matchAll(/data-act="([^"]+)"/g)) shown.add(act ?? '')
  const byKeysAlone = new Set(['board.undo'])
  expect(boardActs.filter((act) => !shown.has(act) && !byKeysAlone.has(act))).toEqual([])
})

test('drafts: merge, pull and split are asked of the room, and a running merge is opened', () => {
  const s = stage()
  run(s, 'draft.merge', 'with')
  run(s, 'draft.pull')
  run(s, 'draft.split')
  run(s, 'draft.merge', 'open-0')
  expect(s.merged).toEqual([`merge ${s.second}`, `pull ${s.second}`, `split ${s.second}`, `open ${s.second}`])
})

test('each act has words in three languages', () => {
  for (const code of ['fr', 'en', 'nl'])
    for (const [act, key] of Object.entries(listActs))
      expect(i18next.exists(key, { lng: code, ns: 'list' }), `${code} ${act}`).toBe(true)
})

test('notes: order, frame, colour, duplicate, connect, disconnect, draft, delete, restore, undo', () => {
  const s = stage()
  const order = (): string[] => readBoard(s.board).sections[0]?.items.map(({ id }) => id) ?? []
  expect(order()).toEqual([s.note, s.other])
  run(s, 'note.order', 'later')
  expect(order()).toEqual([s.other, s.note])
  let undone = ''
  inside(s, (hands) => {
    undoAct(hands, 'undo')
    undone = order().join()
    return null
  })
  expect(undone).toBe([s.note, s.other].join())
  run(s, 'note.moveToFrame')
  pick(s, '')
  expect(item(s, s.note)?.frameId).toBeNull()
  run(s, 'note.colour', 'green')
  expect(
    [...readBoard(s.board).items.values()].some((one) => one.kind === 'note' && one.colour === 'green'),
  ).toBe(true)
  run(s, 'note.disconnect')
  expect(item(s, s.note)?.relations).toEqual([])
  run(s, 'note.connect')
  pick(s, s.note)
  expect(item(s, s.note)?.relations).toHaveLength(1)
  const before = readBoard(s.board).items.size
  run(s, 'note.duplicate')
  expect(readBoard(s.board).items.size).toBe(before + 1)
  run(s, 'note.toDraft')
  expect(s.opened).toHaveLength(1)
  expect(titles(s)).toHaveLength(3)
})

test('notes: what was deleted comes back with its words', () => {
  const s = stage()
  run(s, 'note.delete')
  const gone = [s.note, s.other].find((id) => !item(s, id)) ?? ''
  expect(gone).not.toBe('')
  const [entry] = removedReading(s.board).current()
  inside(s, (hands) => {
    if (entry) bringBack(hands, entry)
    return null
  })
  expect(item(s, gone)).toMatchObject({ kind: 'note', words: 'Trop loin' })
  expect(item(s, gone)?.relations).toHaveLength(1)
})

test('frames and images: add, rename, delete with the notes kept, describe', () => {
  const s = stage()
  inside(s, (_hands, asking) => {
    asking.newFrame()
    return null
  })
  answer(s, 'Pistes')
  expect(readBoard(s.board).sections.map(({ frame }) => frame?.name)).toContain('Pistes')
  run(s, 'frame.rename')
  answer(s, 'Obstacles')
  expect(readBoard(s.board).sections.map(({ frame }) => frame?.name)).toContain('Obstacles')
  run(s, 'frame.delete')
  expect(item(s, s.note)).toMatchObject({ frameId: null, words: 'Trop loin' })
  run(s, 'image.describe')
  answer(s, 'Un escalier')
  expect(item(s, 'shape:image')).toMatchObject({ alt: 'Un escalier' })
})

test('cards and drafts: place, order, frame, connect, remove, reorder, duplicate, delete', () => {
  const s = stage()
  run(s, 'card.place')
  const cards = (): string[] =>
    [...readBoard(s.board).items.values()].flatMap((one) => (one.kind === 'card' ? one.draftId : []))
  expect(cards().sort()).toEqual([s.first, s.second].sort())
  run(s, 'card.moveToFrame')
  pick(s, s.frame)
  expect(
    [...readBoard(s.board).items.values()].some((one) => one.kind === 'card' && one.frameId === s.frame),
  ).toBe(true)
  run(s, 'card.connect')
  pick(s, s.note)
  expect(item(s, s.note)?.relations).toHaveLength(2)
  run(s, 'card.remove')
  expect(cards()).toHaveLength(1)
  expect(titles(s)).toEqual(['Un comité', 'Un forum'])
  run(s, 'draft.order', 'earlier')
  expect(titles(s)).toEqual(['Un forum', 'Un comité'])
  run(s, 'draft.duplicate')
  expect(titles(s)).toEqual(['Un forum', 'Un forum', 'Un comité'])
  run(s, 'draft.delete')
  expect(titles(s)).toEqual(['Un forum', 'Un comité'])
})

test('who only reads is told why at every act that changes something', () => {
  const s = stage('read')
  const mayAlways = new Set<BoardAct>(['board.find', 'draft.write'])
  // A merge that runs may be looked at by everybody.
  const isLook = (value: string | undefined): boolean => value?.startsWith('open-') === true
  for (const { act, label, value, blocked } of menus(s))
    if (!mayAlways.has(act) && !isLook(value)) expect(blocked, `${act} ${label}`).toMatch(/^Vous lisez/)
  const markup = renderToStaticMarkup(createElement(RoomList, { ...s.props, firstTab: 'notes' }))
  expect(markup).toMatch(/data-act="note.add"[^>]*aria-disabled="true"/)
})
