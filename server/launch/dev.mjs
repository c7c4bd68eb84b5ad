// `npm run dev`: the client with hot reload on 5173, the server restarting on 3000.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureDependencies, environment, node, root, typeFlags } from './ensure.mjs'

ensureDependencies({ tests: true })
const binary = node()
const children = [
  spawn(binary, [...typeFlags(binary), '--watch', join(root, 'server', 'main.ts'), '--dev'], {
    cwd: root,
    stdio: 'inherit',
    env: environment(),
  }),
  spawn(binary, [join(root, 'node_modules', 'vite', 'bin', 'vite.js')], {
    cwd: root,
    stdio: 'inherit',
    env: environment(),
  }),
]
const stop = () => children.forEach((child) => child.kill('SIGTERM'))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
for (const child of children) child.on('exit', stop)
