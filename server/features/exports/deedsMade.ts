// What was felt, ruled, planned and begun here, for a coop-cycle file.
import { presentationsHere, ressentisHere } from '#server/features/consultation/heardHere.ts'
import { moderationSubject, readModerations } from '#server/features/consultation/moderation.ts'
import { plannedHere } from '#server/features/followUp/plannedHere.ts'
import { boardSessionsHere, decisionsHere } from '#server/features/instruction/rulingsHere.ts'
import { cardsCorrected, cardsMade } from '#server/features/library/libraryCards.ts'
import type { Store } from '#server/transport/deps.ts'
import type { CycleFile, PlanItem } from '#shared/cycle/cycleFile.ts'
import type { FileEntry, OverlaidKind } from '#shared/exports/standingFile.ts'
import { actsOn, type ItemAct, type KeptAct } from '#shared/followUp/acts.ts'
import { standingItem } from '#shared/followUp/standingItem.ts'

export type DeedsStore = Pick<Store, 'consultation' | 'cycle' | 'followUp' | 'instruction' | 'library'>

/** Later than every day: a file holds all that is kept, whatever the day that pages look from. */
export const anyDay = '9999-12-31'

const entriesOf = (kind: OverlaidKind, records: readonly { readonly id: string }[]): FileEntry[] =>
  records.map((record) => ({ kind, record: { ...record } }))

export async function cards({ library }: DeedsStore): Promise<FileEntry[]> {
  const [corrected, made] = await Promise.all([cardsCorrected(library), cardsMade(library)])
  return entriesOf('contextCards', [...corrected, ...made])
}

/** A comment that was hidden is shown nowhere, and no file brings it back. */
export async function voices({ consultation }: DeedsStore, file: CycleFile): Promise<FileEntry[]> {
  const [presentations, ressentis, acts] = await Promise.all([
    ...([presentationsHere(consultation), ressentisHere(consultation)] as const),
    readModerations(consultation),
  ])
  const isHidden = ({ id }: { readonly id: string }): boolean =>
    acts.get(moderationSubject('ressenti', id))?.at(-1)?.body.hide ?? false
  const made = ressentis.map((one) => ({ ...one, comment: one.comment ?? '' }))
  const hidden = [...(file.ressentis ?? []), ...made].filter(isHidden)
  return [
    ...entriesOf('presentations', presentations),
    ...entriesOf('ressentis', made),
    ...entriesOf(
      'ressentis',
      hidden.map(({ id }) => ({ id, comment: '' })),
    ),
  ]
}

export async function rulings({ instruction }: DeedsStore): Promise<FileEntry[]> {
  const [sittings, decisions] = await Promise.all([
    boardSessionsHere(instruction),
    decisionsHere(instruction),
  ])
  return [...entriesOf('boardSessions', sittings), ...entriesOf('decisions', decisions)]
}

/** Items as they stand, with all that was told of them; and the day of the last word. */
export async function plan(
  store: DeedsStore,
  file: CycleFile,
): Promise<{ entries: FileEntry[]; plannedUntil: string | null }> {
  const acts = await store.followUp.acts({ until: anyDay, target: 'item' })
  const [imported, taken] = await Promise.all([store.cycle.planItems(), decisionsHere(store.instruction)])
  const decided = [...(await store.cycle.decisions()), ...taken]
  const made = await plannedHere(store.followUp, store.cycle, async () => decided)
  const items = new Map([...imported, ...made].map((item) => [item.id, item]))
  const touched = [...new Set(acts.map(({ targetId }) => targetId))].flatMap((id) => items.get(id) ?? [])
  const nameOf = new Map(
    [...(file.team ?? []), ...file.members].map(({ displayName, id }) => [id, displayName]),
  )
  return {
    entries: touched.map((item) => ({ kind: 'planItems', record: itemRecord(item, acts, nameOf) })),
    plannedUntil: acts.reduce<string | null>((last, { day }) => (day > (last ?? '') ? day : last), null),
  }
}

function itemRecord(
  item: PlanItem,
  acts: readonly KeptAct[],
  nameOf: ReadonlyMap<string, string>,
): FileEntry['record'] {
  const owners = [item.ownerTeamId, ...item.ownerMemberIds].flatMap((id) =>
    id === null ? [] : { id, name: nameOf.get(id) ?? '' },
  )
  const stands = standingItem(item, acts, owners)
  const told = actsOn<ItemAct>(acts, 'item', item.id).flatMap(({ body, day }) => {
    const text = body.kind === 'news' ? body.text : body.kind === 'state' ? body.reason : ''
    return text === '' ? [] : [{ date: day, text }]
  })
  const { decisionIds, entityIds, id, recommendationId, title, updates } = item
  return {
    ...{ id, recommendationId, decisionIds, title, entityIds },
    ...{ ownerTeamId: stands.ownerTeamId, ownerMemberIds: stands.ownerMemberIds },
    ...{ start: stands.start, end: stands.end, progress: stands.progress },
    // The format knows nothing that was given up; why it was stands among the news.
    status: stands.state === 'abandoned' ? 'blocked' : stands.state,
    updates: [...updates, ...told],
  }
}
