// `npm run check` (types, format, lint, unit tests) and `npm test` (the same, then server and browser tests).
// Its last line is `N passed, N failed` or `N passed, N failed, N skipped`, counted over everything that ran.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuild, ensureDependencies, environment, node, root } from './ensure.mjs'

const everything = process.argv.includes('--all')
ensureDependencies({ tests: true })
const env = environment({ CI: '1' })
const total = { passed: 0, failed: 0, skipped: 0 }

/** Tells what it printed once it has ended, so that two at a time do not talk into each other. */
async function step(name, script, args) {
  const started = Date.now()
  const child = spawn(node(), [join(root, 'node_modules', ...script), ...args], { cwd: root, env })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (words) => (said += words))
  const [code] = await once(child, 'close')
  const passed = code === 0
  total[passed ? 'passed' : 'failed'] += 1
  process.stdout.write(said)
  console.log(`${passed ? 'ok' : 'FAILED'}  ${name}  (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}

function tests(project) {
  const folder = mkdtempSync(join(tmpdir(), 'faire-ensemble-tests-'))
  const report = join(folder, 'report.json')
  const done = spawnSync(
    node(),
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: root, stdio: 'inherit', env },
  )
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
  rmSync(folder, { recursive: true })
  total.passed += result?.numPassedTests ?? 0
  total.failed += result?.numFailedTests ?? 0
  total.skipped += (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0)
  // A file that could not even be loaded counts no test, and must not pass for that.
  if (done.status !== 0 && !result?.numFailedTests) total.failed += 1
}

async function typesAndFormat() {
  for (const part of ['shared', 'server', 'client', 'e2e'])
    await step(`types: ${part}`, ['typescript', 'bin', 'tsc'], ['-p', part])
  await step('format', ['@biomejs', 'biome', 'bin', 'biome'], ['check', '--error-on-warnings', '.'])
}

await Promise.all([typesAndFormat(), step('lint', ['eslint', 'bin', 'eslint.js'], ['.'])])
tests('unit')
if (everything) {
  ensureBuild()
  tests('server')
  tests('browser')
  tests('measured')
}
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
)
process.exit(total.failed > 0 ? 1 : 0)
