// A room's door: what is seen from outside, entering, and the code to point a phone at.
import express, { type Request, type Response, type Router } from 'express'
import { renderSVG } from 'uqr'
import { keepsMinutes } from '#server/features/account/keepsMinutes.ts'
import { hasPublicCode, isOver } from '#server/features/account/roomCodes.ts'
import { type Entering, enter, mayEnter } from '#server/http/entering.ts'
import { type Answering, joinAnswer, type RoomGuide } from '#server/http/joinAnswer.ts'
import { insiderOf, roomNamed } from '#server/http/roomAccess.ts'
import { type LinkDeps, shareOf } from '#server/http/roomDoor.ts'
import { groupIn } from '#server/live/gate.ts'
import type { Account, Participant } from '#server/ports/people.ts'
import type { Room } from '#server/ports/rooms.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem, type ProblemCode } from '#server/transport/httpProblem.ts'
import type { FailureLimit } from '#server/transport/rateLimit.ts'
import { runsEverything } from '#shared/people/access.ts'
import { presences } from '#shared/people/actor.ts'
import { isLongWord, type RoomDoor } from '#shared/room/door.ts'
import { joinInput } from '#shared/room/join.ts'

export interface RoomRoutesOptions {
  readonly deps: Deps
  readonly links: LinkDeps
  readonly answering: Answering
  readonly guide: RoomGuide
  readonly failures: FailureLimit
  readonly addressOf: (request: Request) => string
  readonly rememberDevice: (request: Request, response: Response) => { readonly hash: string }
  /** What opens the demo to the same Wi-Fi; null when there is nothing to open. */
  readonly wifiCommand: string | null
  readonly turnedAway: (why: string) => void
}

/** People present beyond which newcomers find the room full. */
const roomHolds = 500

export function roomRoutes(options: RoomRoutesOptions): Router {
  const { deps } = options
  const router = express.Router()

  router.get('/api/rooms/:code', async (request, response) => {
    const { room, before, account } = await approach(options, request)
    const groups = room.kind === 'joint' ? await options.guide.groups(room.groupIds) : []
    const door: RoomDoor = {
      room: { code: room.code, title: room.title, kind: room.kind, groups, doorOpen: room.doorOpen },
      you: before ? youOf(before, room) : null,
      account: account && !before ? { name: account.displayName } : null,
      share: {
        ...(await shareOf(options.links, room, request)),
        onlyThisMachine: deps.config.loopback,
        command: deps.config.loopback ? options.wifiCommand : null,
      },
    }
    response.json(door)
  })

  router.post('/api/rooms/:code/join', async (request, response) => {
    const input = joinInput.parse(request.body ?? {})
    const approached = await approach(options, request, input)
    const { room, before, account, identity } = approached
    const groups = await options.guide.groups(room.groupIds)
    const entry = enter({ ...approached, account, groups, input })
    if (!entry.ok) throw new HttpProblem('bad-input', { fields: ['group'] })
    const { roomId, standing: _standing, accountId: _accountId, ...change } = entry.value
    const device = account ? undefined : options.rememberDevice(request, response)
    const participant = before
      ? await deps.store.people.changeParticipant(before.id, change)
      : await deps.store.people.addParticipant({ ...entry.value, deviceHash: device?.hash ?? null })
    if (!participant || participant.roomId !== roomId) throw new HttpProblem('room-not-found')
    if (before) await tellChange(deps, before, participant)
    const session = account ? (identity.sessionHash ?? null) : null
    const answer = await joinAnswer(options.answering, { participant, room, session })
    const secretary = await keepsMinutes(deps.store, { participant, room })
    response.json(secretary ? { ...answer, you: { ...answer.you, keepsMinutes: true } } : answer)
  })

  router.get('/api/rooms/:code/qr.svg', async (request, response) => {
    const room = await doorNamed(deps, request)
    if (!room || !(room.doorOpen || (await insiderOf(deps, request, room))))
      throw new HttpProblem('room-not-found')
    if (deps.config.loopback) throw new HttpProblem('loopback-address')
    const { url } = await shareOf(options.links, room, request)
    if (url === null) throw new HttpProblem('room-not-found')
    const link = new URL(url)
    // Whoever scans it from the wall sits in the room: the door then offers that first.
    const place = presences.find((each) => each === request.query['place'])
    if (place) link.searchParams.set('place', place)
    const svg = renderSVG(link.href, { border: 2, ecc: 'M' })
    response.type('image/svg+xml').send(svg)
  })

  return router
}

/** [A7] An aparté has no door of its own: whoever guesses its code finds nothing, and its own people come in from the parent. */
async function doorNamed(deps: Pick<Deps, 'store'>, request: Request): Promise<Room | undefined> {
  const room = await roomNamed(deps, request.params['code'])
  return room?.aparte ? undefined : room
}

type Approached = Omit<Entering, 'groups' | 'input'> & {
  readonly identity: Awaited<ReturnType<Deps['identify']>>
}

/** Throws unless whoever asks may enter. Failures are counted by address; who is of the room already is never kept waiting. */
async function approach(
  options: RoomRoutesOptions,
  request: Request,
  input: Partial<Entering['input']> = {},
): Promise<Approached> {
  const { deps } = options
  const identity = await deps.identify(request)
  const { account } = identity
  const typed = request.params['code']
  const room = await doorNamed(deps, request)
  const who = account ? { accountId: account.id } : identity.device && { deviceHash: identity.device.hash }
  const before = room && who && (await deps.store.people.findParticipant(room.id, who))
  const address = options.addressOf(request)
  const wait = before && !before.removed ? 0 : options.failures.wait(address, deps.now())
  if (wait > 0) {
    options.turnedAway('rate')
    throw new HttpProblem('too-many', { retryAfter: wait })
  }
  const fail = (code: ProblemCode): never => {
    options.failures.failed(address, deps.now())
    options.turnedAway('join')
    // [B1] Replaced, over, or behind a closed door: one answer, which says whom to ask.
    throw new HttpProblem(code === 'room-not-found' && isLongWord(typed) ? 'link-over' : code)
  }
  if (!room || (!before && (await isOverFor(options, request, { room, account }))))
    return fail('room-not-found')
  const full = deps.presence.participants(room.id).length >= roomHolds
  const approached = { room, account, before, doorOpen: room.doorOpen, full, identity }
  const asked = { name: '', presence: 'remote' as const, ...input }
  const allowed = mayEnter({ ...approached, groups: [], input: asked })
  if (!allowed.ok) return fail(refusalOf(allowed.error.reason))
  return approached
}

/** A code or a link that is over opens nothing for newcomers; accounts of the room come in as ever. */
async function isOverFor(
  { deps }: Pick<RoomRoutesOptions, 'deps'>,
  request: Request,
  { account, room }: Pick<Entering, 'account' | 'room'>,
): Promise<boolean> {
  const typed = request.params['code']
  if (hasPublicCode(deps.demo, room) && !isLongWord(typed)) return false
  if (account && mayComeBack(account, room)) return false
  const link = await deps.store.roomLinks.ofRoom(room.id)
  return isOver(link, { typed, now: deps.now() })
}

const mayComeBack = (account: Account, room: Room): boolean =>
  runsEverything(account) || account.groupIds.some((id) => room.groupIds.includes(id))

const refusalOf = (reason: string): ProblemCode =>
  reason === 'door-closed' || reason === 'not-allowed' ? reason : 'room-not-found'

/** Others see a new name or place at once; lines whose rights changed with it are asked again. */
async function tellChange(deps: Deps, before: Participant, after: Participant): Promise<void> {
  deps.presence.changed(after)
  const rightsChanged = before.role !== after.role || before.groupIds.join() !== after.groupIds.join()
  const shownChanged = before.name !== after.name || before.presence !== after.presence
  if (rightsChanged || shownChanged) await deps.recheck(new Set([after.id]))
}

const youOf = (participant: Participant, room: Room): NonNullable<RoomDoor['you']> => ({
  participantId: participant.id,
  name: participant.name,
  presence: participant.presence,
  role: participant.role,
  groupId: groupIn(participant, room),
  headcount: participant.headcount,
  seats: participant.seats,
  signedIn: participant.accountId !== null,
})
