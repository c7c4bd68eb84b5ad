// What can be done to several chosen notes at once.
import { FileText, FolderInput, X } from 'lucide-react'
import { useId } from 'react'
import { useList } from '#client/features/list/listContext.ts'
import type { ItemRuns } from '#client/features/list/noteMenu.tsx'

export interface SelectionBarProps {
  readonly ids: readonly string[]
  readonly runs: Pick<ItemRuns, 'chooseFrame' | 'toDraft'>
  readonly onClear: () => void
}

export function SelectionBar({ ids, runs, onClear }: SelectionBarProps) {
  const { t, recordBlocked, newDraftBlocked } = useList()
  const id = useId()
  const moveBlocked = ids.map(recordBlocked).find((why) => why !== undefined)
  const reason = moveBlocked ?? newDraftBlocked
  const blockedBy = (why: string | undefined) =>
    why === undefined ? {} : { 'aria-disabled': true, 'aria-describedby': id }
  return (
    <div className="list-selection" role="group" aria-label={t('selection.label')}>
      <p className="sm b grow">{t('selection.count', { count: ids.length })}</p>
      <button
        type="button"
        className="btn quiet icon sm"
        aria-label={t('selection.clearLabel')}
        onClick={onClear}
      >
        <X className="i" aria-hidden="true" />
      </button>
      <button
        type="button"
        className="btn sm"
        data-act="notes.toDraft"
        {...blockedBy(newDraftBlocked)}
        onClick={() => newDraftBlocked ?? runs.toDraft(ids)}
      >
        <FileText className="i" aria-hidden="true" />
        {t('act.toOneDraft')}
      </button>
      <button
        type="button"
        className="btn sm"
        data-act="notes.moveToFrame"
        {...blockedBy(moveBlocked)}
        onClick={() => moveBlocked ?? runs.chooseFrame(ids)}
      >
        <FolderInput className="i" aria-hidden="true" />
        {t('act.moveTo')}
      </button>
      {reason && (
        <span className="xs muted" id={id}>
          {reason}
        </span>
      )}
    </div>
  )
}
