// « Libre puis cadre » of one group: its phase, and in the framed one the cards beside each of its drafts.

import type { AskedPage } from '#server/features/group/groupPage.ts'
import type { TextReader } from '#server/features/group/groupTexts.ts'
import { todayOf } from '#server/features/home/day.ts'
import { shownCards } from '#server/features/library/libraryCards.ts'
import type { Deps } from '#server/transport/deps.ts'
import type { ReadDraft } from '#shared/draft/draftModel.ts'
import { type CardBeside, cardsBeside, marksOf, phaseOf } from '#shared/library/frame.ts'
import type { FrameAnswer, FrameCard, LibraryCard } from '#shared/library/libraryAnswers.ts'
import { draftText } from '#shared/similar/draftText.ts'

type FrameDeps = Pick<Deps, 'store' | 'demo' | 'now'> & { readonly reader: TextReader }

/** Of one draft where one is asked for, else of all. */
export async function groupFrame(
  deps: FrameDeps,
  { named, visitor }: AskedPage,
  draftId: string | undefined,
): Promise<FrameAnswer> {
  const { group, spaceId } = named
  const today = await todayOf(deps)
  const [about, acts, marks, cards, entries, texts] = await Promise.all([
    deps.store.cycle.about({ before: today }),
    deps.store.library.entries('phase', { subject: group.id }),
    deps.store.library.entries('mark', { groupId: group.id }),
    deps.store.cycle.contextCards({ before: today }),
    deps.store.library.entries('card'),
    deps.reader.read(spaceId),
  ])
  const [phase, last] = [phaseOf(acts), acts.at(-1)]
  const shown = shownCards(cards, entries)
  const drafts = texts.drafts.filter((draft) => draftId === undefined || draft.id === draftId)
  const beside = (draft: ReadDraft): readonly FrameCard[] =>
    withCards(
      cardsBeside(phase, {
        draft: { ...draftText(draft), contextIds: draft.contextIds },
        ...{ themeId: group.themeId, cards: shown, marks: marksOf(draft.id, marks) },
      }),
      shown,
    )
  return {
    ...{ groupId: group.id, themeId: group.themeId, phase, phaseVersion: last?.version ?? 0, today },
    language: about?.language ?? 'fr',
    switched: last ? { day: last.day, byName: last.byName } : null,
    maySwitch: visitor.standing === 'facilitator',
    mayMark: visitor.standing === 'facilitator' || visitor.standing === 'member',
    drafts: drafts.map((draft) => ({
      ...{ id: draft.id, code: draft.code, title: draft.title, summary: draft.summary },
      ...{ outOfTheBox: draft.outOfTheBox, cards: beside(draft) },
    })),
  }
}

function withCards(beside: readonly CardBeside[], cards: readonly LibraryCard[]): FrameCard[] {
  return beside.flatMap((one) => {
    const card = cards.find(({ id }) => id === one.cardId)
    if (!card) return []
    const { id, title, text, source, date, kind, jurisdictions } = card
    return [{ ...one, card: { id, title, text, source, date, kind, jurisdictions } }]
  })
}
