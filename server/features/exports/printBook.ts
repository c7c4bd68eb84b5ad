// Prints long documents with the machine's own Chromium over a pipe: no network, no script, and it ends with this process, however that ends.
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { PipeTalk } from '#server/features/exports/pipeTalk.ts'

/** Milliseconds for one printing: a document of several hundred pages. */
const patience = 120_000
const folderStart = 'faire-ensemble-book-'

export interface Book {
  /** A tagged PDF with an outline. May be asked for again with other words. */
  print(html: string): Promise<Buffer>
  close(): Promise<void>
}

/** Rejects, and ends the browser, when the signal says so. */
export async function openBook(browser: string, signal: AbortSignal): Promise<Book> {
  signal.throwIfAborted()
  const folder = await mkdtemp(join(tmpdir(), `${folderStart}${process.pid}-`))
  mustGo(folder)
  const child = spawn(browser, options(folder), {
    // A group of its own: its helpers end with it.
    detached: process.platform !== 'win32',
    // It ends by itself when the pipe does: a killed server leaves no browser behind.
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // None of this server's settings, the session secret among them.
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, LANG: process.env['LANG'] ?? 'C.UTF-8' },
  })
  const talk = new PipeTalk(child.stdio[3] as Writable, child.stdio[4] as Readable) // pipes, as asked for above
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  void gone.then(() => talk.end(new Error('the browser has ended')))
  const onAbort = (): void => {
    talk.end(signal.reason instanceof Error ? signal.reason : new Error('cancelled'))
    stop(child)
  }
  signal.addEventListener('abort', onAbort)
  return {
    print: (html) => printed(talk, html),
    async close() {
      signal.removeEventListener('abort', onAbort)
      stop(child)
      await gone
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
      open.delete(folder)
    },
  }
}

/** Of books that are open: a server that is told to stop leaves none of them. */
const open = new Set<string>()

function mustGo(folder: string): void {
  if (!process.listeners('exit').includes(removeOpen)) process.once('exit', removeOpen)
  open.add(folder)
}

function removeOpen(): void {
  for (const folder of open) rmSync(folder, { recursive: true, force: true })
}

const options = (folder: string): string[] => [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // Nothing is asked of any address, whatever the page says.
  '--proxy-server=127.0.0.1:9',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  `--user-data-dir=${join(folder, 'profile')}`,
  // Chromium refuses its sandbox to root; the page has neither script nor network.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  'about:blank',
]

async function printed(talk: PipeTalk, html: string): Promise<Buffer> {
  const timer = setTimeout(
    () => talk.end(new Error(`the browser did not print within ${patience} ms`)),
    patience,
  )
  try {
    const { targetId } = await talk.ask<{ targetId: string }>('Target.createTarget', { url: 'about:blank' })
    const { sessionId } = await talk.ask<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    })
    const ask = <Answer>(method: string, params: object = {}) => talk.ask<Answer>(method, params, sessionId)
    await ask('Emulation.setScriptExecutionDisabled', { value: true })
    // Every request of the page stops here; nobody lets it go on.
    await ask('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    const { frameTree } = await ask<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree')
    const frameId = frameTree.frame.id
    await ask('Page.setDocumentContent', { frameId, html })
    // The page's own scripts were refused while it was read, and its policy refuses them still; this one is ours, in a world apart.
    await ask('Emulation.setScriptExecutionDisabled', { value: false })
    const { executionContextId: contextId } = await ask<{ executionContextId: number }>(
      'Page.createIsolatedWorld',
      { frameId },
    )
    await ask('Runtime.evaluate', { contextId, expression: lettersLoaded, awaitPromise: true })
    const { stream } = await ask<{ stream: string }>('Page.printToPDF', {
      ...{ preferCSSPageSize: true, printBackground: true, transferMode: 'ReturnAsStream' },
      ...{ generateTaggedPDF: true, generateDocumentOutline: true },
    })
    const parts: Buffer[] = []
    for (;;) {
      const part = await ask<{ data: string; eof: boolean; base64Encoded?: boolean }>('IO.read', {
        handle: stream,
      })
      parts.push(Buffer.from(part.data, part.base64Encoded ? 'base64' : 'latin1'))
      if (part.eof) break
    }
    await talk.ask('Target.closeTarget', { targetId })
    return Buffer.concat(parts)
  } finally {
    clearTimeout(timer)
  }
}

/** Printed before its letters are there, a page has none. */
const lettersLoaded = 'Promise.allSettled([...document.fonts].map((face) => face.load())).then(() => true)'

/** The whole group, where there is one. */
function stop({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/** Folders of processes that were killed: removed when the next one starts. */
export function sweepBooks(folder = tmpdir()): void {
  for (const name of readdirSync(folder)) {
    const owner = name.startsWith(folderStart) ? Number(name.slice(folderStart.length).split('-')[0]) : 0
    if (owner > 0 && owner !== process.pid && !lives(owner))
      rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process is one that lives.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
