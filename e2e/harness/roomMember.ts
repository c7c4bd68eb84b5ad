// Somebody of a room without a browser, who may come back to it again and again: commands, answers, documents.
import { io, type Socket } from 'socket.io-client'
import { documentOf, join, type StockClient, stockClient } from '#e2e/harness/rawClient.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { randomId } from '#shared/contract/ids.ts'
import type { JoinAnswer } from '#shared/room/join.ts'
import type { CommandName, InputOf, Snapshot, ViewOf } from '#shared/wire.ts'

export class RoomMember {
  readonly name: string
  cookie: string
  answer: JoinAnswer | undefined
  readonly #url: string
  readonly #code: string
  #line: Socket | undefined
  #state: Record<string, unknown> = {}

  constructor(url: string, code: string, { name, cookie = '' }: { name: string; cookie?: string }) {
    this.name = name
    this.cookie = cookie
    this.#url = url
    this.#code = code
  }

  /** Goes in, or comes back with a new ticket. */
  async enter(): Promise<void> {
    this.leave()
    const joined = await join(this.#url, this.#code, { name: this.name, presence: 'in-person' }, this.cookie)
    this.answer = joined.answer
    this.cookie = joined.cookie
    this.#state = {}
    const line = io(this.#url, {
      transports: ['websocket'],
      auth: { ticket: joined.answer.ticket },
      forceNew: true,
    })
    line.on('room', (snapshot: Snapshot) => Object.assign(this.#state, snapshot.state))
    this.#line = line
    await until(() => 'agenda' in this.#state, `the room at ${this.name}`)
  }

  leave(): void {
    this.#line?.disconnect()
  }

  get seatId(): string {
    return this.answer?.you.seats[0]?.id ?? ''
  }

  view<S extends 'agenda' | 'notes' | 'decision'>(slice: S): ViewOf<S> {
    return this.#state[slice] as ViewOf<S> // what the server sends of it
  }

  /** Returns the id of what was made. */
  async say<N extends CommandName>(name: N, input: InputOf<N>): Promise<string> {
    const answer: unknown = await this.#line?.timeout(15_000).emitWithAck(name, { id: randomId(), input })
    const said = answer as { ok: boolean; value?: { id?: string } } // the lane's answers
    if (!said.ok) throw new Error(`${this.name}: ${name} was refused: ${JSON.stringify(answer)}`)
    return said.value?.id ?? ''
  }

  open(kind: 'whiteboard' | 'drafts'): Promise<StockClient> {
    if (!this.answer) throw new Error(`${this.name} is not in the room`)
    return stockClient(this.#url, documentOf(this.answer, kind), this.answer.ticket)
  }
}
