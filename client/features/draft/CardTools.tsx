// From a card to everything about its draft: the whole text and its fields, its versions, who wrote what.
import { FileText, History } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardProps } from '#client/features/draft/DraftCard.tsx'
import { DraftDetail } from '#client/features/draft/DraftDetail.tsx'
import { DraftHistory } from '#client/features/draft/DraftHistory.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import type { ReadDraft } from '#shared/draft/draftModel.ts'

export function CardTools(props: CardProps & { readonly read: ReadDraft }) {
  const { read } = props
  const { t } = useTranslation('draft')
  const [open, setOpen] = useState<'detail' | 'history'>()
  const close = (): void => setOpen(undefined)
  return (
    <div className="draft-links">
      <button type="button" className="btn quiet sm" onClick={() => setOpen('detail')}>
        <FileText className="i" aria-hidden="true" />
        {t('card.whole')}
      </button>
      <button type="button" className="btn quiet sm" onClick={() => setOpen('history')}>
        <History className="i" aria-hidden="true" />
        {t('card.versions')}
      </button>
      {open === 'detail' && (
        <ModalDialog title={read.title || t('card.untitled')} width="wide" onClose={close}>
          <DraftDetail {...props} editing onDone={close} />
        </ModalDialog>
      )}
      {open === 'history' && <DraftHistory {...props} onClose={close} />}
    </div>
  )
}
