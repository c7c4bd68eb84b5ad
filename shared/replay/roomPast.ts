// Reads a room's journal from its first line on: when sessions began and ended, and what is worth a mark on the time line.
import { z } from 'zod'
import { agenda } from '#shared/agenda/agenda.ts'
import { type AgendaState, emptyAgenda, stepOf } from '#shared/agenda/agendaState.ts'
import { Change, type CommandContext } from '#shared/contract/slice.ts'
import type { ReplayMark } from '#shared/replay/replayAnswer.ts'

/** A line as the journal keeps it; of what was said in secret it holds a digest, which is never looked at here. */
export interface PastLine {
  readonly command: string
  readonly input: unknown
  readonly answer: unknown
  readonly at: number
}

export interface PastSession {
  readonly id: string
  readonly from: number
  /** Null while it runs. */
  readonly to: number | null
}

export interface RoomPast {
  readonly sessions: readonly PastSession[]
  /** With the space that one must be able to read to be told of it. */
  readonly marks: readonly (ReplayMark & { readonly spaceId?: string })[]
}

const madeId = z.object({ id: z.string() })
const asked = z.object({ question: z.string() })
const named = z.object({ id: z.string() })
const started = z.object({ draft: z.object({ spaceId: z.string(), title: z.string() }) })
const noted = z.object({ text: z.string() })

/** Decisions that may be open at once in a journal that was cut; more are forgotten, the oldest first. */
const openAtMost = 50

/**
 * [H1] Only the public commands below are read: the name of a secret one (a note being written, an answer to a vote) says by its
 * hour alone who wrote. [H2] Nobody is named. [H3] Steps are found by deciding again what was decided, with the same rules.
 */
export class PastReader implements RoomPast {
  readonly sessions: PastSession[] = []
  readonly marks: RoomPast['marks'][number][] = []
  #agenda: AgendaState = emptyAgenda
  #question = ''
  readonly #questions = new Map<string, string>()

  read(line: PastLine): void {
    const { command, input, at } = line
    if (command.startsWith('agenda.')) return this.#readAgenda(line)
    switch (command) {
      case 'notes.open':
        this.#question = asked.safeParse(input).data?.question ?? ''
        return
      case 'notes.reveal':
      case 'notes.revealMine':
        this.marks.push({ at, kind: 'revealed', text: this.#question })
        return
      case 'decision.open':
        return this.#readQuestion(line)
      case 'decision.close': {
        const id = named.safeParse(input).data?.id ?? ''
        this.marks.push({ at, kind: 'decided', text: this.#questions.get(id) ?? '' })
        return
      }
      case 'decision.startInitiative': {
        const draft = started.safeParse(input).data?.draft
        if (draft) this.marks.push({ at, kind: 'initiative', text: draft.title, spaceId: draft.spaceId })
      }
    }
  }

  #readQuestion({ input, answer }: PastLine): void {
    const id = madeId.safeParse(answer).data?.id
    if (id === undefined) return
    this.#questions.set(id, asked.safeParse(input).data?.question ?? '')
    const oldest = this.#questions.keys().next()
    if (this.#questions.size > openAtMost && !oldest.done) this.#questions.delete(oldest.value)
  }

  #readAgenda(line: PastLine): void {
    const before = this.#agenda
    this.#agenda = decidedAgain(before, line)
    const { at, command } = line
    if (command === 'agenda.addOutcome') {
      const text = noted.safeParse(line.input).data?.text
      if (text) this.marks.push({ at, kind: 'outcome', text })
      return
    }
    this.#noteSession(before, at)
    const { currentId, steps } = this.#agenda
    const step = currentId === before.currentId ? undefined : stepOf(this.#agenda, currentId)
    if (!step) return
    const place = steps.filter(({ state }) => state !== 'skipped').indexOf(step) + 1
    this.marks.push({ at, kind: 'step', title: step.title, place })
  }

  #noteSession({ status }: AgendaState, at: number): void {
    const now = this.#agenda.status
    if (now === status) return
    const id = this.#agenda.sessionId ?? ''
    const last = this.sessions.at(-1)
    if (now === 'ended' && last) {
      this.sessions[this.sessions.length - 1] = { ...last, to: at }
      this.marks.push({ at, kind: 'end' })
    } else if (now === 'running') {
      // Opened again it is the same session: what came in between belongs to it.
      if (last?.id === id) this.sessions[this.sessions.length - 1] = { ...last, to: null }
      else this.sessions.push({ id, from: at, to: null })
      this.marks.push({ at, kind: 'begin' })
    }
  }
}

type AgendaCommand = (typeof agenda.commands)[keyof typeof agenda.commands]

/** The state after a line; unchanged where the line says nothing of steps, or an older version of the rules wrote it. */
function decidedAgain(state: AgendaState, { command, input, answer, at }: PastLine): AgendaState {
  const verb = command.slice('agenda.'.length)
  if (!Object.hasOwn(agenda.commands, verb) || unsteady.has(verb)) return state
  const rule = agenda.commands[verb as keyof typeof agenda.commands] as AgendaCommand // hasOwn has looked
  const said = rule.input.safeParse(input)
  if (!said.success) return state
  // Each rule takes what its own schema has just accepted.
  const apply = rule.apply as (
    before: AgendaState,
    input: unknown,
    context: CommandContext<undefined>,
  ) => ReturnType<AgendaCommand['apply']>
  const decided = apply(state, said.data, {
    actor: { participantId: '', roomId: '', standing: 'guest', role: 'facilitator', groupId: null },
    ...{ seats: [], present: [], facts: undefined, secret: undefined, random: () => 0 },
    now: at,
    newId: madeId.safeParse(answer).data?.id ?? `at-${at}`,
  })
  if (!decided.ok) return state
  return decided.value instanceof Change ? decided.value.state : decided.value
}

/** Verbs that move no step and depend on who was present or what was noted. */
const unsteady: ReadonlySet<string> = new Set(['nameSecretary', 'addOutcome', 'removeOutcome'])
