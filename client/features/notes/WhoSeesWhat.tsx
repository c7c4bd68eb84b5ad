// Says plainly who can see a private note, when, and what a server's administrator could find.
import { useTranslation } from 'react-i18next'
import type { Step } from '#shared/notes/notesState.ts'

export function WhoSeesWhat({ step }: { step: Pick<Step, 'anonymous' | 'moderated'> }) {
  const { t } = useTranslation('notes')
  return (
    <details className="notes-who">
      <summary>{t('now.who')}</summary>
      {step.moderated && <p>{t('now.whoModerated')}</p>}
      <p>{t(step.anonymous ? 'now.whoAnonymous' : 'now.whoNamed')}</p>
      <p>{t(step.anonymous ? 'now.adminAnonymous' : 'now.adminNamed')}</p>
    </details>
  )
}
