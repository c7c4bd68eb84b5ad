// A thread's first rows: notes, drafts in their groups and sessions, joint sessions, merges and adopted versions.

import { seesNames } from '#server/features/followUp/followUpAsker.ts'
import {
  type FollowUpDeps,
  type FollowUpWorld,
  spaceOfGroup,
} from '#server/features/followUp/followUpWorld.ts'
import type { ThreadAbout } from '#server/features/followUp/threadSubject.ts'
import { documentName } from '#shared/contract/documentName.ts'
import type { ShortDraft } from '#shared/cycle/cycleFile.ts'
import type { SessionAsOf } from '#shared/cycle/moment.ts'
import { type ReadDraft, readDrafts } from '#shared/draft/draftModel.ts'
import type { MissingStage, ThreadRow, ThreadSession } from '#shared/followUp/followUpAnswers.ts'

interface Told {
  readonly rows: readonly ThreadRow[]
  readonly missing: readonly MissingStage[]
}

/** A short draft, and the full text that elaborates it in its group's space. */
interface Elaborated {
  readonly short: ShortDraft
  readonly spaceId: string | undefined
  readonly full: ReadDraft | undefined
}

export async function textRows(deps: FollowUpDeps, about: ThreadAbout): Promise<Told> {
  const { subject, world } = about
  const sessions = await deps.store.cycle.sessions({ before: world.today })
  const texts = await Promise.all(subject.drafts.map((short) => elaborated(deps, short)))
  const notes = texts.flatMap((one) => notesRow(about, one, sessions))
  const joint = jointRows(about, sessions)
  const rows = [
    ...notes,
    ...(await draftRows(deps, about, texts, sessions)),
    ...joint,
    ...(await mergeRows(deps, about, texts)),
  ]
  const several = new Set(subject.drafts.map(({ groupId }) => groupId)).size > 1
  return {
    rows,
    missing: [
      ...(notes.length > 0 ? [] : [{ stage: 'notes', why: 'none' } as const]),
      ...(several && !rows.some(({ kind }) => kind === 'joint-session' || kind === 'merge')
        ? [{ stage: 'joint-session', why: 'none' } as const]
        : []),
    ],
  }
}

async function elaborated(deps: FollowUpDeps, short: ShortDraft): Promise<Elaborated> {
  const spaceId = await spaceOfGroup(deps, short.groupId)
  const name = spaceId === undefined ? undefined : documentName({ kind: 'drafts', id: spaceId })
  const drafts = name === undefined ? [] : ((await deps.lane.read(name, (doc) => readDrafts(doc))) ?? [])
  const full = drafts.find(({ id, shortDraftId }) => shortDraftId === short.id || id === short.id)
  return { short, spaceId, full }
}

const shownSession = (session: SessionAsOf, groupId?: string): ThreadSession => ({
  subject: session.subject ?? '',
  number: (groupId === undefined ? undefined : session.numberInGroup?.[groupId]) ?? null,
  room: session.attendance?.room ?? 0,
  remote: session.attendance?.remote ?? 0,
})

/** How many notes there are is no secret of a public text; their words are the group's. */
function notesRow(
  { readable }: ThreadAbout,
  { full, short }: Elaborated,
  sessions: readonly SessionAsOf[],
): ThreadRow[] {
  const words = Object.values(full?.sources ?? {})
  if (words.length === 0) return []
  // Notes are written before the draft is put on its group's list: on the evening of its session, where that is known.
  const session = sessions.find(({ id }) => id === short.sessionId)
  const date = session && session.date < short.date ? session.date : short.date
  return [
    {
      ...{ kind: 'notes', id: `notes-${short.id}`, date, groupIds: [short.groupId], title: short.title },
      ...{ count: words.length, words: readable.has(short.groupId) ? words : [] },
    },
  ]
}

async function draftRows(
  { store }: FollowUpDeps,
  { asker, subject, world }: ThreadAbout,
  texts: readonly Elaborated[],
  sessions: readonly SessionAsOf[],
): Promise<ThreadRow[]> {
  const authorIds = [...new Set(texts.flatMap(({ short }) => short.authorIds))]
  const members = authorIds.length > 0 ? await store.cycle.members({ ids: authorIds }) : []
  const nameOf = new Map(members.map(({ displayName, id }) => [id, displayName]))
  return texts.map(({ short }): ThreadRow => {
    const session = sessions.find(({ id }) => id === short.sessionId)
    const fed = world.recommendations.filter(
      (one) =>
        one.id !== subject.recommendation?.id && one.provenance.some(({ draftId }) => draftId === short.id),
    )
    return {
      ...{ kind: 'draft', id: short.id, date: short.date, groupIds: [short.groupId] },
      ...{ title: short.title, text: short.text },
      authors: seesNames(asker) ? short.authorIds.flatMap((id) => nameOf.get(id) ?? []) : [],
      relation:
        subject.recommendation?.provenance.find(({ draftId }) => draftId === short.id)?.relation ?? null,
      session: session ? shownSession(session, short.groupId) : null,
      alsoFed: fed.map(({ code, id, title }) => ({ code: code ?? id, title })),
    }
  })
}

/** Joint sessions of the thread's groups alone, held once each of them had its draft and before the lists became recommendations. */
function jointRows(
  { subject: { drafts, recommendation }, world }: ThreadAbout,
  sessions: readonly SessionAsOf[],
): ThreadRow[] {
  const published = recommendation?.updatedAt ?? world.today
  const hasDrafted = (groupId: string, date: string): boolean =>
    drafts.some((draft) => draft.groupId === groupId && draft.date <= date)
  return sessions
    .filter(
      ({ date, groupIds, joint, when }) =>
        joint && when === 'held' && date < published && groupIds.every((id) => hasDrafted(id, date)),
    )
    .map((session) => ({
      ...{ kind: 'joint-session', id: session.id, date: session.date, groupIds: session.groupIds },
      session: shownSession(session),
    }))
}

/** Texts that were merged here, and versions that groups adopted here; told to whoever may read one of their groups' texts. */
async function mergeRows(
  { store }: FollowUpDeps,
  { readable, world }: ThreadAbout,
  texts: readonly Elaborated[],
): Promise<ThreadRow[]> {
  const rows = await Promise.all(
    texts.map(async ({ full, short, spaceId }): Promise<ThreadRow[]> => {
      if (!full || spaceId === undefined || !readable.has(short.groupId)) return []
      const { mergedInto } = full
      const spaces = [
        { spaceId, draftId: full.id },
        ...(mergedInto ? [{ spaceId: mergedInto.spaceId, draftId: mergedInto.draftId }] : []),
      ]
      const heads = (
        await Promise.all(spaces.map((one) => store.versions.versionsOfDraft(one.spaceId, one.draftId)))
      ).flat()
      const adopted = heads
        .filter(({ date }) => date <= world.today)
        .map(
          (head): ThreadRow => ({
            ...{ kind: 'adopted', id: head.id, date: head.date, groupIds: head.groupIds, title: head.title },
            groupCode: world.groups.find(({ id }) => id === short.groupId)?.code ?? short.groupId,
            withdrawn: head.withdrawn !== null,
          }),
        )
      const version = mergedInto && heads.find(({ id }) => id === mergedInto.versionId)
      const merged: ThreadRow[] =
        mergedInto && version
          ? [
              {
                ...{ kind: 'merge', id: `merge-${short.id}`, date: version.date, groupIds: version.groupIds },
                ...{ title: mergedInto.title, roomCode: null },
              },
            ]
          : []
      return [...merged, ...adopted]
    }),
  )
  // Several drafts of one merge tell it once.
  return [...new Map(rows.flat().map((row) => [row.kind === 'merge' ? row.title : row.id, row])).values()]
}
