// The minutes of a room: the present session's, written by the server and edited by everybody, and those of earlier ones.
import '#client/features/minutes/minutes.css'
import { FileText, Lock } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MinutesFiles } from '#client/features/minutes/MinutesFiles.tsx'
import { MinutesLead } from '#client/features/minutes/MinutesLead.tsx'
import {
  minutesMap,
  minutesPlace,
  useAgenda,
  useMayNoteDown,
  useMinutesList,
} from '#client/features/minutes/useMinutes.ts'
import { useMinutesActs } from '#client/features/minutes/useMinutesActs.ts'
import type { LiveDocument } from '#client/live/liveRoom.ts'
import { useLiveRoom, useLiveRoomChanges, useSave } from '#client/live/useLiveRoom.tsx'
import { wholeDay } from '#client/ui/dates.ts'
import { Empty } from '#client/ui/Empty.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { SaveBadge } from '#client/ui/SaveBadge.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import type { MinutesHead, MinutesMap } from '#shared/minutes/minutesModel.ts'

export interface MinutesTextProps {
  readonly live: LiveDocument
  readonly minutes: MinutesMap
  readonly sessionId: string
}

export interface MinutesDialogProps {
  readonly onClose: () => void
  /** Title and words, to be written in or only read: another feature's editor. */
  readonly renderText: (props: MinutesTextProps) => ReactNode
}

export function MinutesDialog({ onClose, renderText }: MinutesDialogProps) {
  const { t } = useTranslation('minutes')
  const live = minutesPlace(useLiveRoomChanges(useLiveRoom()))
  return (
    <ModalDialog title={t('name')} onClose={onClose} width="wide">
      {live?.isReadable() ? (
        <Minutes live={live} renderText={renderText} />
      ) : (
        <Skeleton lines={[60, 95, 90, 80]} label={t('name')} />
      )}
    </ModalDialog>
  )
}

function Minutes({ live, renderText }: { live: LiveDocument } & Pick<MinutesDialogProps, 'renderText'>) {
  const { t } = useTranslation('minutes')
  const list = useMinutesList(live)
  const agenda = useAgenda()
  const notes = useMayNoteDown()
  const present = agenda?.sessionId ?? null
  const acts = useMinutesActs(list.some((one) => one.sessionId === present))
  const [chosen, setChosen] = useState<string | null>(null)
  const sessionId = chosen ?? present ?? list[0]?.sessionId ?? null
  const shown = list.find((one) => one.sessionId === sessionId)
  const minutes = sessionId === null ? undefined : minutesMap(live, sessionId)
  const isPresent = sessionId !== null && sessionId === present
  return (
    <div className="minutes">
      <SessionChoice list={list} present={present} chosen={sessionId} onChoose={setChosen} />
      {shown && <MinutesState shown={shown} />}
      {isPresent && notes && <MinutesLead acts={acts} minutes={minutes} />}
      {shown && minutes && sessionId !== null ? (
        <>
          {live.access === 'read' && (
            <p className="minutes-readonly sm">
              <Lock className="i" aria-hidden="true" />
              {t('readOnly')}
            </p>
          )}
          <div className="minutes-text" lang={shown.language}>
            {/* On paper a field is as high as it was on the screen: the title stands there as words. */}
            <p className="minutes-paper-title">{shown.title}</p>
            {renderText({ live, minutes, sessionId })}
          </div>
          <MinutesFiles sessionId={sessionId} />
        </>
      ) : (
        <Empty icon={FileText} title={t(isPresent ? 'none' : 'noneAtAll')}>
          {t(!isPresent ? 'noneAtAllText' : notes ? 'noneText' : 'noneReader')}
        </Empty>
      )}
    </div>
  )
}

interface SessionChoiceProps {
  readonly list: readonly MinutesHead[]
  readonly present: string | null
  readonly chosen: string | null
  readonly onChoose: (sessionId: string) => void
}

/** Only where there is something to choose. */
function SessionChoice({ list, present, chosen, onChoose }: SessionChoiceProps) {
  const { t, i18n } = useTranslation('minutes')
  const ended = useAgenda()?.status === 'ended'
  const lines = list.map(({ sessionId, day, title }) => ({
    sessionId,
    words: `${wholeDay(i18n.language, day)}, ${title}`,
  }))
  const now = t(ended ? 'justEnded' : 'present')
  const all =
    present === null || list.some((one) => one.sessionId === present)
      ? lines
      : [{ sessionId: present, words: now }, ...lines]
  if (all.length < 2) return null
  return (
    <label className="field">
      <span className="lab">{t('which')}</span>
      <select className="input" value={chosen ?? ''} onChange={(event) => onChoose(event.target.value)}>
        {all.map(({ sessionId, words }) => (
          <option key={sessionId} value={sessionId}>
            {sessionId === present && words !== now ? `${words} (${now})` : words}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Whether the session is closed, since when, and whether what was written here is kept. */
function MinutesState({ shown }: { shown: MinutesHead }) {
  const { t, i18n } = useTranslation('minutes')
  const save = useSave()
  const time = new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit' }).format(
    shown.closedAt ?? shown.writtenAt,
  )
  return (
    <p className="minutes-state sm soft">
      <span>{t(shown.closedAt === null ? 'state.open' : 'state.closed', { time })}</span>
      <SaveBadge state={save.state} sentOnReturn={save.sentOnReturn} />
    </p>
  )
}
