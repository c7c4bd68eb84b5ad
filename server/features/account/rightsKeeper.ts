// Brings accounts to what their roles say now: at once when one is given or taken, and at the instant at which one begins or ends.
import type { Accounts } from '#server/ports/accounts.ts'
import { nextChange } from '#shared/people/roles.ts'

export interface RightsKeeperOptions {
  readonly accounts: Pick<Accounts, 'settle' | 'participantIds' | 'grantsAt' | 'all'>
  /** Asks the gate again for these people's open lines. */
  readonly recheck: (participantIds: ReadonlySet<string>) => Promise<void>
  readonly now: () => number
  readonly warn: (context: Record<string, unknown>, message: string) => void
}

export interface RightsKeeper {
  /** After a role was given or taken: tickets are dead and lines closed when this resolves. */
  changed(accountId: string): Promise<void>
  start(): void
  close(): void
}

/** Milliseconds: a clock that was moved, or a role given by another process, is seen after this at the latest. */
const longestSleep = 5 * 60_000

export function createRightsKeeper(options: RightsKeeperOptions): RightsKeeper {
  const { accounts, now, warn } = options
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false

  const settle = async (accountId: string): Promise<void> => {
    if (!(await accounts.settle(accountId, now()))) return
    await options.recheck(new Set(await accounts.participantIds(accountId)))
  }
  const look = async (): Promise<void> => {
    for (const { accountId, profile } of await accounts.all()) if (profile) await settle(accountId)
    await sleep()
  }
  const sleep = async (): Promise<void> => {
    if (closed) return
    const next = nextChange(await accounts.grantsAt(now()), now())
    clearTimeout(timer)
    const wait = Math.min(longestSleep, next === undefined ? longestSleep : Math.max(0, next - now()) + 5)
    timer = setTimeout(run, wait)
    timer.unref()
  }
  const run = (): void => {
    look().catch((error: unknown) => {
      warn({ error }, 'roles wait to be brought up to date')
      if (!closed) timer = setTimeout(run, longestSleep).unref()
    })
  }
  return {
    async changed(accountId) {
      await settle(accountId)
      await sleep()
    },
    start: run,
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}
