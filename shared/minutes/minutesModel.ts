// The minutes of a space's sessions, in its `drafts/<space>` document. The name of their root and of its keys are known by this file alone.
import * as Y from 'yjs'
import { type ReadBlock, readBlocks, type SharedType } from '#shared/draft/draftModel.ts'
import type { MinutesLanguage } from '#shared/minutes/minutesWords.ts'

export const minutesRoot = 'minutes'

/** Sessions whose minutes one space keeps. */
export const minutesLimit = 100
/** Characters of a title. */
export const minutesTitleLimit = 200

/** Keys of one session's map: what people write in, what the server alone sets, and what it wrote last. */
export const minutesKeys = {
  title: 'title',
  body: 'body',
  /** Y.Map<block key, the words last written for it>. */
  written: 'written',
  values: ['writtenAt', 'closedAt', 'language', 'day'],
} as const

export type MinutesMap = Y.Map<unknown>

/** Plain values, set by the server. */
export interface MinutesValues {
  /** Milliseconds since 1970, server clock: when the server last wrote. */
  readonly writtenAt: number
  /** When the session was closed; null while it goes on. */
  readonly closedAt: number | null
  readonly language: MinutesLanguage
  /** The day of the session, `YYYY-MM-DD`. */
  readonly day: string
}

export interface MinutesHead extends MinutesValues {
  readonly sessionId: string
  readonly title: string
}

/** The minutes of one session as plain data. */
export interface ReadMinutes extends MinutesHead {
  readonly blocks: readonly ReadBlock[]
}

export const minutesOf = (doc: Y.Doc): Y.Map<MinutesMap> => doc.getMap<MinutesMap>(minutesRoot)

/** Undefined where nothing was written, and for what is not whole. */
export function readMinutes(doc: Y.Doc, sessionId: string): ReadMinutes | undefined {
  const head = readHead(doc, sessionId)
  return head && { ...head, blocks: readBlocks(minutesOf(doc).get(sessionId)?.get(minutesKeys.body)) }
}

function readHead(doc: Y.Doc, sessionId: string): MinutesHead | undefined {
  const minutes: unknown = minutesOf(doc).get(sessionId)
  if (!(minutes instanceof Y.Map)) return undefined
  const [title, body] = [minutes.get(minutesKeys.title), minutes.get(minutesKeys.body)]
  if (!(title instanceof Y.Text) || !(body instanceof Y.XmlFragment)) return undefined
  const value = (key: keyof MinutesValues): unknown => minutes.get(key)
  const closedAt = value('closedAt')
  return {
    sessionId,
    title: title.toString(),
    writtenAt: Number(value('writtenAt') ?? 0),
    closedAt: typeof closedAt === 'number' ? closedAt : null,
    language: (value('language') ?? 'fr') as MinutesLanguage, // the gate lets only these in
    day: String(value('day') ?? ''),
  }
}

/** With their words, the newest session first. */
export const listMinutes = (doc: Y.Doc): ReadMinutes[] =>
  minutesHeads(doc).flatMap(({ sessionId }) => readMinutes(doc, sessionId) ?? [])

/** The newest session first. */
export const minutesHeads = (doc: Y.Doc): MinutesHead[] =>
  [...minutesOf(doc).keys()]
    .flatMap((sessionId) => readHead(doc, sessionId) ?? [])
    .sort((a, b) => (a.day === b.day ? b.writtenAt - a.writtenAt : a.day < b.day ? 1 : -1))

/** Whether a shared type belongs to the minutes of its document. */
export function isOfMinutes(type: SharedType): boolean {
  let at: SharedType = type
  while (at._item !== null) {
    const parent: unknown = at._item.parent
    if (!(parent instanceof Y.AbstractType)) return false
    at = parent
  }
  return at.doc?.share.get(minutesRoot) === at
}
