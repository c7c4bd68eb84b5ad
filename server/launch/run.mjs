// `node server/launch/run.mjs FILE …`: runs one of our TypeScript files on the Node that came with the packages.
import { spawnSync } from 'node:child_process'
import { ensureDependencies, environment, node, typeFlags } from './ensure.mjs'

const [file, ...rest] = process.argv.slice(2)
ensureDependencies({ tests: file?.startsWith('e2e/') ?? false })
const binary = node()
const done = spawnSync(binary, [...typeFlags(binary), file, ...rest], {
  stdio: 'inherit',
  env: environment(),
})
process.exit(done.status ?? 1)
