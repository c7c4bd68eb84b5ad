// What a server that knows no cooperative yet asks of whoever administers it, one step after the other.
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import type { Waits } from '#shared/home/waits.ts'
import { mayReadOffice } from '#shared/people/roles.ts'

export async function adminWaits(
  { store }: Pick<Deps, 'store'>,
  account: Account,
): Promise<readonly Waits[]> {
  if (!mayReadOffice(account)) return []
  const wait = (step: string, part: string): Waits[] => [
    { ...{ text: `account:waits.${step}`, count: 1, subject: '', day: null }, page: `/admin#${part}` },
  ]
  if (!(await store.cycle.about())) return wait('begin', 'organisation')
  if ((await store.cycle.groups()).length === 0) return wait('groups', 'groups')
  const [people, invitations] = await Promise.all([store.accounts.all(), store.accounts.invitations()])
  // The invitation by which the first administrator came in is one of these.
  return people.length + invitations.length <= 2 ? wait('people', 'people') : []
}
