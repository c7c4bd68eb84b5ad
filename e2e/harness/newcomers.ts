// People who come in for the first time: by an invitation that an administrator made, or by the operator's one-time link.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { APIRequestContext } from 'playwright-core'
import type { Person } from '#e2e/harness/browser.ts'
import type { House, Look } from '#e2e/harness/house.ts'
import { countPresses, type PressCounter } from '#e2e/harness/pressCounter.ts'
import type { RoleInScope } from '#shared/people/roles.ts'

const command = fileURLToPath(new URL('../../server/launch/admin.ts', import.meta.url))

/** `npm run admin -- …` on a store that no server has open; what it printed. */
export const adminCommand = (dataDir: string, ...args: string[]) =>
  spawnSync(process.execPath, [...process.execArgv, command, ...args], {
    env: { ...process.env, DATA_DIR: dataDir, LC_ALL: 'fr_FR.UTF-8' },
    encoding: 'utf8',
  })

/** What stands after the address in a link that invites. */
export const invitationIn = (text: string): string => {
  const found = /#invitation=[\w-]+/.exec(text)?.[0]
  if (!found) throw new Error(`no invitation in ${text}`)
  return found
}

export interface Newcomer extends Person, PressCounter {}

/** A browser that nobody has used before, its presses counted. */
export async function newcomer(house: House, look: Look = {}, url?: string): Promise<Newcomer> {
  const one = await house.somebody({ newcomer: true, ...look }, url)
  return { ...one, ...(await countPresses(one.context)) }
}

/** Made by an administrator over the wire; the link's own part. */
export async function invitation(
  request: APIRequestContext,
  name: string,
  { role, scope }: RoleInScope,
): Promise<string> {
  const answer = await request.post('/api/admin/invitations', {
    data: { name, language: 'fr', roles: [{ role, scope }] },
  })
  return invitationIn(await answer.text())
}

/** Opens the link that was given and takes the account; home says hello. */
export async function acceptInvitation({ page }: Person, hash: string, name: string): Promise<void> {
  await page.goto(`/sign-in${hash}`)
  await page.getByRole('button', { name: 'Créer mon compte' }).click()
  await page.getByRole('heading', { level: 1, name: `Bonjour ${name}` }).waitFor()
}
