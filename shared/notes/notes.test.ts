// The rules of private writing, one by one and over random sessions.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ruleContext } from '#shared/contract/ruleContext.ts'
import { Change, type CommandContext } from '#shared/contract/slice.ts'
import { notes } from '#shared/notes/notes.ts'
import {
  type NotesSecret,
  type NotesState,
  noSecret,
  nothingYet,
  type StepWish,
} from '#shared/notes/notesState.ts'
import type { Placement } from '#shared/notes/revealNotes.ts'
import type { Actor } from '#shared/people/actor.ts'

const wish: StepWish = {
  question: 'Qu’est-ce qui nous freine ?',
  frameId: null,
  colour: 'blue',
  anonymous: true,
  moderated: false,
  authorsMayReveal: false,
}
const noteId = (n: number): string => `${n}`.padStart(26, '0')
const seatOf = (who: string) => ({ id: `seat-${who}`, name: `Nom de ${who}` })

/** One room: commands change it, and each draw comes from a seeded source. */
class Table {
  state: NotesState = nothingYet
  secret: NotesSecret = noSecret
  placed: Placement[] = []
  #seed: number
  #made = 0
  constructor(seed = 1) {
    this.#seed = seed
  }
  readonly random = (): number => {
    this.#seed = (this.#seed * 1_103_515_245 + 12_345) % 2 ** 31
    return this.#seed / 2 ** 31
  }
  context(who: string, more: Partial<CommandContext> = {}): CommandContext<NotesSecret> {
    const actor: Partial<Actor> = { participantId: who, role: who === 'eva' ? 'facilitator' : 'participant' }
    this.#made += 1
    const seats = who === 'trio' ? ['a', 'b', 'c'].map(seatOf) : [seatOf(who)]
    const newId = `id${this.#made}`
    return ruleContext<NotesSecret>({
      seats,
      newId,
      random: this.random,
      facts: more.facts,
      actor,
      secret: this.secret,
    })
  }
  /** The reason of a refusal, or `done`. */
  say<V extends keyof typeof notes.commands>(
    who: string,
    verb: V,
    input: object,
    more: Partial<CommandContext> = {},
  ): string {
    const command = notes.commands[verb]
    const context = this.context(who, more)
    const parsed = command.input.safeParse(input)
    if (!parsed.success) return 'malformed'
    if (!command.may(context.actor, parsed.data as never)) return 'not allowed' // parsed by this command's own schema
    const decided = command.apply(this.state, parsed.data as never, context) // the same
    if (!decided.ok) return decided.error.reason
    if (decided.value instanceof Change) {
      const { state, more: also } = decided.value
      this.state = state
      this.secret = also.secret ?? this.secret
      for (const { input: made } of also.effects ?? []) this.placed.push(made as Placement) // this slice's only effect
    } else this.state = decided.value
    expect(notes.state.safeParse(this.state).success).toBe(true)
    expect(notes.secret?.schema.safeParse(this.secret).success).toBe(true)
    return 'done'
  }
  open(more: Partial<StepWish> = {}): string {
    expect(this.say('eva', 'open', { ...wish, ...more })).toBe('done')
    return this.state.step?.id ?? ''
  }
  put(who: string, n: number, text = `mot ${n}`, seatId = seatOf(who).id): string {
    return this.say(who, 'put', { stepId: this.state.step?.id ?? 'none', seatId, noteId: noteId(n), text })
  }
  view(who: string) {
    const { actor, seats, secret } = this.context(who)
    return notes.view?.(this.state, { actor, seats, secret })
  }
}

test('[N1] one step at a time, opened by facilitators; opening again after the end makes a new one', () => {
  const table = new Table()
  expect(table.say('ana', 'open', wish)).toBe('not allowed')
  const first = table.open()
  expect(table.say('eva', 'open', wish)).toBe('notes.alreadyOpen')
  expect(table.say('eva', 'close', { stepId: first })).toBe('done')
  expect(table.say('eva', 'close', { stepId: first })).toBe('notes.over')
  expect(table.open()).not.toBe(first)
})

test('[N1] no command but the opening changes what was promised', () => {
  fc.assert(
    fc.property(
      fc.record({ anonymous: fc.boolean(), moderated: fc.boolean() }),
      fc.array(fc.constantFrom('put', 'remove', 'review', 'resume', 'approve', 'setAside'), {
        maxLength: 20,
      }),
      (promise, verbs) => {
        const table = new Table()
        const stepId = table.open(promise)
        for (const verb of verbs) {
          const key = table.view('eva')?.queue?.[0]?.key ?? 'none'
          const note = { seatId: seatOf('eva').id, noteId: noteId(1), text: 'x' }
          table.say('eva', verb, {
            stepId,
            ...note,
            key,
            keys: [key],
            reason: 'y',
            anonymous: false,
            moderated: false,
          })
          expect(table.state.step).toMatchObject(promise)
        }
      },
    ),
  )
})

test('[N2] authors cannot show their own where notes are anonymous or read beforehand', () => {
  const table = new Table()
  expect(table.say('eva', 'open', { ...wish, authorsMayReveal: true })).toBe('notes.notAlone')
  expect(
    table.say('eva', 'open', { ...wish, anonymous: false, moderated: true, authorsMayReveal: true }),
  ).toBe('notes.notAlone')
})

test('[N3] others see how many notes and how many seats, and nothing of the words, whatever is done', () => {
  const table = new Table()
  table.open({ anonymous: false })
  table.put('ana', 1, 'canari')
  table.put('ana', 2, 'canari deux')
  table.put('ben', 3, 'autre')
  for (const who of ['eva', 'ben', 'observer']) {
    expect(table.view(who)?.step).toMatchObject({ notes: 3, writers: 2 })
    expect(JSON.stringify(table.view(who))).not.toMatch(/canari|ana|token/)
  }
  expect(table.view('ana')?.mine['seat-ana']?.map(({ text }) => text)).toEqual(['canari', 'canari deux'])
  expect(JSON.stringify(table.state)).not.toMatch(/canari|ana/)
})

test('the same note again changes nothing; with other words it is changed; removed twice is removed once', () => {
  const table = new Table()
  const stepId = table.open()
  for (let n = 0; n < 3; n++) expect(table.put('ana', 1, 'un')).toBe('done')
  expect(table.view('ana')?.mine['seat-ana']).toEqual([{ id: noteId(1), text: 'un', asideBecause: null }])
  table.put('ana', 1, 'un, autrement')
  expect(table.view('ana')?.mine['seat-ana']?.map(({ text }) => text)).toEqual(['un, autrement'])
  const remove = { stepId, seatId: 'seat-ana', noteId: noteId(1) }
  expect(table.say('ana', 'remove', remove)).toBe('done')
  expect(table.say('ana', 'remove', remove)).toBe('done')
  expect(table.view('eva')?.step).toMatchObject({ notes: 0, writers: 0 })
})

test('nobody writes for a seat behind another device, nor changes or removes its notes by guessing an id', () => {
  const table = new Table()
  const stepId = table.open()
  table.put('ana', 1, 'à moi')
  expect(table.put('ben', 2, 'x', 'seat-ana')).toBe('notes.notYourSeat')
  expect(table.say('ben', 'remove', { stepId, seatId: 'seat-ana', noteId: noteId(1) })).toBe(
    'notes.notYourSeat',
  )
  expect(table.put('ben', 1, 'le même numéro')).toBe('done')
  expect(table.say('ben', 'remove', { stepId, seatId: 'seat-ben', noteId: noteId(1) })).toBe('done')
  expect(table.view('ana')?.mine['seat-ana']?.map(({ text }) => text)).toEqual(['à moi'])
})

test('three people behind one device write under their own seats', () => {
  const table = new Table()
  table.open({ anonymous: false })
  for (const [n, seat] of ['a', 'b', 'c'].entries()) table.put('trio', n, `de ${seat}`, `seat-${seat}`)
  expect(table.view('eva')?.step).toMatchObject({ notes: 3, writers: 3 })
  table.say('eva', 'reveal', { stepId: table.state.step?.id })
  expect(table.placed[0]?.notes.map(({ author }) => author).sort()).toEqual([
    'Nom de a',
    'Nom de b',
    'Nom de c',
  ])
})

test('thirty notes a seat; 280 letters a note; nothing but spaces is no note', () => {
  const table = new Table()
  table.open()
  for (let n = 0; n < 30; n++) expect(table.put('ana', n)).toBe('done')
  expect(table.put('ana', 30)).toBe('notes.enough')
  expect(table.put('ana', 3, 'changée quand même')).toBe('done')
  expect(table.put('ben', 1, 'x'.repeat(280))).toBe('done')
  expect(table.put('ben', 2, 'x'.repeat(281))).toBe('malformed')
  expect(table.put('ben', 2, '  ')).toBe('malformed')
})

test('observers, boards and the team do not write; a participant neither reads nor reveals', () => {
  const { put } = notes.commands
  const actor = ruleContext({}).actor
  const input = { stepId: 's', seatId: 's', noteId: noteId(1), text: 'x' }
  expect(put.may({ ...actor, role: 'observer' }, input)).toBe(false)
  expect(put.may({ ...actor, standing: 'board' }, input)).toBe(false)
  expect(put.may({ ...actor, standing: 'team' }, input)).toBe(false)
  const table = new Table()
  const stepId = table.open({ moderated: true })
  for (const verb of ['review', 'resume', 'reveal', 'close'] as const)
    expect(table.say('ana', verb, { stepId })).toBe('not allowed')
  expect(table.say('ana', 'approve', { stepId, keys: ['x'] })).toBe('not allowed')
  expect(table.say('ana', 'setAside', { stepId, key: 'x', reason: 'y' })).toBe('not allowed')
})

test('[N4] after an anonymous reveal nothing ties a note to anybody: no name, seat, token or id that was there before', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { minLength: 1, maxLength: 20 }), fc.nat(), (authors, seed) => {
      const table = new Table(seed + 1)
      const stepId = table.open()
      for (const [n, who] of authors.entries()) table.put(`auteur${who}`, n, `texte ${n}`)
      const before = [
        ...table.secret.writers.flatMap(({ seatId, token }) => [seatId, token]),
        ...table.secret.notes.map(({ id }) => id),
      ]
      expect(table.say('eva', 'reveal', { stepId })).toBe('done')
      const after = JSON.stringify([table.state, table.secret, table.placed])
      for (const trace of [...before, 'auteur', 'Nom de']) expect(after).not.toContain(trace)
      expect(table.secret).toEqual(noSecret)
      const placed = table.placed[0]?.notes ?? []
      expect(placed.map(({ text }) => text).sort()).toEqual(authors.map((_, n) => `texte ${n}`).sort())
      expect(new Set(placed.map(({ id }) => id)).size).toBe(authors.length)
    }),
  )
})

test('[N4] the first who wrote is as likely to come last as anywhere', () => {
  const words = ['alpha', 'bravo', 'charlie', 'delta']
  const places = [0, 0, 0, 0]
  const table = new Table(7)
  for (let round = 0; round < 800; round++) {
    const stepId = table.open()
    for (const [n, word] of words.entries()) table.put(`p${n}`, n, word)
    table.say('eva', 'reveal', { stepId })
    const at = table.placed.at(-1)?.notes.findIndex(({ text }) => text === 'alpha') ?? -1
    places[at] = (places[at] ?? 0) + 1
  }
  // 200 each on average; five standard deviations either way.
  for (const count of places) expect(Math.abs(count - 200)).toBeLessThan(62)
})

test('[N5] [N6] being read: nothing is added or changed, an author still takes a note back, the queue names nobody', () => {
  const table = new Table()
  const stepId = table.open({ moderated: true })
  for (let n = 0; n < 6; n++) table.put('ana', n, `note ${n}`)
  expect(table.view('eva')?.queue).toBeNull()
  table.say('eva', 'review', { stepId })
  expect(table.put('ana', 9)).toBe('notes.beingRead')
  const queue = table.view('eva')?.queue ?? []
  expect(queue.map(({ text }) => text)).not.toEqual([
    'note 0',
    'note 1',
    'note 2',
    'note 3',
    'note 4',
    'note 5',
  ])
  expect(JSON.stringify(queue)).not.toMatch(/seat|ana|"id"/)
  expect(table.view('ana')?.queue).toBeNull()
  table.say('ana', 'remove', { stepId, seatId: 'seat-ana', noteId: noteId(0) })
  expect(table.view('eva')?.queue).toHaveLength(5)
})

test('[N7] what was set aside is not shown; its author alone sees the reason, until the step ends', () => {
  const table = new Table()
  const stepId = table.open({ moderated: true })
  table.put('ana', 1, 'à garder')
  table.put('ben', 2, 'un nom de personne')
  table.say('eva', 'review', { stepId })
  const keyOf = (text: string): string =>
    table.view('eva')?.queue?.find((note) => note.text === text)?.key ?? ''
  expect(
    table.say('eva', 'setAside', {
      stepId,
      key: keyOf('un nom de personne'),
      reason: 'Elle nomme quelqu’un.',
    }),
  ).toBe('done')
  expect(table.say('eva', 'reveal', { stepId })).toBe('notes.undecided')
  expect(table.say('eva', 'approve', { stepId, keys: [keyOf('à garder')] })).toBe('done')
  expect(table.view('ben')?.mine['seat-ben']?.[0]?.asideBecause).toBe('Elle nomme quelqu’un.')
  expect(JSON.stringify(table.view('ana'))).not.toContain('nomme')
  expect(table.say('eva', 'reveal', { stepId })).toBe('done')
  expect(table.placed.flatMap(({ notes: placed }) => placed.map(({ text }) => text))).toEqual(['à garder'])
  expect(JSON.stringify([table.state, table.secret])).not.toContain('nomme')
})

test('[N6] a note that was approved and then changed is read again', () => {
  const table = new Table()
  const stepId = table.open({ moderated: true })
  table.put('ana', 1, 'sage')
  table.say('eva', 'review', { stepId })
  table.say('eva', 'approve', { stepId, keys: table.view('eva')?.queue?.map(({ key }) => key) })
  table.say('eva', 'resume', { stepId })
  table.put('ana', 1, 'moins sage')
  table.say('eva', 'review', { stepId })
  expect(table.say('eva', 'reveal', { stepId })).toBe('notes.undecided')
})

test('[N9] where it is allowed, an author shows the notes of one seat, under its name; the rest stays secret', () => {
  const table = new Table()
  const stepId = table.open({ anonymous: false, authorsMayReveal: true })
  table.put('ana', 1, 'de Ana')
  table.put('ben', 2, 'de Ben')
  expect(table.say('ana', 'revealMine', { stepId, seatId: 'seat-ben' })).toBe('notes.notYourSeat')
  expect(table.say('ana', 'revealMine', { stepId, seatId: 'seat-ana' })).toBe('done')
  expect(table.placed[0]?.notes).toEqual([expect.objectContaining({ text: 'de Ana', author: 'Nom de ana' })])
  expect(table.view('eva')?.step).toMatchObject({ notes: 1, writers: 1 })
  const closed = new Table()
  closed.open({ anonymous: false })
  expect(closed.say('ana', 'revealMine', { stepId: closed.state.step?.id, seatId: 'seat-ana' })).toBe(
    'notes.facilitatorReveals',
  )
})

test('[N10] a reveal that the board cannot take whole is refused, and nothing is lost', () => {
  const table = new Table()
  const stepId = table.open()
  for (let n = 0; n < 3; n++) table.put('ana', n)
  expect(table.say('eva', 'reveal', { stepId }, { facts: { shapesLeft: 3 } })).toBe('notes.boardFull')
  expect(table.secret.notes).toHaveLength(3)
  expect(table.say('eva', 'reveal', { stepId }, { facts: { shapesLeft: 4 } })).toBe('done')
})

test('closing without a reveal forgets every word', () => {
  const table = new Table()
  const stepId = table.open()
  table.put('ana', 1, 'canari')
  table.say('eva', 'close', { stepId })
  expect(JSON.stringify([table.state, table.secret, table.placed])).not.toContain('canari')
  expect(table.state.last).toMatchObject({ stepId, how: 'closed', anonymous: true })
  expect(table.put('ana', 2)).toBe('notes.over')
})

test('what is said in secret is marked so for the journal', () => {
  const { put, remove, setAside, open } = notes.commands
  expect([put, remove, setAside, open].map(({ isSecret }) => isSecret === true)).toEqual([
    true,
    true,
    true,
    false,
  ])
})
