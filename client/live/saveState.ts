// The honest badge as a pure state machine: what happened to a document's line and frames -> what may be said of it.
import type { RefusedChange, SaveState, SaveStatus } from '#client/live/liveRoom.ts'

/** An update-bearing frame (step 2 or update) that was sent on the present socket and not answered yet. */
export interface FrameUnderWay {
  /** Its number on this socket, from 1. */
  readonly frame: number
  /** Local changes that it carries and no earlier frame does. */
  readonly changes: number
  /** A step 2: it carries everything that the server lacked when it asked. */
  readonly whole: boolean
  readonly bytes: number
  /** Milliseconds, this device's clock. */
  readonly at: number
  /** The clock of this tab's Yjs client id when it was sent: structs below it are in this frame or an earlier one. */
  readonly clock: number
}

/** All that is known about one document's way to the server's disk. */
export interface SaveLedger {
  /** `first` until the first join or failure; `lost` from then on whenever the document is not joined. */
  readonly line: 'first' | 'joined' | 'lost'
  /** Changes in no frame of the present socket. */
  readonly unsent: number
  readonly underWay: readonly FrameUnderWay[]
  /** The frame that joins: our step 2 in answer to the server's step 1. */
  readonly joinFrame: number | undefined
  /** Whether a join is a return: the line was lost, or an earlier tab left changes behind. */
  readonly owesReturn: boolean
  /** Changes made before this return that its step 2 carries. */
  readonly returning: number
  readonly back: number
  /** Nothing was heard for seconds while frames are under way. */
  readonly silent: boolean
  readonly lastChangeAt: number
  /** Structs of this tab below this clock were acknowledged. */
  readonly savedClock: number
  /** Whether every change so far is also in this device's own store. */
  readonly keptOnDevice: boolean
  readonly refused: readonly RefusedChange[]
  /** The document holds words that the server refused: nothing is sent any more. */
  readonly blocked: boolean
}

export type SaveEvent =
  | { readonly type: 'changed'; readonly at: number }
  /** Changes that an earlier tab kept on this device and never saw acknowledged. */
  | { readonly type: 'inherited'; readonly changes: number }
  | ({ readonly type: 'sent' } & Omit<FrameUnderWay, 'changes'>)
  /** The first `frames` frames of this socket are on the server's disk. */
  | { readonly type: 'acknowledged'; readonly frames: number }
  /** A reader has the server's step 2: it has nothing to wait for. */
  | { readonly type: 'reading' }
  /** Frame refused for want of what it builds on: its changes must be sent again. */
  | { readonly type: 'returned'; readonly frame: number }
  | { readonly type: 'lost' }
  | { readonly type: 'silent' }
  | { readonly type: 'heard' }
  /** The few seconds of `back` are over. */
  | { readonly type: 'calm' }
  | { readonly type: 'kept'; readonly onDevice: boolean }
  | { readonly type: 'refused'; readonly change: RefusedChange }
  /** A refused text of an earlier tab that nobody has copied out yet: offered, but it blocks nothing. */
  | { readonly type: 'remembered'; readonly changes: readonly RefusedChange[] }
  | { readonly type: 'dismissed' }

/** Offline, letters typed with pauses shorter than this are one change, in milliseconds. */
const burst = 1_000

export const newLedger: SaveLedger = {
  line: 'first',
  unsent: 0,
  underWay: [],
  joinFrame: undefined,
  owesReturn: false,
  returning: 0,
  back: 0,
  silent: false,
  lastChangeAt: Number.NEGATIVE_INFINITY,
  savedClock: 0,
  keptOnDevice: false,
  refused: [],
  blocked: false,
}

/** Local changes that the server has not acknowledged. */
export const unsavedOf = (ledger: SaveLedger): number =>
  ledger.underWay.reduce((sum, frame) => sum + frame.changes, ledger.unsent)

export function recordEvent(ledger: SaveLedger, event: SaveEvent): SaveLedger {
  switch (event.type) {
    case 'changed':
      return {
        ...ledger,
        unsent: ledger.unsent + (beginsChange(ledger, event.at) ? 1 : 0),
        lastChangeAt: event.at,
      }
    case 'inherited':
      return event.changes > 0
        ? { ...ledger, unsent: ledger.unsent + event.changes, owesReturn: true }
        : ledger
    case 'sent':
      return send(ledger, event)
    case 'acknowledged':
      return acknowledge(ledger, event.frames)
    case 'reading':
      return { ...ledger, line: 'joined', silent: false, owesReturn: false }
    case 'returned':
      return takeBack(ledger, event.frame)
    case 'lost':
      return lose(ledger)
    case 'silent':
      return { ...ledger, silent: true }
    case 'heard':
      return ledger.silent ? { ...ledger, silent: false } : ledger
    case 'calm':
      return { ...ledger, back: 0 }
    case 'kept':
      return { ...ledger, keptOnDevice: event.onDevice }
    case 'refused':
      return { ...ledger, refused: [...ledger.refused, event.change], blocked: true }
    case 'remembered':
      return {
        ...ledger,
        refused: [...event.changes.filter((one) => !isKnown(ledger, one)), ...ledger.refused],
      }
    case 'dismissed':
      return { ...ledger, refused: [] }
  }
}

const isKnown = (ledger: SaveLedger, change: RefusedChange): boolean =>
  ledger.refused.some(
    ({ documentName, text }) => documentName === change.documentName && text === change.text,
  )

/** On a living line whatever waits for the next frame is one change; offline, a burst of typing is. */
function beginsChange(ledger: SaveLedger, at: number): boolean {
  if (ledger.unsent === 0) return true
  return ledger.line !== 'joined' && at - ledger.lastChangeAt > burst
}

function send(ledger: SaveLedger, sent: Omit<FrameUnderWay, 'changes'>): SaveLedger {
  const { frame, whole, bytes, at, clock } = sent
  const underWay = [...ledger.underWay, { frame, whole, bytes, at, clock, changes: ledger.unsent }]
  const joins = whole && ledger.line !== 'joined' && ledger.joinFrame === undefined
  return {
    ...ledger,
    underWay,
    unsent: 0,
    ...(joins ? { joinFrame: frame, returning: ledger.owesReturn ? ledger.unsent : 0 } : {}),
  }
}

function acknowledge(ledger: SaveLedger, frames: number): SaveLedger {
  const done = ledger.underWay.filter(({ frame }) => frame <= frames)
  const rest = {
    ...ledger,
    underWay: ledger.underWay.filter(({ frame }) => frame > frames),
    savedClock: done.reduce((clock, frame) => Math.max(clock, frame.clock), ledger.savedClock),
    silent: false,
  }
  if (ledger.joinFrame === undefined || ledger.joinFrame > frames) return rest
  return {
    ...rest,
    line: 'joined',
    joinFrame: undefined,
    owesReturn: false,
    back: ledger.returning,
    returning: 0,
  }
}

/** A later step 2 of this socket carries the changes of the frame that came back; else they wait to be sent again. */
function takeBack(ledger: SaveLedger, frame: number): SaveLedger {
  const returned = ledger.underWay.find((one) => one.frame === frame)
  if (!returned) return ledger
  const others = ledger.underWay.filter((one) => one !== returned)
  const carrier = others.find((one) => one.whole && one.frame > frame)
  if (!carrier) return { ...ledger, underWay: others, unsent: ledger.unsent + returned.changes }
  const laden = { ...carrier, changes: carrier.changes + returned.changes }
  return { ...ledger, underWay: others.map((one) => (one === carrier ? laden : one)) }
}

function lose(ledger: SaveLedger): SaveLedger {
  return {
    ...ledger,
    line: 'lost',
    unsent: unsavedOf(ledger),
    underWay: [],
    joinFrame: undefined,
    owesReturn: true,
    returning: 0,
    back: 0,
    silent: false,
  }
}

/** What may be said of the document now. `saved` and `back` only with nothing unsaved on a joined line. */
export function saveStatus(ledger: SaveLedger): SaveStatus {
  const unsaved = unsavedOf(ledger)
  return {
    state: stateOf(ledger, unsaved),
    unsaved,
    sentOnReturn: ledger.back,
    keptOnDevice: ledger.keptOnDevice,
    ...(ledger.refused.length > 0 ? { refused: ledger.refused } : {}),
  }
}

function stateOf(ledger: SaveLedger, unsaved: number): SaveState {
  if (ledger.blocked) return 'refused'
  if (ledger.silent && unsaved > 0) return 'offline'
  switch (ledger.line) {
    case 'first':
      return 'connecting'
    case 'lost':
      return ledger.joinFrame !== undefined && unsaved > 0 ? 'sending' : 'offline'
    case 'joined':
      return unsaved > 0 ? 'sending' : ledger.back > 0 ? 'back' : 'saved'
  }
}

/** From what must be seen first to what may be said last. */
const gravity: readonly SaveState[] = ['refused', 'offline', 'connecting', 'sending', 'back', 'saved']

/** One badge for a whole room: the gravest of its documents' states, with their sums. */
export function combinedStatus(statuses: readonly SaveStatus[]): SaveStatus {
  const refused = statuses.flatMap((status) => status.refused ?? [])
  return {
    state: gravity.find((state) => statuses.some((status) => status.state === state)) ?? 'connecting',
    unsaved: statuses.reduce((sum, status) => sum + status.unsaved, 0),
    sentOnReturn: statuses.reduce((sum, status) => sum + status.sentOnReturn, 0),
    keptOnDevice: statuses.every((status) => status.unsaved === 0 || status.keptOnDevice === true),
    ...(refused.length > 0 ? { refused } : {}),
  }
}
