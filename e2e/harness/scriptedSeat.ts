// A person of the room without a browser: one line of the room lane, with everything that it ever heard.
import { io } from 'socket.io-client'
import { until } from '#e2e/harness/runningServer.ts'
import { randomId } from '#shared/contract/ids.ts'
import type { CommandName, InputOf, Snapshot, ViewOf } from '#shared/wire.ts'

export interface ScriptedSeat {
  /** Adds a private note to the step that is open. */
  write(text: string): Promise<void>
  /** Gives one point to the first thing that is voted on; whether it was counted. */
  vote(): Promise<boolean>
  /** Points for each thing of the decision that was closed last, in its order; empty while it is open. */
  totals(): readonly number[]
  /** Every word that this line was ever sent. */
  heard(): string
  leave(): void
}

export async function scriptedSeat(
  url: string,
  { ticket, seatId }: { readonly ticket: string; readonly seatId: string },
): Promise<ScriptedSeat> {
  const socket = io(url, { transports: ['websocket'], auth: { ticket }, forceNew: true })
  const state: Record<string, unknown> = {}
  const words: string[] = []
  socket.onAny((_name, ...rest) => words.push(JSON.stringify(rest)))
  socket.on('room', (snapshot: Snapshot) => Object.assign(state, snapshot.state))
  const view = <S extends 'notes' | 'decision'>(name: S) => state[name] as ViewOf<S> | undefined // what the server sends of it
  const say = async <N extends CommandName>(name: N, input: InputOf<N>): Promise<boolean> => {
    const answer: unknown = await socket.timeout(10_000).emitWithAck(name, { id: randomId(), input })
    return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true
  }
  await until(() => 'seats' in state, 'the room at a scripted seat')
  return {
    async write(text) {
      const step = await until(() => view('notes')?.step, 'a writing step')
      const done = await say('notes.put', { stepId: step?.id ?? '', seatId, noteId: randomId(), text })
      if (!done) throw new Error('a private note was refused')
    },
    async vote() {
      const open = await until(() => view('decision')?.open, 'a vote')
      const [first] = open?.items ?? []
      if (!open || !first) throw new Error('nothing to vote on')
      const answer = { kind: 'dots' as const, points: { [first.id]: 1 }, comment: '' }
      return say('decision.answer', { id: open.id, round: 1, seatId, answer })
    },
    totals() {
      const decision = view('decision')
      const last = decision?.open ? undefined : decision?.past.at(-1)
      return last?.outcome.kind === 'dots' ? last.outcome.totals.map(({ plus }) => plus) : []
    },
    heard: () => words.join('\n'),
    leave: () => void socket.disconnect(),
  }
}
