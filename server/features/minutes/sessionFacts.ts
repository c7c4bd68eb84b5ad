// Gathers what is known of a room's session: nothing private, no author of a note, no figure of a person.
import { type DayDeps, todayOf } from '#server/features/home/day.ts'
import { roomGroupsOf } from '#server/features/home/roomGroups.ts'
import { lookAtMoments } from '#server/features/minutes/documentMoments.ts'
import { draftsTouched, openQuestions } from '#server/features/minutes/draftsTouched.ts'
import { isAboutLearning, notesMade } from '#server/features/minutes/notesMade.ts'
import { presentIn } from '#server/features/minutes/presentIn.ts'
import { whoLed } from '#server/features/minutes/whoLed.ts'
import type { Room } from '#server/ports/rooms.ts'
import type { Deps } from '#server/transport/deps.ts'
import type { AdoptionState } from '#shared/adoption/adoptionState.ts'
import type { AgendaState } from '#shared/agenda/agendaState.ts'
import { hasHappened, type Step, spentMs } from '#shared/agenda/step.ts'
import { documentName } from '#shared/contract/documentName.ts'
import type { DecisionState } from '#shared/decision/decisionState.ts'
import { readDrafts } from '#shared/draft/draftModel.ts'
import type { HandoverState } from '#shared/handover/handoverState.ts'
import { minutesDecision } from '#shared/minutes/decisionLines.ts'
import { whenWords } from '#shared/minutes/heldWords.ts'
import type {
  MinutesAction,
  MinutesAgreement,
  MinutesFacts,
  MinutesStep,
} from '#shared/minutes/minutesFacts.ts'
import { type MinutesLanguage, minutesWords } from '#shared/minutes/minutesWords.ts'
import { readBoard } from '#shared/whiteboard/listView.ts'

export type FactsDeps = Pick<Deps, 'store' | 'presence'> & DayDeps

export interface Session {
  readonly room: Room
  readonly agenda: AgendaState
  readonly decision: DecisionState
  readonly adoption: AdoptionState
  readonly handover: HandoverState
  readonly sessionId: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
}

/** Places beyond which a room is not told by its places. */
const placesLimit = 4

export async function sessionFacts(
  deps: FactsDeps,
  session: Session,
  language: MinutesLanguage,
): Promise<MinutesFacts> {
  const { room, agenda, startedAt, sessionId } = session
  const lasting = { from: startedAt, until: agenda.endedAt ?? deps.now() }
  const moments = [lasting.from, lasting.until + 1]
  const groups = await roomGroupsOf(deps.store, room.groupIds)
  return {
    title: room.title,
    places: groups.length <= placesLimit ? [...new Set(groups.map(({ place }) => place))] : [],
    day: await todayOf({ ...deps, now: () => startedAt }),
    from: clock(startedAt),
    until: agenda.endedAt === null ? null : clock(agenda.endedAt),
    present: await presentIn(deps, room.id, sessionId),
    facilitators: await whoLed(deps.store, room.id, lasting),
    secretary: agenda.secretary?.name ?? null,
    steps: stepsHeld(agenda.steps, lasting.until),
    ...decided(session, language),
    agreements: agreements(session, lasting),
    ...(await written(deps, session, moments)),
  }
}

const clock = (at: number): string => {
  const date = new Date(at)
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}

/** As it really went: in the order of their first beginning, then what was not held. */
function stepsHeld(steps: readonly Step[], until: number): MinutesStep[] {
  const held = steps.filter(hasHappened).sort((a, b) => Number(a.firstBegunAt) - Number(b.firstBegunAt))
  const rest = steps.filter((step) => !hasHappened(step))
  return [...held, ...rest].map((step) => ({
    id: step.id,
    title: step.title,
    plannedMinutes: step.minutes,
    ...(hasHappened(step) ? { tookMinutes: Math.round(spentMs(step, until) / 60_000) } : {}),
  }))
}

function decided(
  { agenda, decision, startedAt }: Session,
  language: MinutesLanguage,
): Pick<MinutesFacts, 'decisions' | 'outcomes' | 'actions'> {
  const words = minutesWords[language]
  const started = decision.initiatives.filter(({ at }) => at >= startedAt)
  const noted = agenda.outcomes.map(({ id, text }) => ({ id, text: text.replace(/\s+/g, ' ') }))
  return {
    decisions: decision.past.filter(({ at }) => at >= startedAt).map((one) => minutesDecision(one, words)),
    outcomes: noted.filter(({ text }) => !saysWhen(text)),
    actions: [
      ...started.map(({ id, draft, firstStep, who, when }) => ({
        id,
        what: `${draft.title}${words.colon}${firstStep}`,
        who,
        when: whenWords(when, words.tag),
      })),
      ...noted
        .filter(({ text }) => saysWhen(text))
        .map(({ id, text }): MinutesAction => ({ id, what: text, who: '', when: '' })),
    ],
  }
}

/** What was adopted, separated, handed over or taken back while the session lasted, in that order of time. */
function agreements(
  { adoption, handover }: Session,
  { from, until }: { readonly from: number; readonly until: number },
): MinutesAgreement[] {
  const texts = Object.values(adoption.texts).flatMap((text) => text.adopted)
  const told: { readonly at: number; readonly line: MinutesAgreement }[] = []
  const tell = (at: number, line: MinutesAgreement): void => {
    if (at >= from && at <= until) told.push({ at, line })
  }
  for (const { id, title, at, reserved, withdrawn } of texts) {
    tell(at, { id, title, kind: reserved === null ? 'adopted' : 'adopted-under-reserve' })
    if (withdrawn) tell(withdrawn.at, { id, title, kind: 'separated', why: withdrawn.reason })
  }
  for (const { id, outcome, texts: count, at, takenBack } of handover.handed) {
    tell(
      at,
      outcome === 'none' ? { id, kind: 'concluded', why: handover.why } : { id, kind: 'handed-over', count },
    )
    if (takenBack) tell(takenBack.at, { id, kind: 'taken-back', why: takenBack.reason })
  }
  return told.sort((a, b) => a.at - b.at).map(({ line }) => line)
}

const months =
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december|januari|februari|maart|april|mei|juni|juli|augustus|oktober'
const dayOfMonth = new RegExp(
  String.raw`\d{4}-\d{2}-\d{2}|\b\d{1,2}[/.]\d{1,2}\b|\b\d{1,2}(er|st|nd|rd|th)? (${months})\b`,
  'i',
)

/** What was noted with its day is something to be done; without one, something to be kept in mind. */
const saysWhen = (text: string): boolean => dayOfMonth.test(text)

/** [A5] [A8] Minutes are read by everybody of a joint room: of a group they tell what it showed to the others, while it did. */
const shownDuring = ({ jointSession, spaces }: Room, until = Number.POSITIVE_INFINITY): Room['spaces'] =>
  spaces.filter(
    ({ groupId, opened }) =>
      groupId === null || (opened !== 'none' && showsUntil(jointSession, groupId, until)),
  )

function showsUntil(session: Room['jointSession'], groupId: string, until: number): boolean {
  if (!session || session.renewedBy.includes(groupId)) return true
  return until <= (session.endedAt ?? session.rightsEndAt ?? Number.POSITIVE_INFINITY)
}

async function written(
  { store }: FactsDeps,
  { room, agenda }: Session,
  moments: readonly number[],
): Promise<Pick<MinutesFacts, 'drafts' | 'questions' | 'frames' | 'learnt'>> {
  const log = store.documentLog
  const spaces = await Promise.all(
    shownDuring(room, moments.at(-1)).map(async ({ spaceId }) => {
      const name = documentName({ kind: 'drafts', id: spaceId })
      const [before = [], after = []] = await lookAtMoments(log, name, {
        moments,
        look: (doc) => [...readDrafts(doc), ...readDrafts(doc, { deleted: true })],
      })
      const drafts = draftsTouched(before, after)
      return { drafts, questions: openQuestions(before, after, new Set(drafts.map(({ id }) => id))) }
    }),
  )
  const board = documentName({ kind: 'whiteboard', id: room.id })
  const [before, after] = await lookAtMoments(log, board, { moments, look: readBoard })
  const made = before && after ? notesMade(before, after) : []
  const learnt = made.filter((frame) => isAboutLearning(frame, agenda.steps))
  return {
    drafts: spaces.flatMap(({ drafts }) => drafts),
    questions: spaces.flatMap(({ questions }) => questions),
    frames: made.filter((frame) => !learnt.includes(frame)).map(({ title, notes }) => ({ title, notes })),
    learnt: learnt.flatMap(({ notes }) => notes),
  }
}
