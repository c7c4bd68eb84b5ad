// A local initiative as it stands: the first step, who, when; it can be taken back.
import { Sprout } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#client/live/useCommand.ts'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { hour, wholeDay } from '#client/ui/dates.ts'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import type { Initiative } from '#shared/decision/initiative.ts'

export interface StandingInitiativeProps {
  readonly initiative: Initiative
  readonly mayGiveUp: boolean
}

export function StandingInitiative({ initiative, mayGiveUp }: StandingInitiativeProps) {
  const { t, i18n } = useTranslation('addressee')
  const giveUp = useCommand('decision.giveUpInitiative')
  const [asking, setAsking] = useState(false)
  const [day = '', time] = initiative.when.split('T')
  const when = [wholeDay(i18n.language, day), ...(time ? [hour(i18n.language, time)] : [])].join(', ')
  const confirm = async (): Promise<void> => {
    if (sayRefusal(await giveUp({ initiativeId: initiative.id }))) setAsking(false)
  }
  return (
    <div className="addressee-initiative">
      <p className="chip ok">
        <Sprout className="i" aria-hidden="true" />
        {t('begin.stands')}
      </p>
      <p>{initiative.firstStep}</p>
      <p className="soft">
        {initiative.who} · <time dateTime={initiative.when}>{when}</time>
      </p>
      {mayGiveUp && (
        <button type="button" className="btn quiet sm" aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {t('begin.giveUp')}
        </button>
      )}
      {asking && (
        <ConfirmDialog
          title={t('begin.giveUpTitle')}
          confirm={t('begin.giveUp')}
          danger
          onConfirm={() => void confirm()}
          onClose={() => setAsking(false)}
        >
          <p>{t('begin.giveUpText')}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
