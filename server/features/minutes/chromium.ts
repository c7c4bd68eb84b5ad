// Prints a page with the machine's own Chromium: without network, in a folder of its own, and not for long. The page forbids itself scripts.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
/** Milliseconds. */
const patience = 20_000

/** The browser found on this machine; CHROMIUM names another. Undefined where there is none. */
export const findChromium = (named = process.env['CHROMIUM']): string | undefined =>
  [named, ...candidates].find((path) => path && existsSync(path))

/** A tagged PDF. Throws where the browser does not print it in time. */
export async function printPdf(browser: string, html: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'faire-ensemble-print-'))
  try {
    const [page, printed] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
    await writeFile(page, html, { mode: 0o600 })
    await run(browser, [
      '--headless',
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
      '--no-pdf-header-footer',
      '--export-tagged-pdf',
      '--generate-pdf-document-outline',
      `--print-to-pdf=${printed}`,
      pathToFileURL(page).href,
    ])
    return await readFile(printed)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

function run(browser: string, options: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(browser, options, {
      // A group of its own: its helpers end with it.
      detached: process.platform !== 'win32',
      stdio: 'ignore',
      // None of this server's settings, the session secret among them.
      env: { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), LANG: process.env['LANG'] ?? 'C.UTF-8' },
    })
    const timer = setTimeout(() => {
      stop(child.pid)
      reject(new Error(`the browser did not print within ${patience} ms`))
    }, patience)
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      stop(child.pid)
      if (code === 0) resolve()
      else reject(new Error(`the browser ended with ${code}`))
    })
  })
}

/** The whole group, where there is one. */
function stop(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
