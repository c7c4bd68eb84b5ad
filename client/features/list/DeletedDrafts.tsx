// Drafts that somebody deleted: hidden, never erased, to be restored by anyone who may write them.
import { Undo2 } from 'lucide-react'
import { useId } from 'react'
import type { AllDrafts } from '#client/features/list/DraftsTab.tsx'
import type { DraftLine } from '#client/features/list/draftLines.ts'
import { bringDraftBack } from '#client/features/list/draftMenu.tsx'
import { useList } from '#client/features/list/listContext.ts'
import { spokenWords } from '#client/features/list/spokenWords.ts'

export function DeletedDrafts({ all }: { all: AllDrafts }) {
  const { t } = useList()
  const lines = [...all.values()].flatMap(({ deleted }) => deleted)
  if (lines.length === 0) return null
  return (
    <details className="list-group list-fold">
      <summary>{t('list.deleted', { count: lines.length })}</summary>
      <ul className="list-gone">
        {lines.map((line) => (
          <DeletedDraft key={line.id} line={line} />
        ))}
      </ul>
    </details>
  )
}

function DeletedDraft({ line }: { line: DraftLine }) {
  const hands = useList()
  const { t } = hands
  const id = useId()
  const blocked = hands.draftBlocked({ spaceId: line.spaceId, draftId: line.id })
  const title = line.title.trim() || t('draft.untitled')
  return (
    <li>
      <span className="grow">
        {title}
        {blocked && <small id={id}>{blocked}</small>}
      </span>
      <button
        type="button"
        className="btn sm"
        data-act="draft.restore"
        aria-label={t('act.restoreLabel', { words: spokenWords(title) })}
        aria-disabled={blocked ? 'true' : undefined}
        aria-describedby={blocked ? id : undefined}
        onClick={() => !blocked && bringDraftBack(hands, line)}
      >
        <Undo2 className="i" aria-hidden="true" />
        {t('act.restore')}
      </button>
    </li>
  )
}
