// `npm run check` (types, format, lint, unit tests) and `npm test` (the same, then server and browser tests).
// Its last line is `N passed, N failed` or `N passed, N failed, N skipped`, counted over everything that ran.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuild, ensureDependencies, environment, node, root } from './ensure.mjs'

const everything = process.argv.includes('--all')
ensureDependencies({ tests: true })
const env = environment({ CI: '1' })
const total = { passed: 0, failed: 0, skipped: 0 }

function step(name, script, args) {
  const started = Date.now()
  const done = spawnSync(node(), [join(root, 'node_modules', ...script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env,
  })
  const passed = done.status === 0
  total[passed ? 'passed' : 'failed'] += 1
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

for (const part of ['shared', 'server', 'client', 'e2e'])
  step(`types: ${part}`, ['typescript', 'bin', 'tsc'], ['-p', part])
step('format', ['@biomejs', 'biome', 'bin', 'biome'], ['check', '--error-on-warnings', '.'])
step('lint', ['eslint', 'bin', 'eslint.js'], ['.'])
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
