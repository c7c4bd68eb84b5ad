// The yellow clock: in the room's bar, on a phone, on the projector. A screen reader hears minutes, never each second.
import { Pause, Timer } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { TimerControls } from '#client/features/timer/TimerControls.tsx'
import { useTimerChoice } from '#client/features/timer/timerChoices.ts'
import { type Clock, type StepTime, useClock } from '#client/features/timer/useClock.ts'
import '#client/features/timer/timer.css'
import { clockFace, minutesLeft } from '#shared/timer/timeLeft.ts'

export interface TimerClockProps {
  /** `bar`: the room's dark bar; `phone`: the phone's yellow header; `display`: the projector, without controls. */
  readonly look?: 'bar' | 'phone' | 'display'
  /** The present step's own time, counted while no timer runs. */
  readonly step?: StepTime | null
}

/** Null where nothing is counted. */
export function TimerClock({ look = 'bar', step = null }: TimerClockProps) {
  const { t } = useTranslation('timer')
  const clock = useClock(step)
  const [hidden] = useTimerChoice('hidden', false)
  if (!clock) return null
  if (look === 'display') return <Face clock={clock} look={look} hidden={false} />
  return (
    <DialogTrigger>
      <Button className={`timer-button in-${look}`} aria-haspopup="dialog">
        <Face clock={clock} look={look} hidden={hidden} />
        <span className="sr">{t('open')}</span>
      </Button>
      <Popover className="popover timer-popover" placement="bottom end">
        <Dialog className="timer-dialog" aria-label={t('dialogLabel')}>
          <TimerControls step={step} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

interface FaceProps {
  readonly clock: Clock
  readonly look: 'bar' | 'phone' | 'display'
  readonly hidden: boolean
}

export function Face({ clock, look, hidden }: FaceProps) {
  const { t } = useTranslation('timer')
  const over = clock.leftMs <= 0 && !clock.paused
  const Icon = clock.paused ? Pause : Timer
  const count = minutesLeft(clock.leftMs)
  const spoken = over ? t('overLabel') : t(clock.paused ? 'pausedLabel' : 'leftLabel', { count })
  return (
    <span className={`timer-face in-${look} ${over ? 'is-over' : ''} ${clock.paused ? 'is-paused' : ''}`}>
      {look !== 'display' && <Icon className="i" aria-hidden="true" />}
      {!hidden && (
        <span className="timer-digits num" aria-hidden="true">
          {over && look !== 'display' ? t('over') : clockFace(clock.leftMs)}
        </span>
      )}
      {over && look === 'display' && (
        <span className="timer-over" aria-hidden="true">
          {t('over')}
        </span>
      )}
      {clock.paused && look === 'display' && (
        <span className="timer-over" aria-hidden="true">
          {t('paused')}
        </span>
      )}
      <span className="sr" role="timer" aria-live="off">
        {spoken}
      </span>
    </span>
  )
}
