// Notes that wait on a device: through cuts, reloads, two tabs, changes under way, and the end of their step.
import { expect, test } from 'vitest'
import {
  createOutbox,
  forgetWaitingNotes,
  type NotePlace,
  type NoteStorage,
  type SendNote,
} from '#client/features/notes/outbox.ts'
import { shownNotes } from '#client/features/notes/ownNotes.ts'
import type { CommandAnswer } from '#client/live/liveRoom.ts'

const place: NotePlace = { stepId: 's1', question: 'Pourquoi ?', anonymous: true, seatId: 'seat-a' }
const id = (n: number): string => `${n}`.padStart(26, '0')

function storage(full = false): NoteStorage {
  const map = new Map<string, string>()
  return {
    get length() {
      return map.size
    },
    key: (n) => [...map.keys()][n] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => {
      if (full) throw new Error('quota')
      map.set(key, value)
    },
    removeItem: (key) => void map.delete(key),
  }
}
const refused = (code: string, reason: string): CommandAnswer => ({
  ok: false,
  error: { code, reason, message: `non : ${reason}` },
})

/** A server: what it was told, in order, and what it holds. */
function server(answer: () => CommandAnswer = () => ({ ok: true })) {
  const held = new Map<string, string>()
  const told: string[] = []
  const send: SendNote = async (verb, { noteId, text }) => {
    await Promise.resolve()
    const said = answer()
    told.push(`${verb} ${text}`)
    if (said.ok && verb === 'put') held.set(noteId, text)
    if (said.ok && verb === 'remove') held.delete(noteId)
    return said
  }
  return { held, told, send }
}

test('what was typed offline survives a reload and is sent in order when the line is back, once', async () => {
  const kept = storage()
  const before = createOutbox('r', kept)
  before.write(place, { noteId: id(1), text: 'un', kind: 'send' })
  before.write(place, { noteId: id(2), text: 'deux', kind: 'send' })
  const away = server(() => refused('unavailable', 'unavailable'))
  await before.flush('s1', away.send)
  expect(away.told).toEqual(['put un'])
  const after = createOutbox('r', kept)
  const back = server()
  await after.flush('s1', back.send)
  await after.flush('s1', back.send)
  expect(back.told).toEqual(['put un', 'put deux'])
  expect(after.all()).toEqual([])
})

test('two tabs on one device both send: the server ends with each note once, under the id kept with it', async () => {
  const kept = storage()
  const [one, two] = [createOutbox('r', kept), createOutbox('r', kept)]
  one.write(place, { text: 'un', kind: 'send' })
  const { held, send } = server()
  await Promise.all([one.flush('s1', send), two.flush('s1', send)])
  expect([...held.values()]).toEqual(['un'])
  expect(two.all()).toEqual([])
})

test('a note changed or removed while it is under way is sent again as it is now', async () => {
  const box = createOutbox('r', storage())
  const { held, told, send } = server()
  box.write(place, { noteId: id(1), text: 'un', kind: 'send' })
  const first = box.flush('s1', send)
  box.write(place, { noteId: id(1), text: 'un, mieux', kind: 'send' })
  await first
  expect(told).toEqual(['put un', 'put un, mieux'])
  box.write(place, { noteId: id(1), text: 'encore', kind: 'send' })
  const second = box.flush('s1', send)
  box.write(place, { noteId: id(1), text: null, kind: 'send' })
  await second
  expect(held.size).toBe(0)
  expect(box.all()).toEqual([])
})

test('when the step is over, its notes are left to their author; removals and empty fields go', async () => {
  const box = createOutbox('r', storage())
  box.write(place, { noteId: id(1), text: 'resté', kind: 'send' })
  box.write(place, { noteId: id(2), text: null, kind: 'send' })
  box.write(place, { noteId: id(3), text: 'à moitié', kind: 'draft' })
  box.write(place, { noteId: id(4), text: '  ', kind: 'draft' })
  await box.flush('s1', server(() => refused('wrong-state', 'notes.over')).send)
  box.stepIs('s2')
  expect(box.all().map(({ kind, text }) => [kind, text])).toEqual([
    ['left', 'resté'],
    ['left', 'à moitié'],
  ])
  const next = server()
  await box.flush('s2', next.send)
  expect(next.told).toEqual([])
})

test('while notes are read, what was written waits and a removal behind it still goes', async () => {
  const box = createOutbox('r', storage())
  box.write(place, { noteId: id(1), text: 'trop tôt', kind: 'send' })
  box.write(place, { noteId: id(2), text: null, kind: 'send' })
  const told: string[] = []
  await box.flush('s1', async (verb) => {
    told.push(verb)
    return verb === 'put' ? refused('wrong-state', 'notes.beingRead') : { ok: true }
  })
  expect(told).toEqual(['put', 'remove'])
  expect(box.all().map(({ text }) => text)).toEqual(['trop tôt'])
})

test('a note that the server will never take is left, with the reason; one that is only too early waits', async () => {
  const box = createOutbox('r', storage())
  box.write(place, { noteId: id(1), text: 'la trente et unième', kind: 'send' })
  await box.flush('s1', server(() => refused('wrong-state', 'notes.beingRead')).send)
  expect(box.all()[0]?.kind).toBe('send')
  await box.flush('s1', server(() => refused('too-many', 'notes.enough')).send)
  expect(box.all()[0]).toMatchObject({ kind: 'left', reason: 'non : notes.enough' })
})

test.each([
  ['no storage', undefined],
  ['a full one', storage(true)],
])('with %s notes wait in memory', async (_name, given) => {
  const box = createOutbox('r', given)
  box.write(place, { noteId: id(1), text: 'un', kind: 'send' })
  expect(box.all()).toHaveLength(1)
  const { told, send } = server()
  await box.flush('s1', send)
  expect(told).toEqual(['put un'])
  expect(box.all()).toEqual([])
})

test('rooms do not see each other’s notes; foreign values are no notes; sign-out takes all of them', () => {
  const kept = storage()
  createOutbox('r', kept).write(place, { text: 'un', kind: 'send' })
  kept.setItem('faire-ensemble.notes|r|s|a|b', '{"kind":"send"}')
  kept.setItem('faire-ensemble.notes|r|s|a|c', 'not json')
  expect(createOutbox('r', kept).all()).toHaveLength(1)
  expect(createOutbox('other', kept).all()).toEqual([])
  forgetWaitingNotes(kept)
  expect(kept.length).toBe(0)
})

test('the author sees what the server holds, and over it what still waits', () => {
  const own = (n: number, text: string) => ({ id: id(n), text, asideBecause: null })
  const box = createOutbox('r', storage())
  box.write(place, { noteId: id(1), text: 'changée', kind: 'send' })
  box.write(place, { noteId: id(2), text: null, kind: 'send' })
  box.write(place, { noteId: id(4), text: 'nouvelle', kind: 'send' })
  box.write(place, { noteId: id(5), text: 'en cours', kind: 'draft' })
  expect(
    shownNotes([own(1, 'un'), own(2, 'deux'), own(3, 'trois')], box.all()).map(({ text, waits }) => [
      text,
      waits,
    ]),
  ).toEqual([
    ['changée', true],
    ['trois', false],
    ['nouvelle', true],
  ])
})
