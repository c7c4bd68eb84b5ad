// What whoever notes down does with the minutes of the present session: writes them, brings them up to date, closes the session.
import { PenLine } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgenda, useEdits } from '#client/features/minutes/useMinutes.ts'
import type { MinutesActs } from '#client/features/minutes/useMinutesActs.ts'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import type { MinutesMap } from '#shared/minutes/minutesModel.ts'

export interface MinutesLeadProps {
  readonly acts: MinutesActs
  /** Undefined while there are none. */
  readonly minutes: MinutesMap | undefined
}

export function MinutesLead({ acts, minutes }: MinutesLeadProps) {
  const { t } = useTranslation('minutes')
  const hint = useId()
  return (
    <div className="minutes-lead">
      <div className="minutes-row">
        <button
          type="button"
          className="btn primary"
          aria-disabled={acts.busy ? 'true' : undefined}
          {...(minutes ? { 'aria-describedby': hint } : {})}
          onClick={() => !acts.busy && void acts.write()}
        >
          <PenLine className="i" aria-hidden="true" />
          {acts.busy ? t('writing') : t(minutes ? 'update' : 'write')}
        </button>
        <SessionEnd acts={acts} />
      </div>
      {minutes && <KeptHint minutes={minutes} id={hint} />}
    </div>
  )
}

/** Says before anything is written what stays as people made it. */
function KeptHint({ minutes, id }: { minutes: MinutesMap; id: string }) {
  const { t } = useTranslation('minutes')
  const { own, removed } = useEdits(minutes)
  const words =
    own + removed === 0
      ? [t('fresh')]
      : [
          t('kept'),
          ...(own > 0 ? [t('own', { count: own })] : []),
          ...(removed > 0 ? [t('removed', { count: removed })] : []),
        ]
  return (
    <p className="sm soft" id={id}>
      {words.join(' ')}
    </p>
  )
}

type Asked = 'close' | 'renew' | null

/** Facilitators only: closing, opening again, the next one. */
function SessionEnd({ acts }: { acts: MinutesActs }) {
  const { t } = useTranslation('minutes')
  const leads = useMayLead()
  const status = useAgenda()?.status
  const [asked, setAsked] = useState<Asked>(null)
  const done = (): void => setAsked(null)
  if (!leads) return null
  return (
    <>
      {status === 'running' && (
        <button type="button" className="btn" aria-haspopup="dialog" onClick={() => setAsked('close')}>
          {t('close')}
        </button>
      )}
      {status === 'ended' && (
        <>
          <button type="button" className="btn" onClick={() => void acts.reopen()}>
            {t('reopen')}
          </button>
          <button type="button" className="btn" aria-haspopup="dialog" onClick={() => setAsked('renew')}>
            {t('renew')}
          </button>
        </>
      )}
      {asked === 'close' && (
        <ConfirmDialog
          title={t('closeTitle')}
          confirm={t('close')}
          busy={acts.busy}
          onClose={done}
          onConfirm={() => void acts.closeSession().then((closed) => closed && done())}
        >
          <p>{t('closeText')}</p>
          <p>{t('closeKeeps')}</p>
        </ConfirmDialog>
      )}
      {asked === 'renew' && (
        <ConfirmDialog
          title={t('renewTitle')}
          confirm={t('renew')}
          onClose={done}
          onConfirm={() => void acts.renew().then((renewed) => renewed && done())}
        >
          <p>{t('renewText')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
