// The dock's timer: a facilitator gives a length of time, then pauses it, extends it, stops it.
import { Timer } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { RunningControls } from '#client/features/timer/TimerControls.tsx'
import { useCommand } from '#client/live/useCommand.ts'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import '#client/features/timer/timer.css'
import { Field } from '#client/ui/Field.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { minuteMs } from '#shared/timer/timer.ts'

export function TimerDockButton() {
  const { t } = useTranslation('timer')
  const status = useSlice('timer')?.status ?? 'idle'
  const on = status !== 'idle'
  return (
    <DialogTrigger>
      <Button className={`tool ${on ? 'on' : ''}`} aria-haspopup="dialog" aria-pressed={on}>
        <Timer className="i" aria-hidden="true" />
        <span>{t('timer')}</span>
      </Button>
      <Popover className="popover timer-popover" placement="top start">
        <Dialog className="timer-dialog" aria-label={t('timer')}>
          {({ close }) => (on ? <RunningControls /> : <StartForm onStarted={close} />)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** Minutes offered at one click. */
const offered = [2, 5, 10, 15, 20, 30] as const

export function StartForm({ onStarted }: { onStarted: () => void }) {
  const { t } = useTranslation('timer')
  const start = useCommand('timer.start')
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const give = async (minutes: number): Promise<void> => {
    if (sayRefusal(await start({ durationMs: Math.round(minutes * minuteMs) }))) onStarted()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const minutes = Number(typed.replace(',', '.'))
    const sound = Number.isFinite(minutes) && minutes >= 0.5 && minutes <= 240
    setWrong(!sound)
    if (sound) void give(minutes)
  }
  return (
    <div className="timer-controls">
      <div className="timer-offered" role="group" aria-label={t('howLong')}>
        {offered.map((minutes) => (
          <button key={minutes} type="button" className="btn" onClick={() => void give(minutes)}>
            {t('minutes', { count: minutes })}
          </button>
        ))}
      </div>
      <form className="timer-form" onSubmit={submit} noValidate>
        <Field
          label={t('otherLength')}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          error={wrong ? t('wrongLength') : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="btn primary">
          {t('start')}
        </button>
      </form>
    </div>
  )
}
