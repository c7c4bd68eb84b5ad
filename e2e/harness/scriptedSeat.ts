// A person of the room without a browser: one line of the room lane, with everything that it ever heard.
import { io } from 'socket.io-client'
import { until } from '#e2e/harness/runningServer.ts'
import { randomId } from '#shared/contract/ids.ts'
import type { Answer } from '#shared/decision/answer.ts'
import type { OpenView } from '#shared/decision/decision.ts'
import type { CommandName, InputOf, Snapshot, ViewOf } from '#shared/wire.ts'

export interface ScriptedSeat {
  /** Adds a private note to the step that is open. */
  write(text: string): Promise<void>
  /** Gives one point to the first thing that is voted on; whether it was counted. */
  vote(): Promise<boolean>
  /** Answers the question that is open, in its present round; whether it was counted. */
  answer(given: (open: OpenView) => Answer): Promise<boolean>
  /** Asks for the floor; whether the hand is up. */
  raiseHand(): Promise<boolean>
  /** Points for each thing of the decision that was closed last, in its order; empty while it is open. */
  totals(): readonly number[]
  /** Every word that this line was ever sent. */
  heard(): string
  leave(): void
}

export interface SeatTaken {
  readonly ticket: string
  readonly seatId: string
  /** Forgets what it hears at once: two hundred of them share one process. */
  readonly deaf?: boolean
}

export async function scriptedSeat(
  url: string,
  { ticket, seatId, deaf = false }: SeatTaken,
): Promise<ScriptedSeat> {
  const socket = io(url, { transports: ['websocket'], auth: { ticket }, forceNew: true })
  const state: Record<string, unknown> = {}
  const words: string[] = []
  if (!deaf) socket.onAny((_name, ...rest) => words.push(JSON.stringify(rest)))
  socket.on('room', (snapshot: Snapshot) => Object.assign(state, snapshot.state))
  const view = <S extends 'notes' | 'decision'>(name: S) => state[name] as ViewOf<S> | undefined // what the server sends of it
  const say = async <N extends CommandName>(name: N, input: InputOf<N>): Promise<boolean> => {
    const answer: unknown = await socket.timeout(10_000).emitWithAck(name, { id: randomId(), input })
    return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true
  }
  await until(() => 'seats' in state, 'the room at a scripted seat')
  const answer = async (given: (open: OpenView) => Answer): Promise<boolean> => {
    const open = await until(() => view('decision')?.open ?? undefined, 'a question')
    return say('decision.answer', { id: open.id, round: open.round, seatId, answer: given(open) })
  }
  return {
    async write(text) {
      const step = await until(() => view('notes')?.step, 'a writing step')
      const done = await say('notes.put', { stepId: step?.id ?? '', seatId, noteId: randomId(), text })
      if (!done) throw new Error('a private note was refused')
    },
    vote: () =>
      answer(({ items: [first] }) => {
        if (!first) throw new Error('nothing to vote on')
        return { kind: 'dots', points: { [first.id]: 1 }, comment: '' }
      }),
    answer,
    raiseHand: () => say('queue.raise', { seatId }),
    totals() {
      const decision = view('decision')
      const last = decision?.open ? undefined : decision?.past.at(-1)
      return last?.outcome.kind === 'dots' ? last.outcome.totals.map(({ plus }) => plus) : []
    },
    heard: () => words.join('\n'),
    leave: () => void socket.disconnect(),
  }
}
