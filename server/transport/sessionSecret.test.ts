import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sessionSecretIn } from '#server/transport/sessionSecret.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secret-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('made once, kept, and readable by its owner only', () => {
  const secret = sessionSecretIn(join(folder, 'data'))
  expect(secret.length).toBeGreaterThanOrEqual(43)
  expect(sessionSecretIn(join(folder, 'data'))).toBe(secret)
  const file = join(folder, 'data', 'session-secret')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8').trim()).toBe(secret)
})

test('a file that a full disk left empty is not taken for a secret', () => {
  writeFileSync(join(folder, 'session-secret'), '')
  expect(() => sessionSecretIn(folder)).toThrow()
})
