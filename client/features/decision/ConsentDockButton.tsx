// The dock's « Tour de consentement »: one proposal, a draft of the room or a sentence typed here.
import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { DockTool } from '#client/features/decision/DockTool.tsx'
import { QuestionDialog } from '#client/features/decision/QuestionDialog.tsx'

export function ConsentDockButton() {
  const { t } = useTranslation('decision')
  return (
    <DockTool
      label={t('dock.consent')}
      icon={Scale}
      kinds={['consent']}
      form={(onClose) => (
        <QuestionDialog
          title={t('form.title.consent')}
          ballot={{ kind: 'consent' }}
          firstItems={[]}
          firstQuestion={t('form.first.consent')}
          onClose={onClose}
        />
      )}
    />
  )
}
