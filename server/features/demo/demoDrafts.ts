// The drafts that each space holds at a moment, as the draft model takes them. Pure.

import { noteShapeId } from '#server/features/demo/boardLayout.ts'
import type { DemoData, MergeScenario, WorkshopDraft } from '#server/features/demo/demoData.ts'
import { existsBefore, listsAreHandedOver, shortDraftShown } from '#server/features/demo/moments.ts'
import type { NewDraft } from '#shared/draft/draftModel.ts'

type Paragraphs<Sentence> = { readonly paragraphs: readonly (readonly Sentence[])[] }

/** One string per paragraph: sentences are how the data addresses itself, people write paragraphs. */
const joined = <Sentence>(
  { paragraphs }: Paragraphs<Sentence>,
  words: (sentence: Sentence) => string,
): string[] => paragraphs.map((sentences) => sentences.map(words).join(' '))

const passagesOf = (passages: readonly { jurisdiction: string; text: string }[]): Record<string, string> =>
  Object.fromEntries(passages.map(({ jurisdiction, text }) => [jurisdiction, text]))

/** The full texts of a group that were written before the day, R1, R2… */
export const fullDraftsAt = (data: DemoData, groupId: string, today: string): WorkshopDraft[] =>
  data.drafts.filter((draft) => draft.groupId === groupId && existsBefore(draft.updatedAt, today))

function fromFullText(data: DemoData, draft: WorkshopDraft, today: string): NewDraft & { id: string } {
  return {
    id: draft.id,
    title: draft.title,
    summary: draft.summary,
    constat: joined(draft.constat, (sentence) => sentence),
    proposition: joined(draft.proposition, (sentence) => sentence),
    moyens: joined(draft.moyens, (sentence) => sentence),
    fields: {
      kind: draft.kind,
      maturity: draft.maturity,
      scope: draft.scope,
      addressee: draft.addressee,
      status: listsAreHandedOver(data.cycle.cycle, today) ? 'ready' : draft.status,
      outOfTheBox: draft.outOfTheBox,
      code: draft.code,
      shortDraftId: shortDraftShown(data, draft.draftId, today),
    },
    jurisdictions: draft.jurisdictions,
    contextIds: draft.contextIds,
    authorIds: draft.authorIds,
    countryPassages: passagesOf(draft.countryPassages),
    nuances: draft.nuances,
    questions: draft.openQuestions,
  }
}

/** The words of the sticky notes that a full text came from, under the keys that a draft's `sources` uses. */
function sourcesOf(data: DemoData, draft: WorkshopDraft, roomId: string): Record<string, string> {
  const stickies = data.boards.flatMap((board) => board.stickies)
  return Object.fromEntries(
    draft.sourceStickyIds.flatMap((id) => {
      const sticky = stickies.find((one) => one.id === id)
      return sticky ? [[`${roomId}:${noteShapeId(id)}`, sticky.text]] : []
    }),
  )
}

/**
 * A group's own space: its full texts, then its short drafts (title and one-line summary, as they were put on the list).
 * A short draft whose full text is there is not told twice. `roomId` is that of the whiteboard with its notes.
 */
export function groupDraftsAt(
  data: DemoData,
  groupId: string,
  today: string,
  roomId?: string,
): (NewDraft & { id: string })[] {
  const full = fullDraftsAt(data, groupId, today)
  const elaborated = new Set(full.map(({ draftId }) => draftId))
  const short = data.cycle.drafts
    .filter(
      (draft) => draft.groupId === groupId && existsBefore(draft.date, today) && !elaborated.has(draft.id),
    )
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1))
  const status = listsAreHandedOver(data.cycle.cycle, today) ? 'ready' : 'to-review'
  return [
    ...full.map((draft) => ({
      ...fromFullText(data, draft, today),
      ...(roomId ? { sources: sourcesOf(data, draft, roomId) } : {}),
    })),
    ...short.map((draft, n) => ({
      id: draft.id,
      title: draft.title,
      summary: draft.text,
      fields: { status, code: `R${full.length + n + 1}`, shortDraftId: draft.id } as const,
      authorIds: draft.authorIds,
    })),
  ]
}

function fromScenario(data: DemoData, scenario: MergeScenario, number: number): NewDraft & { id: string } {
  const { joint } = scenario
  const { title, summary, jurisdictions, kind, maturity, scope, addressee, outOfTheBox } = joint.header
  const authors = data.drafts
    .filter(({ id }) => scenario.parents.includes(id))
    .flatMap(({ authorIds }) => authorIds)
  return {
    id: scenario.id,
    title: title.value,
    summary: summary.value,
    constat: joined(joint.constat, ({ text }) => text),
    proposition: joined(joint.proposition, ({ text }) => text),
    moyens: joined(joint.moyens, ({ text }) => text),
    fields: {
      kind: kind.value,
      maturity: maturity.value,
      scope: scope.value,
      addressee: addressee.value,
      status: scenario.jointOutcome === 'deferred' ? 'to-review' : 'ready',
      outOfTheBox: outOfTheBox.value,
      code: `C${number}`,
    },
    jurisdictions: jurisdictions.value,
    contextIds: joint.contextIds,
    authorIds: [...new Set(authors)],
    countryPassages: passagesOf(joint.countryPassages),
    nuances: joint.nuances,
  }
}

/** The joint room's own space: the joint texts, once the evening that wrote them is past. */
export const jointDraftsAt = (data: DemoData, today: string): (NewDraft & { id: string })[] =>
  data.scenarios
    .filter(({ date }) => existsBefore(date, today))
    .map((scenario, n) => fromScenario(data, scenario, n + 1))

/** The convergence's space: empty until the lists are handed over, then all of them, labelled with their group's code. */
export function convergenceDraftsAt(
  data: DemoData,
  today: string,
): (NewDraft & { id: string; groupId: string })[] {
  if (!listsAreHandedOver(data.cycle.cycle, today)) return []
  return data.cycle.groups.flatMap((group) =>
    groupDraftsAt(data, group.id, today).map((draft) => ({
      ...draft,
      groupId: group.id,
      fields: {
        ...draft.fields,
        code: `${group.code} ${draft.fields?.code ?? ''}`.trim(),
        status: 'ready' as const,
      },
    })),
  )
}
