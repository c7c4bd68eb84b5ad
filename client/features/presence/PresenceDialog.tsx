// A room's record by session: who took part and on which side, corrected by facilitators and the secretary; who was missing.
import { useQuery } from '@tanstack/react-query'
import { CalendarX, DoorOpen } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { LineForm } from '#client/features/presence/LineForm.tsx'
import { MissingList } from '#client/features/presence/MissingList.tsx'
import { PresenceLines } from '#client/features/presence/PresenceLines.tsx'
import { readHeldSessions } from '#client/features/presence/presenceApi.ts'
import { useRecord } from '#client/features/presence/useRecord.ts'
import { refusedStatus } from '#client/live/api.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { wholeDay } from '#client/ui/dates.ts'
import { Empty } from '#client/ui/Empty.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import type { HeldSessionLine } from '#shared/group/groupPage.ts'
import '#client/features/presence/presence.css'

export interface PresenceDialogProps {
  /** The room's code. */
  readonly code: string
  readonly onClose: () => void
}

export function PresenceDialog({ code, onClose }: PresenceDialogProps) {
  const { t } = useTranslation('presence')
  const held = useQuery({
    queryKey: ['held-sessions', code],
    queryFn: ({ signal }) => readHeldSessions(code, signal),
    staleTime: 0,
  })
  const [chosen, setChosen] = useState<string | null>(null)
  const sessions = held.data?.sessions ?? []
  const session = sessions.find(({ id }) => id === chosen) ?? sessions[0]
  return (
    <ModalDialog title={t('title')} onClose={onClose} width="wide">
      <div className="stack presence">
        {held.isPending && <Skeleton lines={[60, 90, 80]} label={t('loading')} />}
        {held.isError && <Trouble error={held.error} code={code} />}
        {held.data && !session && (
          <Empty icon={CalendarX} title={t('none')}>
            {t('noneText')}
          </Empty>
        )}
        {session && (
          <>
            <SessionSelect sessions={sessions} session={session} onChoose={setChosen} />
            <SessionRecord key={session.id} code={code} sessionId={session.id} />
          </>
        )}
        <p className="sm soft">{t('explain')}</p>
      </div>
    </ModalDialog>
  )
}

/** To whom the room is closed it answers as one that is not there. */
function Trouble({ error, code }: { error: Error; code: string }) {
  const { t } = useTranslation('presence')
  if (refusedStatus(error) !== 404) return <Banner tone="caution">{t('failed')}</Banner>
  return (
    <Empty
      icon={DoorOpen}
      title={t('outside')}
      action={
        <Link className="btn primary" to={`/r/${encodeURIComponent(code)}`}>
          {t('enter')}
        </Link>
      }
    >
      {t('outsideText')}
    </Empty>
  )
}

interface SessionSelectProps {
  readonly sessions: readonly HeldSessionLine[]
  readonly session: HeldSessionLine
  readonly onChoose: (id: string) => void
}

function SessionSelect({ sessions, session, onChoose }: SessionSelectProps) {
  const { t, i18n } = useTranslation('presence')
  const id = useId()
  const words = ({ date, title, endedAt }: HeldSessionLine): string =>
    [wholeDay(i18n.language, date), title, endedAt === null ? t('running') : ''].filter(Boolean).join(', ')
  return (
    <div className="field">
      <label htmlFor={id}>{t('session')}</label>
      <select id={id} className="input" value={session.id} onChange={({ target }) => onChoose(target.value)}>
        {sessions.map((one) => (
          <option key={one.id} value={one.id}>
            {words(one)}
          </option>
        ))}
      </select>
    </div>
  )
}

function SessionRecord({ code, sessionId }: { code: string; sessionId: string }) {
  const { t } = useTranslation('presence')
  const { record, acts } = useRecord({ code, sessionId })
  if (record.isPending) return <Skeleton lines={[80, 70, 75]} label={t('loading')} />
  if (!record.data) return <Banner tone="caution">{t('failed')}</Banner>
  const { lines, missing } = record.data
  return (
    <>
      <PresenceLines lines={lines} acts={acts} />
      <section aria-labelledby="presence-add">
        <h3 id="presence-add">{t('add')}</h3>
        <p className="sm soft">{t('addText')}</p>
        <LineForm confirm={t('addAction')} onConfirm={acts.add} clears />
      </section>
      <MissingList missing={missing} acts={acts} />
    </>
  )
}
