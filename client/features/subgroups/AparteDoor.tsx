// Where a room's code would be: why an aparté has none.
import { useTranslation } from 'react-i18next'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'

export function AparteDoor({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('subgroups')
  return (
    <ModalDialog title={t('inviteTitle')} onClose={onClose}>
      <p>{t('inviteText')}</p>
    </ModalDialog>
  )
}
