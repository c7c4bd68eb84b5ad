// `npm run build`: the client, whatever stood there before.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild, ensureDependencies, root } from './ensure.mjs'

ensureDependencies({ tests: false })
rmSync(join(root, 'dist'), { recursive: true, force: true })
ensureBuild()
