// The thread of one recommendation, from the first note to today; or that of a draft which is none yet.
import { seesInitiative, seesNames } from '#server/features/followUp/followUpAsker.ts'
import { boardsOf, fatesOf, lineOf, shownInitiative, youOf } from '#server/features/followUp/followUpList.ts'
import type { FollowUpDeps, FollowUpWorld } from '#server/features/followUp/followUpWorld.ts'
import {
  decidedRows,
  feltRows,
  planRows,
  stageRows,
  toComeRows,
} from '#server/features/followUp/threadAfter.ts'
import type { ThreadAbout, ThreadSubject } from '#server/features/followUp/threadSubject.ts'
import { textRows } from '#server/features/followUp/threadTexts.ts'
import { versionsOf } from '#server/features/publication/texts.ts'
import type { MissingStage, ThreadAnswer, ThreadRow } from '#shared/followUp/followUpAnswers.ts'
import { placesUnderWay } from '#shared/followUp/standingInitiatives.ts'
import { inThreadOrder } from '#shared/followUp/threadOrder.ts'

export async function threadOf(deps: FollowUpDeps, about: ThreadAbout): Promise<ThreadAnswer> {
  const { asker, subject, world } = about
  const { recommendation } = subject
  const initiatives = initiativesOf(about)
  const texts = await textRows(deps, about)
  const kept = recommendation ? await versionsOf(deps, recommendation) : []
  const versions = seesNames(asker) ? kept : kept.map((one) => ({ ...one, byName: '' }))
  const felt = recommendation ? await feltRows(deps, world, recommendation) : []
  const rows: ThreadRow[] = [
    ...texts.rows,
    ...initiatives.map(
      (initiative): ThreadRow => ({
        ...{ kind: 'initiative', id: initiative.id, date: initiative.since, initiative },
        groupIds: groupIdsOf(initiative),
      }),
    ),
    ...stageRows(world, subject, versions),
    ...felt,
    ...(recommendation ? decidedRows(world, recommendation) : []),
    ...(recommendation ? planRows(world, asker, recommendation) : []),
    ...(recommendation ? toComeRows(world, recommendation) : []),
  ]
  const line = recommendation ? lineOf(world, asker, recommendation) : null
  return {
    ...{ today: world.today, language: world.about?.language ?? 'fr', line, text: textOf(subject) },
    theme: themeOf(about),
    nuances: (recommendation?.nuances ?? []).map(({ groupId, text, type }) => ({ groupId, text, type })),
    ...{ boards: boardsOf(world), axes: world.axes, groups: [...world.shown.values()] },
    rows: inThreadOrder(rows),
    missing: [...texts.missing, ...missingAfter(about, rows)],
    initiatives,
    places: placesUnderWay(initiatives.map((one) => ({ ...one, adopted: [...one.adopted] }))).size,
    linked: linkedTo(about),
    you: await youOf(deps, world, asker),
  }
}

const groupIdsOf = ({
  adopted,
  groupId,
}: {
  readonly groupId: string | null
  readonly adopted: readonly { readonly groupId: string }[]
}): string[] => [...(groupId === null ? [] : [groupId]), ...adopted.map((one) => one.groupId)]

function initiativesOf({ asker, subject, world }: ThreadAbout) {
  const drafts = new Set(subject.drafts.map(({ id }) => id))
  return world.initiatives
    .filter((one) => seesInitiative(asker, one))
    .filter(
      ({ draftId, recommendationIds }) =>
        recommendationIds.includes(subject.recommendation?.id ?? '') ||
        (draftId !== null && drafts.has(draftId)),
    )
    .map((one) => shownInitiative(world, asker, one))
}

function textOf({ drafts, recommendation }: ThreadSubject): ThreadAnswer['text'] {
  if (recommendation) {
    const { code, constat, id, moyens, proposition, summary, title } = recommendation
    return { id, code: code ?? id, title, summary, constat, proposition, moyens }
  }
  const { id = '', text = '', title = '' } = drafts[0] ?? {}
  return { id, code: '', title, summary: text, constat: '', proposition: '', moyens: '' }
}

function themeOf({ subject, world }: ThreadAbout): ThreadAnswer['theme'] {
  const groupId = subject.drafts[0]?.groupId
  const id = subject.recommendation?.themeId ?? world.groups.find((group) => group.id === groupId)?.themeId
  const theme = world.themes.find((one) => one.id === id)
  return theme ? { id: theme.id, title: theme.title } : null
}

/** Recommendations that share a draft with this one: a draft that was split lives on in several. */
function linkedTo({ subject, world }: ThreadAbout): ThreadAnswer['linked'] {
  const { drafts, recommendation } = subject
  if (!recommendation) return []
  const ids = new Set(drafts.map(({ id }) => id))
  return world.recommendations
    .filter((one) => one.id !== recommendation.id && one.provenance.some(({ draftId }) => ids.has(draftId)))
    .map(({ code, id, title }) => ({ code: code ?? id, title }))
}

/** What has no row: said, not left out. */
function missingAfter({ subject, world }: ThreadAbout, rows: readonly ThreadRow[]): MissingStage[] {
  const has = (kind: ThreadRow['kind']): boolean => rows.some((row) => row.kind === kind)
  const { recommendation } = subject
  if (!recommendation)
    return [
      ...(has('handed-over') ? [] : [{ stage: 'handed-over', why: 'not-yet' } as const]),
      { stage: 'published', why: 'not-yet' },
    ]
  const fates = fatesOf(world, recommendation)
  const waiting = fates.filter(({ decision }) => decision === null)
  const ruled = fates.length > 0 && waiting.length === 0
  const accepted = fates.some(({ fate }) => fate === 'not-done' || fate === 'under-way' || fate === 'done')
  return [
    ...(has('felt') ? [] : [{ stage: 'felt', why: ruled ? 'none' : 'not-yet' } as const]),
    ...waiting.map(({ boardId }) => ({ stage: 'verdict', why: 'not-yet', boardId }) as const),
    ...(has('assembly') || !ruled ? [] : [{ stage: 'assembly', why: 'not-yet' } as const]),
    ...(has('plan') || !accepted ? [] : [{ stage: 'plan', why: 'none' } as const]),
  ]
}
