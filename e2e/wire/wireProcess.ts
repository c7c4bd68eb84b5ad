// Starts and kills the wire server's process, and asks it things as a test may.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as Y from 'yjs'

const program = fileURLToPath(new URL('./wireServer.ts', import.meta.url))

export class WireProcess {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'wire-'))
  port = 0
  #child: ChildProcess | undefined

  /** Starts, or starts again on the same store and the same port. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [program, this.dataDir, String(this.port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#child = child
    const [line] = (await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`the wire server ended with ${code}`))),
    ])) as [Buffer] // piped streams give buffers
    this.port = Number(line.toString())
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  async stop(): Promise<void> {
    await this.kill('SIGTERM')
    rmSync(this.dataDir, { recursive: true })
  }

  async ask(path: string, query: Record<string, string>): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${this.port}${path}?${new URLSearchParams(query)}`)
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    return response.json()
  }

  /** A newcomer's view of a document: what the server holds. */
  async document(name: string): Promise<Y.Doc> {
    const { state } = (await this.ask('/document', { document: name })) as { state: string } // our own server
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Buffer.from(state, 'base64'))
    return doc
  }
}
