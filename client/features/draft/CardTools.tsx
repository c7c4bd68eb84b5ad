// From a card to everything about its draft: the whole text and its fields, its versions, who wrote what.
import { FileText, History } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardProps } from '#client/features/draft/DraftCard.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import type { ReadDraft } from '#shared/draft/draftModel.ts'

const DraftDetail = lazy(async () => ({
  default: (await import('#client/features/draft/DraftDetail.tsx')).DraftDetail,
}))
const DraftHistory = lazy(async () => ({
  default: (await import('#client/features/draft/DraftHistory.tsx')).DraftHistory,
}))

export function CardTools(props: CardProps & { readonly read: ReadDraft }) {
  const { read } = props
  const { t } = useTranslation('draft')
  const [open, setOpen] = useState<'detail' | 'history'>()
  const close = (): void => setOpen(undefined)
  return (
    <div className="draft-links">
      <button type="button" className="btn quiet sm" data-act="draft.whole" onClick={() => setOpen('detail')}>
        <FileText className="i" aria-hidden="true" />
        {t('card.whole')}
      </button>
      <button type="button" className="btn quiet sm" onClick={() => setOpen('history')}>
        <History className="i" aria-hidden="true" />
        {t('card.versions')}
      </button>
      {open === 'detail' && (
        <ModalDialog title={read.title || t('card.untitled')} width="wide" onClose={close}>
          <Suspense fallback={<Skeleton lines={[60, 95, 90, 70]} label={t('card.loading')} />}>
            <DraftDetail {...props} editing onDone={close} />
          </Suspense>
        </ModalDialog>
      )}
      {open === 'history' && (
        <Suspense>
          <DraftHistory {...props} onClose={close} />
        </Suspense>
      )}
    </div>
  )
}
