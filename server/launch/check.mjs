// `npm run check` (types, format, lint, unit tests) and `npm test` (the same, then server and browser tests).
// Its last line is `N passed, N failed` or `N passed, N failed, N skipped`, counted over everything that ran.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ensureBuild, ensureDependencies, environment, node, root } from './ensure.mjs'

const everything = process.argv.includes('--all')
ensureDependencies({ tests: true })
/** What Node has compiled once in this run, it need not compile again: the tests start the server about a hundred times. */
const compiled = mkdtempSync(join(tmpdir(), 'faire-ensemble-compiled-'))
const env = environment({ CI: '1', NODE_COMPILE_CACHE: compiled })
const total = { passed: 0, failed: 0, skipped: 0 }
/** What failed, named once more before the last line: a long run's first failures are far above it. */
const failures = []

/** Runs one of the packages' programs to its end. `aloud` talks as it goes; whoever runs beside another tells afterwards. */
async function run(script, args, { aloud = false } = {}) {
  const child = spawn(node(), [join(root, 'node_modules', ...script), ...args], {
    cwd: root,
    env,
    stdio: aloud ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (words) => (said += words))
  const [code] = await once(child, 'close')
  process.stdout.write(said)
  return code
}

async function step(name, script, args) {
  const started = Date.now()
  const passed = (await run(script, args)) === 0
  total[passed ? 'passed' : 'failed'] += 1
  if (!passed) failures.push(name)
  console.log(`${passed ? 'ok' : 'FAILED'}  ${name}  (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}

/** The beginning of what a failed test said, in at most six lines. */
function firstLines(messages) {
  return messages.join('\n').split('\n').slice(0, 6).join('\n  ')
}

async function tests(project) {
  const folder = mkdtempSync(join(tmpdir(), 'faire-ensemble-tests-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = ['run', '--project', project, ...reporters]
  const code = await run(['vitest', 'vitest.mjs'], args, { aloud: true })
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
  rmSync(folder, { recursive: true })
  total.passed += result?.numPassedTests ?? 0
  total.failed += result?.numFailedTests ?? 0
  total.skipped += (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0)
  for (const file of result?.testResults ?? [])
    for (const test of file.assertionResults)
      if (test.status === 'failed')
        failures.push(
          `${relative(root, file.name)} > ${test.fullName}\n  ${firstLines(test.failureMessages)}`,
        )
  // A file that could not even be loaded counts no test, and must not pass for that.
  if (code !== 0 && !result?.numFailedTests) {
    total.failed += 1
    failures.push(`${project}: exit code ${code}, no test failed`)
  }
}

async function typesAndFormat() {
  for (const part of ['shared', 'server', 'client', 'e2e'])
    await step(`types: ${part}`, ['typescript', 'bin', 'tsc'], ['-p', part])
  await step('format', ['@biomejs', 'biome', 'bin', 'biome'], ['check', '--error-on-warnings', '.'])
}

// Lint takes as long as types, format and the fast tests together: on two cores they are ready at the same time.
await Promise.all([
  typesAndFormat().then(() => tests('unit')),
  step('lint', ['eslint', 'bin', 'eslint.js'], ['.']),
])
if (everything) {
  ensureBuild()
  await tests('server')
  await tests('browser')
  await tests('measured')
}
rmSync(compiled, { recursive: true, force: true })
for (const failure of failures) console.log(`FAILED  ${failure}`)
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
)
process.exit(total.failed > 0 ? 1 : 0)
