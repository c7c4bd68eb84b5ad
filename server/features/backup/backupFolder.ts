// A backup as a folder: its parts, and a list of them with sizes and checksums by which damage is seen before anything is touched.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

export const storeParts = { sqlite: 'store.sqlite', postgres: 'store.jsonl.gz' } as const
export type StoreKind = keyof typeof storeParts

const manifestName = 'manifest.json'
const manifest = z.object({
  format: z.literal('faire-ensemble-backup'),
  formatVersion: z.literal(1),
  madeAt: z.string(),
  kind: z.enum(['sqlite', 'postgres']),
  /** The newest migration of the store. */
  schema: z.string(),
  parts: z.array(z.object({ name: z.string(), size: z.number(), sha256: z.string() })),
})
export type Manifest = z.output<typeof manifest>

/** A backup that is not whole, or not one. */
export class DamagedBackup extends Error {
  override readonly name = 'DamagedBackup'
}

/** `fill` puts the store's copy into the folder and says of which schema it is. A folder that stands under its name is whole. */
export async function makeBackup(
  folder: string,
  { kind, dataDir, fill }: { kind: StoreKind; dataDir: string; fill: (target: string) => Promise<string> },
): Promise<Manifest> {
  const part = `${folder}.part`
  await rm(part, { recursive: true, force: true })
  await mkdir(part, { recursive: true, mode: 0o700 })
  // The store first: a picture's content is on disk before the store knows of it, and never changes.
  const schema = await fill(join(part, storeParts[kind]))
  for (const beside of ['files', 'session-secret'])
    await cp(join(dataDir, beside), join(part, beside), { recursive: true }).catch(ignoreMissing)
  const parts = await Promise.all(
    (await filesUnder(part)).map(async (name) => ({
      ...{ name, size: (await stat(join(part, name))).size },
      sha256: await checksum(join(part, name)),
    })),
  )
  const made: Manifest = {
    ...{ format: 'faire-ensemble-backup', formatVersion: 1, madeAt: new Date().toISOString() },
    ...{ kind, schema, parts },
  }
  await writeFile(join(part, manifestName), `${JSON.stringify(made, null, 2)}\n`, { flush: true })
  await rename(part, folder)
  return made
}

/** @throws DamagedBackup where a part is missing, changed, or stands in no list */
export async function readBackup(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => '')
  const read = manifest.safeParse(parsed(text))
  if (!read.success) throw new DamagedBackup(`${folder}: ${manifestName}`)
  const known = new Map(read.data.parts.map((part) => [part.name, part]))
  const found = (await filesUnder(folder)).filter((name) => name !== manifestName)
  for (const name of known.keys()) if (!found.includes(name)) throw new DamagedBackup(name)
  for (const name of found) {
    const part = known.get(name)
    if (!part || part.sha256 !== (await checksum(join(folder, name)))) throw new DamagedBackup(name)
  }
  if (!known.has(storeParts[read.data.kind])) throw new DamagedBackup(storeParts[read.data.kind])
  return read.data
}

/** Puts everything but the store's copy back beside a store. */
export async function putBeside(folder: string, dataDir: string): Promise<void> {
  for (const beside of ['files', 'session-secret'])
    await cp(join(folder, beside), join(dataDir, beside), { recursive: true }).catch(ignoreMissing)
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function filesUnder(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort()
}

async function checksum(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
