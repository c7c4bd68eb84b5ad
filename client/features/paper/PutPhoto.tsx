// After a photograph was put: its notes may be copied out, it may be looked at, or the next one taken.
import { Camera, Eye, ListPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'

export interface PutPhotoProps {
  readonly onCopyOut: () => void
  readonly onSee: () => void
  readonly onAnother: () => void
}

export function PutPhoto({ onCopyOut, onSee, onAnother }: PutPhotoProps) {
  const { t } = useTranslation('paper')
  return (
    <div className="paper-after">
      <button type="button" className="btn primary lg" onClick={onCopyOut}>
        <ListPlus className="i" aria-hidden="true" />
        {t('copyOut')}
      </button>
      <button type="button" className="btn lg" onClick={onSee}>
        <Eye className="i" aria-hidden="true" />
        {t('see')}
      </button>
      <button type="button" className="btn lg" onClick={onAnother}>
        <Camera className="i" aria-hidden="true" />
        {t('another')}
      </button>
    </div>
  )
}
