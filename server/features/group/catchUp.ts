// *Rattraper en 3 minutes*: what the last sessions of a group decided and changed, from their records or from the imported cycle.
import type { GroupSession } from '#server/features/group/groupSessions.ts'
import { type GroupTexts, pointerTo, type TextReader } from '#server/features/group/groupTexts.ts'
import type { Cycle } from '#server/ports/cycle.ts'
import type { Rooms } from '#server/ports/rooms.ts'
import type { HeldSession } from '#server/ports/sessionRecords.ts'
import type { LocalInitiative, ShortDraft } from '#shared/cycle/cycleFile.ts'
import { decision } from '#shared/decision/decision.ts'
import { catchUpLines } from '#shared/group/catchUpLines.ts'
import { decisionLine } from '#shared/group/decisionLine.ts'
import type { CatchUp, CatchUpLine, GroupInitiative } from '#shared/group/groupPage.ts'
import type { GroupLanguage } from '#shared/group/groupWords.ts'
import { draftWords, wordBag, wordsIn } from '#shared/group/wordsChanged.ts'

export interface CatchUpSource {
  readonly texts: GroupTexts
  readonly reader: TextReader
  readonly changedAt: ReadonlyMap<string, number>
  readonly rooms: Pick<Rooms, 'state'>
  readonly initiatives: readonly GroupInitiative[]
  readonly imported: {
    readonly drafts: readonly ShortDraft[]
    readonly initiatives: readonly LocalInitiative[]
  }
  readonly language: GroupLanguage
}

/** Sessions looked back at until one has something to tell. */
const lookBack = 4

/** What one session decided and changed; the newest last where several are told. */
export async function linesOf(source: CatchUpSource, session: GroupSession): Promise<CatchUpLine[]> {
  return session.held ? heldLines(source, session.held) : importedLines(source, session)
}

export async function catchUp(
  source: CatchUpSource,
  sessions: readonly GroupSession[],
  next: CatchUpLine | undefined,
): Promise<CatchUp> {
  const behind = sessions.filter(({ held, when }) => when === 'held' || held !== undefined)
  const told: GroupSession[] = []
  let lines: CatchUpLine[] = []
  for (const session of behind.slice(-lookBack).toReversed()) {
    told.unshift(session)
    lines = await linesOf(source, session)
    if (lines.length > 0) break
  }
  // With nothing to tell of any, only the last one is named.
  const named = lines.length > 0 ? told : told.slice(-1)
  return {
    sessions: named.map(({ id, date, number, subject }) => ({ id, date, number, subject })),
    lines: catchUpLines([...lines, ...openQuestions(source.texts), ...(next ? [next] : [])]),
  }
}

async function heldLines(source: CatchUpSource, session: HeldSession): Promise<CatchUpLine[]> {
  const { changedAt, initiatives, reader, texts } = source
  const begun = initiatives.filter(({ draft, since }) => draft !== null && since >= session.date)
  return [
    ...(await decidedIn(source, session)).map((text) => ({ kind: 'decided' as const, text })),
    ...begun.map(({ title, firstStep, who, when }) => ({
      kind: 'initiative' as const,
      text: [title, [firstStep, who].filter(Boolean).join(', ')].filter(Boolean).join('\u00a0: '),
      when,
    })),
    ...(await reader.changesSince(texts, session.startedAt, changedAt)),
  ]
}

/** What was written down, then what was voted on. */
export async function decidedIn(
  { rooms, language }: Pick<CatchUpSource, 'rooms' | 'language'>,
  { roomId, startedAt, endedAt, outcomes }: HeldSession,
): Promise<string[]> {
  const { state } = await rooms.state(roomId)
  const past = decision.state.safeParse(state['decision']).data?.past ?? []
  const during = past.filter(({ at }) => at >= startedAt && (endedAt === null || at <= endedAt))
  return [...outcomes, ...during.flatMap((one) => decisionLine(one, language) ?? [])]
}

function importedLines({ imported, texts }: CatchUpSource, session: GroupSession): CatchUpLine[] {
  const short = new Set(
    imported.drafts.filter(({ sessionId }) => sessionId === session.id).map(({ id }) => id),
  )
  const drafts = texts.drafts.filter(({ shortDraftId }) => shortDraftId !== null && short.has(shortDraftId))
  const begun = imported.initiatives.filter(({ startedOn }) => startedOn >= session.date)
  return [
    ...begun.map(({ title, startedOn }) => ({ kind: 'initiative' as const, text: title, when: startedOn })),
    ...drafts.map((draft) => ({
      kind: 'text-new' as const,
      draft: pointerTo(texts, draft),
      words: wordsIn(wordBag(draftWords(draft))),
    })),
  ]
}

/** One of each draft before a second of any. */
function openQuestions({ drafts }: GroupTexts): CatchUpLine[] {
  const most = Math.max(0, ...drafts.map(({ questions }) => questions.length))
  return Array.from({ length: most }, (_, turn) => drafts.flatMap(({ questions }) => questions[turn] ?? []))
    .flat()
    .filter(({ text }) => text.trim() !== '')
    .map(({ text }) => ({ kind: 'question', text }))
}

/** What the cycle's file says that a group did. */
export async function importedOf(
  cycle: Pick<Cycle, 'drafts' | 'localInitiatives'>,
  groupId: string,
  before: string,
): Promise<CatchUpSource['imported']> {
  const filter = { groupId, before }
  const [drafts, initiatives] = await Promise.all([cycle.drafts(filter), cycle.localInitiatives(filter)])
  return { drafts, initiatives }
}
