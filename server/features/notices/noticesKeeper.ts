// Tells people by mail what became of what they follow: looks now and then, and tells each thing once, also after being killed.
import { createHash, randomBytes } from 'node:crypto'
import { type Happening, happeningsOf } from '#server/features/followUp/followNews.ts'
import { type FollowUpDeps, type FollowUpWorld, readWorld } from '#server/features/followUp/followUpWorld.ts'
import { noticeMail } from '#server/features/notices/noticeMail.ts'
import type { Profile } from '#server/ports/accounts.ts'
import type { NoticeState } from '#server/ports/notices.ts'
import type { Account } from '#server/ports/people.ts'
import { isFollowed, nextDue, usualWishes } from '#shared/notices/noticeRules.ts'
import { rightsOf } from '#shared/people/roles.ts'

export interface NoticesKeeperOptions extends FollowUpDeps {
  readonly publicUrl: URL
  readonly warn: (context: Record<string, unknown>, message: string) => void
}

export interface NoticesKeeper {
  start(): void
  /** One look at what happened since the last one; resolves when everybody who is due was told. */
  look(): Promise<void>
  /** Resolves when a look that is under way has ended. */
  close(): Promise<void>
}

/** Milliseconds between two looks, and for which a mail waits to be sent. */
const lookEvery = 30_000
const mailLife = 7 * 24 * 3_600_000
/** What happened before the first look, or came with a file, is nobody's news: an import sets it to '0'. */
export const begunSetting = 'notices.begun'

/** 160 bits: the word of a link that stops the mails of one account, and can do nothing else. */
export const newStopToken = (): string => randomBytes(20).toString('base64url')
export const noticesPath = '/notices'
/** Behind the hash, which a browser sends to nobody. */
export const stopMark = 'arret'

/** Who can be told: an address that was proved to be theirs. */
type Reader = Profile & { readonly email: string }

export function createNoticesKeeper(options: NoticesKeeperOptions): NoticesKeeper {
  const { store, warn } = options
  let timer: ReturnType<typeof setInterval> | undefined
  let looking: Promise<void> | undefined

  const round = async (): Promise<void> => {
    const readers = (await store.accounts.all()).flatMap(({ profile }): Reader[] =>
      profile?.email && profile.emailVerified ? [{ ...profile, email: profile.email }] : [],
    )
    if (readers.length === 0) return
    const world = await readWorld(options)
    const happenings = happeningsOf(world, world.recommendations)
    const now = options.now()
    const seen = await seeAll(options, happenings, now)
    for (const reader of readers) await tellReader(options, reader, { world, happenings, seen, now })
  }
  const look = (): Promise<void> => {
    looking ??= round().finally(() => {
      looking = undefined
    })
    return looking
  }
  return {
    start() {
      const run = (): void =>
        void look().catch((error: unknown) => warn({ error }, 'notices wait to be told'))
      timer = setInterval(run, lookEvery)
      timer.unref()
      run()
    },
    look,
    async close() {
      clearInterval(timer)
      await looking?.catch(() => undefined)
    },
  }
}

async function seeAll(
  { store }: NoticesKeeperOptions,
  happenings: readonly Happening[],
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const { notices, settings } = store
  const before = await notices.seenHappenings()
  const fresh = happenings.filter(({ id }) => !before.has(id)).map(({ id }) => id)
  const begun = (await settings.get(begunSetting)) === '1'
  if (fresh.length > 0) await notices.seeHappenings(fresh, begun ? now : 0)
  if (!begun) await settings.set(begunSetting, '1')
  return fresh.length > 0 ? notices.seenHappenings() : before
}

interface Look {
  readonly world: FollowUpWorld
  readonly happenings: readonly Happening[]
  /** When each was first seen. */
  readonly seen: ReadonlyMap<string, number>
  readonly now: number
}

/**
 * gather → decide → keep → tell. The span is kept before the mail, the mail under a name made of the span, and the span is closed last:
 * whoever is killed in between finishes the same mail, and it goes into the outbox once.
 */
async function tellReader(options: NoticesKeeperOptions, reader: Reader, look: Look): Promise<void> {
  const { store } = options
  const { accountId } = reader
  const [account, state] = await Promise.all([
    store.people.account(accountId),
    stateOf(options, accountId, look.now),
  ])
  if (!account || !state) return
  // Whoever has no role any more is nobody here: nothing opens for them, and nothing is told to them.
  if (!rightsOf(await store.accounts.grants(accountId), look.now)) return
  const { rhythm } = state.wishes ?? usualWishes
  const between = (until: number): Happening[] =>
    look.happenings.filter(({ id }) => {
      const at = look.seen.get(id) ?? 0
      return at > state.toldUntil && at <= until
    })
  const due = nextDue(rhythm, state.toldUntil)
  if (state.telling === null) {
    const waits = between(look.now).length > 0
    // Whoever wants no mails is not told later what they did not want to be told; a digest without news moves on in silence.
    if (rhythm === 'off' || rhythm === 'immediate' ? !waits : due === null || due > look.now) return
  }
  const until = await store.notices.beginTelling(accountId, { from: state.toldUntil, until: look.now })
  if (until === undefined) return
  const told = rhythm === 'off' ? [] : await followedBy(options, { account, state }, between(until))
  if (told.length > 0)
    await store.outbox.keep({
      id: createHash('sha256')
        .update(`notice ${accountId} ${state.toldUntil} ${until}`)
        .digest('hex')
        .slice(0, 32),
      ...{ to: reader.email, accountId, language: reader.language },
      ...{ madeAt: look.now, expiresAt: look.now + mailLife },
      stopAddress: new URL(`/api/notices/stop/${state.stopToken}`, options.publicUrl).href,
      ...wordsFor(options, { reader, account, state, told, world: look.world }),
    })
  await store.notices.finishTelling(accountId, until)
}

async function stateOf(
  { store }: NoticesKeeperOptions,
  accountId: string,
  now: number,
): Promise<NoticeState | undefined> {
  const known = await store.notices.noticeState(accountId)
  if (known) return known
  await store.notices.beginNotices({ accountId, toldUntil: now, stopToken: newStopToken() })
  return store.notices.noticeState(accountId)
}

/** Recommendations are public, and so is all that is told of them here. */
async function followedBy(
  { store }: NoticesKeeperOptions,
  { account, state }: { readonly account: Account; readonly state: NoticeState },
  happenings: readonly Happening[],
): Promise<Happening[]> {
  const follows = await store.followUp.follows(account.id)
  const who = {
    follows: new Set(follows.map(({ target, targetId }) => `${target}:${targetId}`)),
    groupIds: account.groupIds,
    ownTexts: (state.wishes ?? usualWishes).ownTexts,
  }
  return happenings.filter((one) => isFollowed({ ...one, id: one.recommendationId }, who))
}

interface Telling {
  readonly reader: Reader
  readonly account: Account
  readonly state: NoticeState
  readonly told: readonly Happening[]
  readonly world: FollowUpWorld
}

function wordsFor({ publicUrl }: NoticesKeeperOptions, { account, reader, state, told, world }: Telling) {
  const url = (path: string): string => new URL(path, publicUrl).href
  return noticeMail({
    ...{ language: reader.language, name: account.displayName, happenings: told },
    cooperative: world.about?.organisation.name ?? 'Faire Ensemble',
    pageOf: (code) => url(`/follow-up/${encodeURIComponent(code)}`),
    settings: url(noticesPath),
    stop: url(`${noticesPath}#${stopMark}=${state.stopToken}`),
  })
}
