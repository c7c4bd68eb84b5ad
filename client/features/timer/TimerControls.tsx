// What one does with a running clock: everyone hides it or wants its sound; facilitators pause, give time, stop.
import { Eye, EyeOff, Pause, Play, Square, Volume2, VolumeX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useTimerChoice } from '#client/features/timer/timerChoices.ts'
import type { StepTime } from '#client/features/timer/useClock.ts'
import { useSoundWanted } from '#client/features/timer/useSoundWanted.ts'
import { useCommand } from '#client/live/useCommand.ts'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { type Extension, extensions, seenOf } from '#shared/timer/timer.ts'

export function TimerControls({ step }: { step?: StepTime | null | undefined }) {
  const timer = useSlice('timer')
  const leads = useMayLead()
  const counts = timer?.status === 'running' || timer?.status === 'paused'
  return (
    <div className="timer-controls">
      {leads && counts && <RunningControls />}
      {!counts && step?.extend && <MoreTime onMore={step.extend} />}
      <OwnChoices />
    </div>
  )
}

/** +1, +2, +5 minutes. */
export function MoreTime({ onMore }: { onMore: (minutes: Extension) => void }) {
  const { t } = useTranslation('timer')
  return (
    <div className="timer-more" role="group" aria-label={t('moreLabel')}>
      {extensions.map((minutes) => (
        <button
          key={minutes}
          type="button"
          className="btn"
          aria-label={t('addLabel', { count: minutes })}
          onClick={() => onMore(minutes)}
        >
          {t('add', { count: minutes })}
        </button>
      ))}
    </div>
  )
}

export function RunningControls() {
  const { t } = useTranslation('timer')
  const timer = useSlice('timer')
  const [pause, resume] = [useCommand('timer.pause'), useCommand('timer.resume')]
  const [extend, stop] = [useCommand('timer.extend'), useCommand('timer.stop')]
  const seen = timer && seenOf(timer)
  if (!timer || seen === null || seen === undefined) return null
  const paused = timer.status === 'paused'
  const turn = async (): Promise<void> => void sayRefusal(await (paused ? resume : pause)({ seen }))
  return (
    <>
      <MoreTime onMore={async (minutes) => void sayRefusal(await extend({ minutes, seen }))} />
      <div className="timer-acts">
        <button type="button" className="btn" onClick={() => void turn()}>
          {paused ? <Play className="i" aria-hidden="true" /> : <Pause className="i" aria-hidden="true" />}
          {t(paused ? 'resume' : 'pause')}
        </button>
        <button type="button" className="btn" onClick={async () => void sayRefusal(await stop({ seen }))}>
          <Square className="i" aria-hidden="true" />
          {t('stop')}
        </button>
      </div>
    </>
  )
}

function OwnChoices() {
  const { t } = useTranslation('timer')
  const [hidden, hide] = useTimerChoice('hidden', false)
  const [sound, want] = useSoundWanted()
  const [Sight, Sound] = [hidden ? Eye : EyeOff, sound ? Volume2 : VolumeX]
  return (
    <div className="timer-own">
      <button type="button" className="btn quiet" onClick={() => hide(!hidden)}>
        <Sight className="i" aria-hidden="true" />
        {t(hidden ? 'show' : 'hide')}
      </button>
      <button type="button" className="btn quiet" aria-pressed={sound} onClick={() => want(!sound)}>
        <Sound className="i" aria-hidden="true" />
        {t('sound')}
      </button>
    </div>
  )
}
