// What the assembly said of the strategic plan, fetched with the page that shows it.
import { PlanVoteCard } from '#client/features/assembly/PlanVoteCard.tsx'
import { addAssemblyTexts } from '#client/i18n/assemblyTexts.ts'

addAssemblyTexts()

export function PlanVotePart({ language }: { language: string }) {
  return <PlanVoteCard language={language} />
}
