// Reads a group's list for an export: its drafts as they stand, a version that it handed over, or the texts of the cycle's own file.
import type { Exported } from '#server/features/exports/exportSource.ts'
import { frameOf, type SourceDeps, sliceBase } from '#server/features/exports/sliceBase.ts'
import type { NamedGroup } from '#server/features/group/namedGroup.ts'
import { type ReadList, readGroupList } from '#server/features/handover/groupList.ts'
import { roomGroups } from '#server/features/home/roomGroups.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { documentName } from '#shared/contract/documentName.ts'
import type { ShortDraft } from '#shared/cycle/cycleFile.ts'
import { turnsOf } from '#shared/cycle/moment.ts'
import { plainSection, type ReadDraft, readDrafts } from '#shared/draft/draftModel.ts'
import { sections } from '#shared/draft/vocabulary.ts'
import type { ExportAsked, ExportedList } from '#shared/exports/exportAsked.ts'
import { exportWords } from '#shared/exports/exportWords.ts'
import { type ListedWords, type ListFacts, listDocument } from '#shared/exports/listDocument.ts'

type Listed = Pick<ListFacts, 'standing' | 'texts' | 'left' | 'why' | 'questions'> &
  Partial<Pick<ListFacts, 'secretaries' | 'facilitators' | 'members'>>

export async function listExport(deps: SourceDeps, named: NamedGroup, asked: ExportAsked): Promise<Exported> {
  const { group, shown, today } = named
  const { cycle } = deps.store
  const [frame, base, listed, groups, members] = await Promise.all([
    frameOf(deps, asked.language, today),
    sliceBase(deps, today),
    readListed(deps, named, asked.list),
    roomGroups(deps.store),
    cycle.members({ groupId: group.id }),
  ])
  const facilitators = members.filter(({ id }) => group.facilitatorIds.includes(id))
  const document = listDocument({
    ...{ frame, entities: base.entities, groups: [...groups.values()] },
    group: { id: group.id, place: shown.place, theme: shown.theme, languages: group.languages },
    ...{
      facilitators: facilitators.map(({ displayName }) => displayName),
      secretaries: [],
      members: members.length,
    },
    ...listed,
  })
  return {
    document,
    slice: { ...base, drafts: listed.texts.map((text) => shortOf(text, group.id, today)) },
    name: [exportWords[asked.language].list, shown.place, today],
  }
}

/** What there is to choose from, newest first. */
export async function listsOf(deps: SourceDeps, named: NamedGroup): Promise<ExportedList[]> {
  const heads = await deps.store.handovers.handoversOfGroup(named.group.id)
  const handed = heads.filter(({ takenBack }) => takenBack === null)
  const [own, shorts] = await Promise.all([readListed(deps, named, 'drafts'), shortDrafts(deps, named)])
  const drafts: ExportedList = { value: 'drafts', texts: own.texts.length }
  const short: ExportedList[] = shorts.length > 0 ? [{ value: 'cycle', texts: shorts.length }] : []
  // While the lists are written on, the drafts are what somebody looks for.
  const rest = (await isHandedOver(deps, named)) ? [...short, drafts] : [drafts, ...short]
  return [
    ...handed.map(({ date, id, number, textCount }) => ({ value: id, texts: textCount, number, date })),
    ...rest,
  ]
}

async function isHandedOver({ store }: SourceDeps, { today }: NamedGroup): Promise<boolean> {
  const about = await store.cycle.about({ before: today })
  const handedOver = about ? turnsOf(about.cycle).handedOver : null
  return handedOver !== null && handedOver < today
}

async function readListed(deps: SourceDeps, named: NamedGroup, which: string): Promise<Listed> {
  const none = { left: [], why: '', questions: [] }
  if (which === 'cycle') {
    const isOver = await isHandedOver(deps, named)
    const shorts = await shortDrafts(deps, named)
    const texts = shorts.map((one) => ({ kind: 'short' as const, ...one }))
    return { ...none, standing: { kind: isOver ? 'stage' : 'drafts' }, texts }
  }
  if (which === 'drafts') {
    const read = await ownList(deps, named)
    const drafts = read ? read.texts.map(({ draft }) => draft) : await spaceDrafts(deps, named)
    const texts = drafts.map((draft) => ({ kind: 'draft' as const, draft }))
    if (!read) return { ...none, standing: { kind: 'drafts' }, texts }
    const { outcome, questions, why } = read.state
    return {
      ...{ standing: { kind: 'drafts' }, texts, why: outcome === 'none' ? why : '' },
      left: read.list.left.map(({ reason, title }) => ({ title, reason })),
      questions: questions.map(({ text }) => text),
    }
  }
  const kept = await deps.store.handovers.handover(which)
  if (kept?.groupId !== named.group.id) throw new HttpProblem('not-found')
  const { body, date, fingerprint, number } = kept
  const { facilitators, members, secretaries } = body.signatures
  return {
    ...{ standing: { kind: 'handed', date, number, fingerprint }, facilitators, members, secretaries },
    texts: body.texts.map(({ draft }) => ({ kind: 'draft', draft })),
    ...{
      left: body.left.map(({ reason, title }) => ({ title, reason })),
      why: body.why,
      questions: body.questions,
    },
  }
}

/** With the texts that the group adopted with others; undefined for a group without a room. */
const ownList = async ({ lane, store }: SourceDeps, { room }: NamedGroup): Promise<ReadList | undefined> =>
  room && readGroupList({ rooms: store.rooms, versions: store.versions, lane: () => lane }, room)

async function spaceDrafts({ lane }: SourceDeps, { spaceId }: NamedGroup): Promise<readonly ReadDraft[]> {
  if (spaceId === undefined) return []
  return (await lane.read(documentName({ kind: 'drafts', id: spaceId }), (doc) => readDrafts(doc))) ?? []
}

const shortDrafts = ({ store }: SourceDeps, { group, today }: NamedGroup): Promise<readonly ShortDraft[]> =>
  store.cycle.drafts({ before: today, groupId: group.id })

/** A draft's words in their order, as one text. */
export const wholeText = (draft: ReadDraft): string =>
  [draft.summary, ...sections.map((section) => plainSection(draft.sections[section]))]
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n')

function shortOf(text: ListedWords, groupId: string, today: string): ShortDraft {
  const own =
    text.kind === 'short'
      ? { id: text.id, title: text.title, text: text.text, date: text.date }
      : { id: text.draft.id, title: text.draft.title.trim() || '…', text: wholeText(text.draft), date: today }
  return { ...own, groupId, sessionId: null, authorIds: [], status: null, recommendationIds: [] }
}
