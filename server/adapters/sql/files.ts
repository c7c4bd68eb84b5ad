// Uploaded pictures: what is known of them in SQL, their content under DATA_DIR/files with either database.
import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '#server/adapters/sql/database.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import type { Files, StoredFile } from '#server/ports/files.ts'
import { StoreFailure } from '#server/ports/storeFailure.ts'

/** Ids are our own; what does not look like one never reaches a path. */
const isId = (id: string): boolean => /^[0-9a-z][0-9a-z-]{0,63}$/.test(id)

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

export function sqlFiles({ read, write }: Database, dataDir: string): Files {
  const folder = join(dataDir, 'files')

  const row = (id: string) => read.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst()

  return {
    /** The content is on disk before its row is: a row without content never exists. Throws for an id that is known already. */
    async save(file, content) {
      if (!isId(file.id)) throw new Error('not a file id')
      if (await row(file.id)) throw new Error('a file is saved once')
      await keep(folder, file.id, content)
      await write
        .insertInto('files')
        .values(toRow(file, sha256(content)))
        .execute()
    },
    async find(id) {
      const found = await row(id)
      return found && fromRow(found)
    },
    /** Undefined for an unknown file. Throws when the content is not what was saved: nothing damaged is ever served. */
    async read(id) {
      const found = isId(id) ? await row(id) : undefined
      if (!found) return undefined
      const content = new Uint8Array(await readFile(join(folder, id)))
      if (sha256(content) !== found.sha256) throw new Error(`the content of file ${id} is damaged`)
      return content
    },
    async usage(roomId) {
      const total = await read
        .selectFrom('files')
        .select((of) => of.fn.sum<number | null>('bytes').as('bytes'))
        .where('room_id', '=', roomId)
        .executeTakeFirst()
      return Number(total?.bytes ?? 0)
    },
  }
}

const toRow = (
  { id, roomId, mime, bytes, width, height, uploadedBy }: StoredFile,
  hash: string,
): Schema['files'] => ({
  id,
  room_id: roomId,
  mime,
  bytes,
  width,
  height,
  uploaded_by: uploadedBy,
  sha256: hash,
})

const fromRow = (row: Schema['files']): StoredFile => ({
  id: row.id,
  roomId: row.room_id,
  mime: row.mime as StoredFile['mime'], // written by save only
  bytes: row.bytes,
  width: row.width,
  height: row.height,
  uploadedBy: row.uploaded_by,
})

/** Content, then name, then folder reach the disk in this order: after a power cut the file is whole or is not there. */
async function keep(folder: string, id: string, content: Uint8Array): Promise<void> {
  const part = join(folder, `${id}.part`)
  try {
    await mkdir(folder, { recursive: true })
    const file = await open(part, 'w', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, join(folder, id))
    await syncFolder(folder)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    const code = (error as NodeJS.ErrnoException).code // Node's file errors carry a code
    throw code === 'ENOSPC' || code === 'EDQUOT'
      ? new StoreFailure('full', 'no space left for files', error)
      : error
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return // folders cannot be opened there
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
