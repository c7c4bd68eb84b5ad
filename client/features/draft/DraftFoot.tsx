// The end of a draft's page: its versions, who wrote what, and hiding it with a way back.
import { History, RotateCcw, Trash2, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Authorship } from '#client/features/draft/Authorship.tsx'
import type { DetailPartProps } from '#client/features/draft/DraftDetail.tsx'
import { DraftHistory } from '#client/features/draft/DraftHistory.tsx'
import { bringBackDrafts, hideDrafts } from '#client/features/draft/draftActs.ts'
import { showToast } from '#client/ui/toasts.tsx'

export function DraftFoot(props: DetailPartProps) {
  const { live, read, editable, onDone } = props
  const { t } = useTranslation('draft')
  const [open, setOpen] = useState<'history' | 'authors'>()
  const close = (): void => setOpen(undefined)
  const hide = (): void => {
    hideDrafts(live, [read.id], Date.now())
    showToast({
      text: t('remove.done', { title: read.title || t('card.untitled') }),
      action: { label: t('undo'), run: () => bringBackDrafts(live, [read.id]) },
    })
    onDone()
  }
  return (
    <div className="draft-foot">
      <button type="button" className="btn sm" onClick={() => setOpen('history')}>
        <History className="i" aria-hidden="true" />
        {t('card.versions')}
      </button>
      <button type="button" className="btn sm" onClick={() => setOpen('authors')}>
        <UsersRound className="i" aria-hidden="true" />
        {t('authors.open')}
      </button>
      {editable && read.deletedAt === null && (
        <button type="button" className="btn danger sm" onClick={hide}>
          <Trash2 className="i" aria-hidden="true" />
          {t('remove.act')}
        </button>
      )}
      {editable && read.deletedAt !== null && (
        <button type="button" className="btn primary sm" onClick={() => bringBackDrafts(live, [read.id])}>
          <RotateCcw className="i" aria-hidden="true" />
          {t('remove.bringBack')}
        </button>
      )}
      {open === 'history' && <DraftHistory {...props} onClose={close} />}
      {open === 'authors' && <Authorship {...props} onClose={close} />}
    </div>
  )
}
