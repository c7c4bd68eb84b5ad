// What this person took off the whiteboard during this visit, to be brought back.
import { Undo2 } from 'lucide-react'
import { useMemo } from 'react'
import { bringBack } from '#client/features/list/itemActs.ts'
import { useList } from '#client/features/list/listContext.ts'
import { removedReading, stillGone } from '#client/features/list/removedBin.ts'
import { spokenWords } from '#client/features/list/spokenWords.ts'
import { useReading } from '#client/features/list/useReading.ts'

export function RemovedNotes() {
  const hands = useList()
  const { t, board } = hands
  const gone = stillGone(board, useReading(useMemo(() => removedReading(board), [board])))
  if (gone.length === 0) return null
  return (
    <details className="list-group list-fold">
      <summary>{t('list.removed', { count: gone.length })}</summary>
      <ul className="list-gone">
        {gone.map((entry) => (
          <li key={entry.id}>
            <span className="grow">{entry.words || t('note.empty')}</span>
            <button
              type="button"
              className="btn sm"
              data-act="note.restore"
              aria-label={t('act.restoreLabel', { words: spokenWords(entry.words) || t('note.empty') })}
              onClick={() => bringBack(hands, entry)}
            >
              <Undo2 className="i" aria-hidden="true" />
              {t('act.restore')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
