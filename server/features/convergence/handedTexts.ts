// Every handed-over text as the convergence reads it: the lists that groups handed over here, and of the other groups the imported short texts.
import type { Cycle } from '#server/ports/cycle.ts'
import type { Handovers, KeptHandover } from '#server/ports/handovers.ts'
import { type HandedText, handedFingerprint } from '#shared/convergence/handedText.ts'
import type { Group } from '#shared/cycle/cycleFile.ts'
import { turnsOf } from '#shared/cycle/moment.ts'
import { plainSection } from '#shared/draft/draftModel.ts'
import type { HandedOverText } from '#shared/handover/handedOver.ts'

export interface HandedTextsDeps {
  readonly store: {
    readonly cycle: Pick<Cycle, 'about' | 'entities' | 'groups' | 'themes' | 'drafts'>
    readonly handovers: Pick<Handovers, 'standingHandovers'>
  }
}

/** In the order of themes, of groups, of each list. `before`: the day that is looked from. */
export async function handedTexts(
  { store: { cycle, handovers } }: HandedTextsDeps,
  before: string,
): Promise<readonly HandedText[]> {
  const asOf = { before }
  const [about, entities, groups, themes, drafts, lists] = await Promise.all([
    ...([cycle.about(asOf), cycle.entities(), cycle.groups(asOf), cycle.themes(asOf)] as const),
    ...([cycle.drafts(asOf), handovers.standingHandovers()] as const),
  ])
  if (!about) return []
  const { handedOver } = turnsOf(about.cycle)
  const imported = handedOver === null || handedOver < before ? drafts : []
  const orderOf = new Map(themes.map(({ id, order }) => [id, order]))
  const codeOf = new Map(entities.map(({ code, id }) => [id, code]))
  const jurisdictionsOf = ({ entityIds, themeId }: Group): readonly string[] => {
    const own = (entityIds ?? []).flatMap((id) => codeOf.get(id) ?? [])
    return own.length > 0 ? own : (themes.find(({ id }) => id === themeId)?.jurisdictions ?? [])
  }
  const sorted = [...groups].sort((a, b) => (orderOf.get(a.themeId) ?? 0) - (orderOf.get(b.themeId) ?? 0))
  const all = sorted.flatMap((group): HandedText[] => {
    const jurisdictions = jurisdictionsOf(group)
    const list = lists.find(({ groupId }) => groupId === group.id)
    if (list) return ofList(list, { group, jurisdictions })
    return imported
      .filter(({ groupId }) => groupId === group.id)
      .map((draft) =>
        withFingerprint({
          ...{ id: draft.id, draftId: draft.id, groupIds: [group.id], themeId: group.themeId },
          ...{ title: draft.title, summary: '', constat: '', proposition: draft.text, moyens: '' },
          ...{ nuances: [], jurisdictions, kind: null, maturity: null, contextIds: [] },
        }),
      )
  })
  return together(all)
}

interface Whose {
  readonly group: Group
  /** Where the text does not say whom it concerns. */
  readonly jurisdictions: readonly string[]
}

const ofList = (list: KeptHandover, { group, jurisdictions }: Whose): HandedText[] =>
  list.body.texts.map(({ draft, key }: HandedOverText) =>
    withFingerprint({
      ...{ id: key, draftId: draft.shortDraftId ?? draft.id, groupIds: [group.id], themeId: group.themeId },
      ...{ title: draft.title, summary: draft.summary },
      constat: plainSection(draft.sections.constat),
      proposition: [
        plainSection(draft.sections.proposition),
        ...Object.entries(draft.countryPassages).map(([code, words]) => `${code}\u00a0: ${words}`),
      ]
        .filter(Boolean)
        .join('\n'),
      moyens: plainSection(draft.sections.moyens),
      nuances: draft.nuances.map(({ groupId, text, type }) => ({ groupId, text, type })),
      jurisdictions: draft.jurisdictions.length > 0 ? draft.jurisdictions : jurisdictions,
      ...{ kind: draft.kind, maturity: draft.maturity, contextIds: draft.contextIds },
    }),
  )

const withFingerprint = (text: Omit<HandedText, 'fingerprint'>): HandedText => ({
  ...text,
  fingerprint: handedFingerprint(text),
})

/** A text that groups adopted together stands on each one's list: it is one text of all of them. */
function together(all: readonly HandedText[]): readonly HandedText[] {
  const byId = new Map<string, HandedText>()
  for (const text of all) {
    const before = byId.get(text.id)
    const groupIds = before ? [...new Set([...before.groupIds, ...text.groupIds])] : text.groupIds
    byId.set(text.id, { ...(before ?? text), groupIds })
  }
  return [...byId.values()]
}
