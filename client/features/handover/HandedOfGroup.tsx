// On a group's page: the lists that it handed over, shown only when there are some.
import '#client/features/handover/handover.css'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HandedListDialog } from '#client/features/handover/HandedListDialog.tsx'
import { useHandedWords } from '#client/features/handover/HandedLists.tsx'
import { groupHandovers, readHandedOf } from '#client/features/handover/handoverApi.ts'
import type { ReadDraft } from '#shared/draft/draftModel.ts'

export interface HandedOfGroupProps {
  readonly group: string
  readonly renderText: (draft: ReadDraft) => ReactNode
}

export function HandedOfGroup({ group, renderText }: HandedOfGroupProps) {
  const { t } = useTranslation('handover')
  const words = useHandedWords()
  const [open, setOpen] = useState<string | null>(null)
  const { data } = useQuery({
    queryKey: ['handed-of-group', group],
    queryFn: ({ signal }) => readHandedOf(group, signal),
    retry: false,
  })
  if (!data || data.handed.length === 0) return null
  return (
    <section className="card handover" aria-labelledby="handed-of-group">
      <h2 id="handed-of-group">{t('ofGroup')}</h2>
      <ul className="handover-texts">
        {data.handed.map((head) => (
          <li key={head.id} className="handover-text">
            <b>{words(head)}</b>
            {head.takenBack && <p className="sm">{t('takenBack', { ...head.takenBack })}</p>}
            <button
              type="button"
              className="btn sm"
              aria-haspopup="dialog"
              aria-label={`${t('read')}, ${words(head)}`}
              onClick={() => setOpen(head.id)}
            >
              {t('read')}
            </button>
          </li>
        ))}
      </ul>
      {open !== null && (
        <HandedListDialog
          base={groupHandovers(group)}
          id={open}
          renderText={renderText}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}
