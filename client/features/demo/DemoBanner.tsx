// Says that this is a demonstration, at which moment it stands, and lets people change who they are and when it is.
import { CalendarClock, UsersRound } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDemo } from '#client/features/demo/useDemo.ts'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { hour, wholeDay } from '#client/ui/dates.ts'
import { Unbroken } from '#client/ui/Unbroken.tsx'

const PersonaDialog = lazy(async () => ({
  default: (await import('#client/features/demo/PersonaDialog.tsx')).PersonaDialog,
}))
const MomentDialog = lazy(async () => ({
  default: (await import('#client/features/demo/MomentDialog.tsx')).MomentDialog,
}))

export interface DemoBannerProps {
  readonly persona: string | null
  /** Gives up the session and the copies on this device; outside the demo's own business. */
  readonly onSignOut: () => Promise<void>
  /** Somebody else sits here now, or the moment is another. */
  readonly onChanged: () => void
}

export function DemoBanner({ persona, onSignOut, onChanged }: DemoBannerProps) {
  const { t, i18n } = useTranslation('demo')
  const demo = useDemo()
  const [open, setOpen] = useState<'personas' | 'moments' | null>(null)
  if (!demo) return null
  const { moment } = demo
  return (
    <aside className="demo" aria-label={t('regionLabel')}>
      <details className="demo-words">
        <summary>
          <span className="chip line">{t('name')}</span>{' '}
          <b lang={contentLanguage()}>
            <Unbroken text={moment.title} />
          </b>{' '}
          <span className="soft">
            {t('at', { day: wholeDay(i18n.language, moment.date), hour: hour(i18n.language, moment.time) })}
          </span>
        </summary>
        <p className="sm soft" lang={contentLanguage()}>
          {moment.whatIsGoingOn}
        </p>
      </details>
      <div className="demo-acts">
        <button type="button" className="btn sm" aria-haspopup="dialog" onClick={() => setOpen('personas')}>
          <UsersRound className="i" aria-hidden="true" />
          {t('tryAs')}
        </button>
        {demo.mayChange && (
          <button type="button" className="btn sm" aria-haspopup="dialog" onClick={() => setOpen('moments')}>
            <CalendarClock className="i" aria-hidden="true" />
            {t('change')}
          </button>
        )}
      </div>
      <Suspense>
        {open === 'personas' && (
          <PersonaDialog
            demo={demo}
            current={persona}
            onSignOut={onSignOut}
            onChanged={onChanged}
            onClose={() => setOpen(null)}
          />
        )}
        {open === 'moments' && (
          <MomentDialog demo={demo} onChanged={onChanged} onClose={() => setOpen(null)} />
        )}
      </Suspense>
    </aside>
  )
}
