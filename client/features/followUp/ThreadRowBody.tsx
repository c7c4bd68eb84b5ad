// The words of one row of a thread, by its kind.
import { DraftRow, InitiativeRow, NotesRow } from '#client/features/followUp/threadDraftRows.tsx'
import {
  ChangeRow,
  FeltRow,
  PlanRow,
  ToComeRow,
  VerdictRow,
} from '#client/features/followUp/threadOutcomeRows.tsx'
import type { RowBodyProps } from '#client/features/followUp/threadRowParts.tsx'
import { StageRow } from '#client/features/followUp/threadStageRows.tsx'

export function ThreadRowBody({ row, thread, onTend }: RowBodyProps) {
  switch (row.kind) {
    case 'notes':
      return <NotesRow row={row} thread={thread} />
    case 'draft':
      return <DraftRow row={row} thread={thread} />
    case 'initiative':
      return <InitiativeRow row={row} thread={thread} />
    case 'felt':
      return <FeltRow row={row} thread={thread} />
    case 'verdict':
      return <VerdictRow row={row} thread={thread} />
    case 'plan':
      return <PlanRow row={row} thread={thread} onTend={onTend} />
    case 'change':
      return <ChangeRow row={row} thread={thread} />
    case 'to-come':
      return <ToComeRow row={row} thread={thread} />
    default:
      return <StageRow row={row} thread={thread} />
  }
}
