// What facilitators do between two sessions: hand out personal links, write to those who were absent, correct who was there.
import { ClipboardCheck, Link2, MailOpen } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupPageAnswer } from '#shared/group/groupPage.ts'

const LinksDialog = lazy(async () => ({
  default: (await import('#client/features/group/LinksDialog.tsx')).LinksDialog,
}))
const AbsentDialog = lazy(async () => ({
  default: (await import('#client/features/group/AbsentDialog.tsx')).AbsentDialog,
}))

export interface FacilitatorToolsProps {
  readonly page: GroupPageAnswer
  /** Undefined where no session was recorded yet. */
  readonly onPresence?: (() => void) | undefined
}

export function FacilitatorTools({ page, onPresence }: FacilitatorToolsProps) {
  const { t } = useTranslation('group')
  const [open, setOpen] = useState<'links' | 'absent' | null>(null)
  const last = page.presence.filter(({ held }) => held).at(-1)
  return (
    <section className="card gp-tools" aria-labelledby="gp-tools">
      <h2 id="gp-tools">{t('tools')}</h2>
      <button type="button" className="btn" aria-haspopup="dialog" onClick={() => setOpen('links')}>
        <Link2 className="i" aria-hidden="true" />
        {t('links')}
      </button>
      {last && (
        <button type="button" className="btn" aria-haspopup="dialog" onClick={() => setOpen('absent')}>
          <MailOpen className="i" aria-hidden="true" />
          {t('absent')}
        </button>
      )}
      {onPresence && (
        <button type="button" className="btn" aria-haspopup="dialog" onClick={onPresence}>
          <ClipboardCheck className="i" aria-hidden="true" />
          {t('whoWasThere')}
        </button>
      )}
      <Suspense>
        {open === 'links' && <LinksDialog group={page.group.id} onClose={() => setOpen(null)} />}
        {open === 'absent' && last && (
          <AbsentDialog group={page.group.id} sessionId={last.id} onClose={() => setOpen(null)} />
        )}
      </Suspense>
    </section>
  )
}
