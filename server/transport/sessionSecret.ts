// The secret that signs tickets, when the settings give none: made at the first start and kept beside the data.
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Throws where the folder cannot be written. Only its owner may read the file. */
export function sessionSecretIn(dataDir: string): string {
  const file = join(dataDir, 'session-secret')
  const kept = readSecret(file)
  if (kept !== undefined) return kept
  mkdirSync(dataDir, { recursive: true })
  const secret = randomBytes(32).toString('base64url')
  try {
    // `wx`: of two starts at the same instant one makes it, and the other reads what was made.
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' })
    return secret
  } catch (error) {
    const made = readSecret(file)
    if (made === undefined) throw error
    return made
  }
}

/** Undefined for a file that is not there, or that a full disk left empty. */
function readSecret(file: string): string | undefined {
  try {
    const secret = readFileSync(file, 'utf8').trim()
    if (secret.length < 32) return undefined
    chmodSync(file, 0o600)
    return secret
  } catch {
    return undefined
  }
}
