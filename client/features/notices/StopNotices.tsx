// What the link of a mail opens: one button, and no more mails. Opening it alone changes nothing: mail programs open links by themselves.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stopNotices } from '#client/features/notices/noticesApi.ts'
import { refusedStatus } from '#client/live/api.ts'
import { Banner } from '#client/ui/Banner.tsx'

export function StopNotices({ token }: { token: string }) {
  const { t } = useTranslation('notices')
  const [state, setState] = useState<'asked' | 'busy' | 'done' | 'unknown' | 'failed'>('asked')
  const stop = (): void => {
    setState('busy')
    stopNotices(token).then(
      () => setState('done'),
      (error: unknown) => setState(refusedStatus(error) === 404 ? 'unknown' : 'failed'),
    )
  }
  return (
    <section className="card pad notices-stop" aria-labelledby="notices-stop">
      <h2 id="notices-stop">{t('stopTitle')}</h2>
      <p className="soft">{t('stopText')}</p>
      <div role="status">
        {state === 'done' && <Banner tone="info">{t('stopped')}</Banner>}
        {state === 'unknown' && <Banner tone="warn">{t('stopUnknown')}</Banner>}
        {state === 'failed' && <Banner tone="warn">{t('failed')}</Banner>}
      </div>
      {state !== 'done' && state !== 'unknown' && (
        <button
          type="button"
          className="btn primary"
          data-act="stop"
          aria-disabled={state === 'busy'}
          onClick={stop}
        >
          {t('stop')}
        </button>
      )}
    </section>
  )
}
