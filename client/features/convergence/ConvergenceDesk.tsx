// The bench of cooperative life: lists on the left, the document on the right, and what is missing beside it.
import { useMemo, useState } from 'react'
import { CoverageCard } from '#client/features/convergence/CoverageCard.tsx'
import { DocumentColumn } from '#client/features/convergence/DocumentColumn.tsx'
import { type Desk, DeskProvider } from '#client/features/convergence/deskContext.ts'
import { ItemDialog } from '#client/features/convergence/ItemDialog.tsx'
import { OwnTexts } from '#client/features/convergence/OwnTexts.tsx'
import { PlaceDialog } from '#client/features/convergence/PlaceDialog.tsx'
import { PublishPart } from '#client/features/convergence/PublishPart.tsx'
import { SuggestionCard } from '#client/features/convergence/SuggestionCard.tsx'
import { TextsColumn } from '#client/features/convergence/TextsColumn.tsx'
import { useConvergenceActs } from '#client/features/convergence/useConvergence.ts'
import type {
  ConvergenceAnswer,
  ConvergenceDesk as DeskAnswer,
} from '#shared/convergence/convergenceAnswers.ts'
import type { HandedText } from '#shared/convergence/handedText.ts'

export interface ConvergenceDeskProps extends Pick<Desk, 'Together'> {
  readonly desk: DeskAnswer
  readonly page: ConvergenceAnswer
}

export function ConvergenceDesk({ Together, desk, page }: ConvergenceDeskProps) {
  const { act } = useConvergenceActs()
  const [placing, setPlacing] = useState<readonly HandedText[] | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const value = useMemo(
    (): Desk => ({
      ...{ page, desk, act },
      state: { ...desk.state, published: null },
      groupsOf: (ids) => page.groups.filter(({ id }) => ids.includes(id)),
      place: setPlacing,
      open: setOpened,
      Together,
    }),
    [page, desk, act, Together],
  )
  return (
    <DeskProvider value={value}>
      {page.may.write ? (
        <div className="cv-desk">
          <TextsColumn />
          <div className="cv-middle">
            <SuggestionCard />
            <DocumentColumn />
          </div>
          <div className="cv-side">
            <CoverageCard coverage={desk.coverage} />
            <PublishPart />
          </div>
        </div>
      ) : (
        <OwnTexts />
      )}
      {placing && <PlaceDialog texts={placing} onClose={() => setPlacing(null)} />}
      {opened !== null && <ItemDialog key={opened} itemId={opened} onClose={() => setOpened(null)} />}
    </DeskProvider>
  )
}
