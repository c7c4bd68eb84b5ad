// « Revoir la séance »: the room's sessions, and one of them along its time line, over the whole screen.
import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionName } from '#client/features/replay/markWords.ts'
import { ReplayedSession } from '#client/features/replay/ReplayedSession.tsx'
import { readReplay } from '#client/features/replay/replayApi.ts'
import { Empty } from '#client/ui/Empty.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import '#client/features/replay/replay.css'

export interface ReplayDialogProps {
  readonly code: string
  /** The name of the group whose texts they are; empty where there is nothing to tell apart. */
  readonly spaceName: (spaceId: string) => string
  readonly onClose: () => void
}

export function ReplayDialog({ code, spaceName, onClose }: ReplayDialogProps) {
  const { t } = useTranslation('replay')
  const { data, isError, refetch } = useQuery({
    queryKey: ['replay', code],
    queryFn: ({ signal }) => readReplay(code, signal),
    // The session may still go on: each opening asks anew.
    ...{ staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false },
  })
  return (
    <ModalDialog title={t('name')} width="wide" onClose={onClose}>
      <div className="replay">
        {isError && (
          <div className="replay-problem" role="alert">
            <p>{t('unreachable')}</p>
            <button type="button" className="btn sm" onClick={() => void refetch()}>
              {t('retry')}
            </button>
          </div>
        )}
        {!data && !isError && <Skeleton lines={[80, 60, 90]} label={t('loading')} />}
        {data?.sessions.length === 0 && (
          <Empty icon={History} title={t('empty')}>
            {t('emptyText')}
          </Empty>
        )}
        {data && data.sessions.length > 0 && (
          <Sessions code={code} sessions={data.sessions} spaceName={spaceName} onClose={onClose} />
        )}
      </div>
    </ModalDialog>
  )
}

type SessionsProps = ReplayDialogProps & {
  readonly sessions: Awaited<ReturnType<typeof readReplay>>['sessions']
}

function Sessions({ sessions, ...props }: SessionsProps) {
  const { t, i18n } = useTranslation('replay')
  // A session of the agenda is what people look for; else the last work.
  const [id, setId] = useState((sessions.find(({ kind }) => kind === 'session') ?? sessions[0])?.id)
  const session = sessions.find((one) => one.id === id)
  return (
    <>
      <label className="replay-which">
        <span>{t('which')}</span>
        <select className="input" value={id} onChange={(event) => setId(event.target.value)}>
          {sessions.map((one) => (
            <option key={one.id} value={one.id}>
              {sessionName(t, i18n.language, one)}
            </option>
          ))}
        </select>
      </label>
      {session && <ReplayedSession key={session.id} session={session} {...props} />}
    </>
  )
}
