// A TCP proxy for tests: a line that can be cut, refused, frozen, delayed and throttled, and that counts what it did.
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/**
 * `hold`: nothing passes, and what was held arrives when it thaws, as TCP's repeats would bring it.
 * `vanish`: nothing passes, and lines that were open meanwhile never carry anything again; neither end is told.
 */
export type Freeze = 'hold' | 'vanish'

export interface TcpProxyOptions {
  readonly targetPort: number
  readonly targetHost?: string
  /** 0, the default: any free port. */
  readonly port?: number
}

/** Milliseconds and bytes a second, in each direction. */
export interface LineQuality {
  readonly delay?: number
  /** Added to or taken from the delay at random; bytes keep their order. */
  readonly jitter?: number
  readonly bytesPerSecond?: number
}

interface Held {
  /** Absent for the end of the stream. */
  readonly bytes?: Buffer
  readonly due: number
}

export class TcpProxy {
  /** How many faults were really injected: a test that injected none has shown nothing. */
  readonly faults = { cuts: 0, refusals: 0, frozen: 0 }
  /** Bytes passed on: up from the client, down from the server. */
  readonly passed = { up: 0, down: 0 }
  targetPort: number
  readonly #targetHost: string
  readonly #server: Server
  readonly #lines = new Set<ProxyLine>()
  #refusing = false
  #freeze: Freeze | undefined
  #quality: LineQuality = {}

  /** Made by `openTcpProxy`. */
  constructor(options: TcpProxyOptions) {
    this.targetPort = options.targetPort
    this.#targetHost = options.targetHost ?? '127.0.0.1'
    this.#server = createServer((client) => this.#accept(client))
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, '127.0.0.1', resolve)
    })
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port // listening on TCP
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get openLines(): number {
    return this.#lines.size
  }

  get isFrozen(): boolean {
    return this.#freeze !== undefined
  }

  quality(): LineQuality {
    return this.#quality
  }

  /** Breaks every open line with a reset. Returns how many there were. */
  cut(): number {
    const lines = [...this.#lines]
    for (const line of lines) line.destroy()
    this.faults.cuts += lines.length
    return lines.length
  }

  /** While refusing, new lines are reset at once; open ones stay. */
  refuse(refusing: boolean): void {
    this.#refusing = refusing
  }

  /** Cuts everything and lets nobody in until `restore`. */
  unplug(): void {
    this.refuse(true)
    this.cut()
  }

  /** The end of refusing and freezing. */
  restore(): void {
    this.#refusing = false
    this.#freeze = undefined
    for (const line of this.#lines) line.thaw()
  }

  freeze(how: Freeze): void {
    this.#freeze = how
    for (const line of this.#lines) line.freeze(how)
    this.faults.frozen += this.#lines.size
  }

  /** From now on, for open and new lines. */
  setQuality(quality: LineQuality): void {
    this.#quality = quality
  }

  async close(): Promise<void> {
    for (const line of [...this.#lines]) line.destroy()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  #accept(client: Socket): void {
    if (this.#refusing) {
      this.faults.refusals += 1
      client.on('error', () => undefined)
      client.resetAndDestroy()
      return
    }
    const server = connect(this.targetPort, this.#targetHost)
    const line = new ProxyLine(this, client, server)
    this.#lines.add(line)
    line.ended = () => this.#lines.delete(line)
    if (this.#freeze) {
      line.freeze(this.#freeze)
      this.faults.frozen += 1
    }
  }
}

export async function openTcpProxy(options: TcpProxyOptions): Promise<TcpProxy> {
  const proxy = new TcpProxy(options)
  await proxy.listen(options.port ?? 0)
  return proxy
}

class ProxyLine {
  ended: () => void = () => undefined
  readonly #sockets: readonly [Socket, Socket]
  readonly #ways: readonly [ProxyWay, ProxyWay]

  constructor(proxy: TcpProxy, client: Socket, server: Socket) {
    this.#sockets = [client, server]
    this.#ways = [new ProxyWay(proxy, 'up', client, server), new ProxyWay(proxy, 'down', server, client)]
    for (const socket of this.#sockets) {
      socket.setNoDelay(true)
      socket.on('error', () => this.destroy())
      socket.on('close', () => {
        // A frozen line tells neither end that the other has gone.
        if (!this.#ways.some((way) => way.isFrozen) && this.#sockets.every(({ destroyed }) => destroyed))
          this.ended()
      })
    }
  }

  freeze(how: Freeze): void {
    for (const way of this.#ways) way.freeze(how)
  }

  thaw(): void {
    for (const way of this.#ways) way.thaw()
  }

  destroy(): void {
    for (const way of this.#ways) way.stop()
    for (const socket of this.#sockets) if (!socket.destroyed) socket.resetAndDestroy()
    this.ended()
  }
}

/** One direction of one line. */
class ProxyWay {
  readonly #proxy: TcpProxy
  readonly #direction: 'up' | 'down'
  readonly #to: Socket
  readonly #held: Held[] = []
  #freeze: Freeze | undefined
  #dead = false
  #timer: NodeJS.Timeout | undefined
  #freeAt = 0

  constructor(proxy: TcpProxy, direction: 'up' | 'down', from: Socket, to: Socket) {
    this.#proxy = proxy
    this.#direction = direction
    this.#to = to
    from.on('data', (bytes: Buffer) => this.#take(bytes))
    from.on('end', () => this.#take(undefined))
  }

  get isFrozen(): boolean {
    return this.#freeze !== undefined
  }

  freeze(how: Freeze): void {
    this.#freeze = how
    if (how === 'vanish') this.#dead = true
  }

  thaw(): void {
    this.#freeze = undefined
    this.#pass()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#dead = true
    this.#held.length = 0
  }

  #take(bytes: Buffer | undefined): void {
    if (this.#dead) return
    const { delay = 0, jitter = 0 } = this.#proxy.quality()
    const wait = Math.max(0, delay + (Math.random() * 2 - 1) * jitter)
    const before = this.#held.at(-1)?.due ?? 0
    const due = Math.max(before, Date.now() + wait)
    this.#held.push(bytes ? { bytes, due } : { due })
    this.#pass()
  }

  /** Passes on what is due, in order, no faster than the line allows. */
  #pass(): void {
    clearTimeout(this.#timer)
    for (let next = this.#held[0]; next && !this.#dead && !this.#freeze; next = this.#held[0]) {
      const wait = Math.max(next.due, this.#freeAt) - Date.now()
      if (wait > 0) {
        this.#timer = setTimeout(() => this.#pass(), wait)
        return
      }
      this.#held.shift()
      if (next.bytes) this.#write(next.bytes)
      else this.#to.end()
    }
  }

  #write(bytes: Buffer): void {
    const { bytesPerSecond } = this.#proxy.quality()
    // A slow line carries a tenth of a second's worth at a time.
    const portion = bytesPerSecond ? Math.max(1, Math.floor(bytesPerSecond / 10)) : bytes.length
    const [now, later] = [bytes.subarray(0, portion), bytes.subarray(portion)]
    if (!this.#to.destroyed) this.#to.write(now)
    this.#proxy.passed[this.#direction] += now.length
    if (bytesPerSecond) this.#freeAt = Date.now() + (now.length / bytesPerSecond) * 1_000
    if (later.length > 0) this.#held.unshift({ bytes: later, due: 0 })
  }
}
