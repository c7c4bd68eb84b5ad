// `/r/:code/display`: what everybody in the room reads on the wall. It joins by itself, counts as nobody and has no control.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { AddresseeDisplay } from '#client/features/addressee/AddresseeDisplay.tsx'
import { AgendaDisplay } from '#client/features/agenda/AgendaDisplay.tsx'
import { useStepTime } from '#client/features/agenda/useAgenda.ts'
import { AttentionDisplay } from '#client/features/attention/AttentionDisplay.tsx'
import { DecisionDisplay } from '#client/features/decision/DecisionDisplay.tsx'
import { BoardThumbnail } from '#client/features/display/BoardThumbnail.tsx'
import { JoinBlock } from '#client/features/display/JoinBlock.tsx'
import { RemoteRow } from '#client/features/display/RemoteRow.tsx'
import { useFitted } from '#client/features/display/useFitted.ts'
import { DoorProblemCard } from '#client/features/join/DoorProblemCard.tsx'
import { roomCode } from '#client/features/join/roomCode.ts'
import { useRoomEntry } from '#client/features/join/useRoomEntry.ts'
import { NotesDisplay } from '#client/features/notes/NotesDisplay.tsx'
import { QueueDisplay } from '#client/features/queue/QueueDisplay.tsx'
import { SubgroupsDisplay } from '#client/features/subgroups/SubgroupsDisplay.tsx'
import { TimerClock } from '#client/features/timer/TimerClock.tsx'
import { addRoomTexts } from '#client/i18n/roomTexts.ts'
import { LiveRoomProvider, useLiveRoom, useLiveRoomChanges, useSave } from '#client/live/useLiveRoom.tsx'
import { PlainPage } from '#client/routes/PlainPage.tsx'
import { RoomOpening } from '#client/routes/room/RoomOpening.tsx'
import { SessionVoices } from '#client/routes/room/SessionTools.tsx'
import { useRunning } from '#client/routes/room/useRunning.ts'
import { useOpenedRoom } from '#client/routes/useOpenedRoom.ts'
import { useTitle } from '#client/routes/useTitle.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { Mark } from '#client/ui/Logo.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { JoinAnswer } from '#shared/room/join.ts'
import '#client/features/display/display.css'

addRoomTexts()

export function DisplayPage() {
  const { t } = useTranslation(['join', 'display'])
  const code = roomCode(useParams()['code'] ?? '')
  const { entry, retry, refresh } = useRoomEntry(code, null, true)
  useTitle(`${t('display:title')} · ${code}`)
  if (entry.kind === 'problem')
    return (
      <PlainPage>
        <h1 className="sr">{code}</h1>
        <DoorProblemCard problem={entry.problem} code={code} onRetry={retry} />
      </PlainPage>
    )
  if (entry.kind !== 'joined') return <RoomOpening label={t('join:page.loading', { code })} />
  return <Screen key={entry.answer.room.id} answer={entry.answer} refresh={refresh} />
}

function Screen({ answer, refresh }: { answer: JoinAnswer; refresh: () => Promise<JoinAnswer> }) {
  const room = useOpenedRoom(answer, refresh)
  return room ? (
    <LiveRoomProvider room={room}>
      <Wall />
    </LiveRoomProvider>
  ) : null
}

/** Groups whose badges fit beside the title. */
const namedBadges = 3

function Wall() {
  const { t } = useTranslation('display')
  const { title, groups } = useLiveRoomChanges(useLiveRoom()).join.room
  const save = useSave()
  const running = useRunning()
  const fitted = useFitted()
  useWakefulScreen()
  return (
    <div className="wall" data-running={running.size > 0}>
      <header>
        <span className="logo">
          <Mark />
        </span>
        {groups.length <= namedBadges &&
          groups.map((group) => <Antenna key={group.id} wear={group.wear} place={group.place} size="big" />)}
        <h1 lang={contentLanguage()}>
          <Unbroken text={title} />
        </h1>
        {save.state === 'offline' && (
          <p className="display-lost" role="status">
            {t('lost')}
          </p>
        )}
      </header>
      <main className="display-main">
        <StepOnWall />
        <AttentionDisplay />
        <div className="display-two" ref={fitted}>
          <NotesDisplay />
          <DecisionDisplay />
          {!running.has('decision') && !running.has('notes') && <AddresseeDisplay />}
          <SubgroupsDisplay />
          <QueueDisplay />
          {running.size === 0 && <BoardThumbnail />}
        </div>
      </main>
      <JoinBlock />
      <RemoteRow />
      <SessionVoices display />
    </div>
  )
}

function StepOnWall() {
  return <AgendaDisplay clock={<TimerClock look="display" step={useStepTime()} />} />
}

/** A wall does not go to sleep in the middle of a session; where the browser cannot promise that, it may. */
function useWakefulScreen(): void {
  useEffect(() => {
    let lock: { release(): Promise<void> } | undefined
    const ask = (): void => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      navigator.wakeLock.request('screen').then(
        (given) => {
          lock = given
        },
        () => undefined,
      )
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      document.removeEventListener('visibilitychange', ask)
      void lock?.release()
    }
  }, [])
}
