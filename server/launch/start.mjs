// `npm start`: installs what is missing, builds what is stale, hands over to the server.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuild, ensureDependencies, environment, node, root, typeFlags } from './ensure.mjs'

ensureDependencies({ tests: false })
ensureBuild()
const binary = node()
const server = spawn(
  binary,
  [...typeFlags(binary), join(root, 'server', 'main.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit', env: environment() },
)
// The server decides how to stop: signals are passed on, and its exit code is ours.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) =>
  process.exit(code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1)),
)
