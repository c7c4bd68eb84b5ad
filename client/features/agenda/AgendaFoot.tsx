// Below the steps: who facilitates, who writes the minutes, templates, and ending the session.
import { BookMarked, PenLine, Users } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgendaActs } from '#client/features/agenda/useAgenda.ts'
import { usePeople } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import type { AgendaState } from '#shared/agenda/agendaState.ts'

const RolesDialog = lazy(async () => ({
  default: (await import('#client/features/agenda/RolesDialog.tsx')).RolesDialog,
}))
const SessionTemplatesDialog = lazy(async () => ({
  default: (await import('#client/features/agenda/SessionTemplatesDialog.tsx')).SessionTemplatesDialog,
}))

type Open = 'roles' | 'templates' | 'end' | 'renew' | null

export function AgendaFoot({ agenda }: { agenda: AgendaState }) {
  const { t, i18n } = useTranslation('agenda')
  const leads = useMayLead()
  const people = usePeople()
  const acts = useAgendaActs()
  const [open, setOpen] = useState<Open>(null)
  const leaders = people
    .filter(({ role }) => role === 'facilitator')
    .flatMap(({ seats }) => seats[0]?.name ?? [])
  const close = (): void => setOpen(null)
  return (
    <footer className="agenda-foot">
      <p className="agenda-role">
        <Users className="i" aria-hidden="true" />
        <span>
          {leaders.length > 0
            ? t('facilitators', { names: new Intl.ListFormat(i18n.language).format(leaders) })
            : t('nobodyFacilitates')}
        </span>
      </p>
      <p className="agenda-role">
        <PenLine className="i" aria-hidden="true" />
        <span>{agenda.secretary ? t('secretary', { name: agenda.secretary.name }) : t('noSecretary')}</span>
      </p>
      {leads && (
        <div className="agenda-acts">
          <button type="button" className="btn" aria-haspopup="dialog" onClick={() => setOpen('roles')}>
            {t('roles')}
          </button>
          <button type="button" className="btn" aria-haspopup="dialog" onClick={() => setOpen('templates')}>
            <BookMarked className="i" aria-hidden="true" />
            {t('templates')}
          </button>
          {agenda.status === 'running' && (
            <button type="button" className="btn" onClick={() => setOpen('end')}>
              {t('end')}
            </button>
          )}
          {agenda.status === 'ended' && (
            <button type="button" className="btn" onClick={() => setOpen('renew')}>
              {t('renew')}
            </button>
          )}
        </div>
      )}
      <Suspense>
        {open === 'roles' && <RolesDialog agenda={agenda} onClose={close} />}
        {open === 'templates' && <SessionTemplatesDialog agenda={agenda} onClose={close} />}
      </Suspense>
      {open === 'end' && (
        <ConfirmDialog
          title={t('endTitle')}
          confirm={t('end')}
          onClose={close}
          onConfirm={() => void acts.end().then(close)}
        >
          {t('endText')}
        </ConfirmDialog>
      )}
      {open === 'renew' && (
        <ConfirmDialog
          title={t('renewTitle')}
          confirm={t('renewConfirm')}
          onClose={close}
          onConfirm={() => void acts.renew(true).then(close)}
        >
          {t('renewText')}
        </ConfirmDialog>
      )}
    </footer>
  )
}
