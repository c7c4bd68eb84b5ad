// Days to choose among those that suit everybody, and days of one's own.
import { CalendarPlus } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useJointWords } from '#client/features/joint/useJoint.ts'
import { mostDays, type SessionDay, sameDay } from '#shared/joint/invitation.ts'

export interface OfferedDay extends SessionDay {
  /** Said beside it; empty for nothing. */
  readonly note: string
}

export interface DaysFieldProps {
  readonly offered: readonly OfferedDay[]
  readonly chosen: readonly SessionDay[]
  readonly onChange: (days: readonly SessionDay[]) => void
  /** `YYYY-MM-DD`: no day before it is asked for. */
  readonly today: string
  readonly usualTime: string
}

const timeOf = ({ date, startTime }: SessionDay): string => `${date} ${startTime}`

export function DaysField({ offered, chosen, onChange, today, usualTime }: DaysFieldProps) {
  const words = useJointWords()
  const own = chosen.filter((day) => !offered.some((one) => sameDay(one, day)))
  const all = [...offered, ...own.map((day) => ({ ...day, note: '' }))].sort((a, b) =>
    timeOf(a) < timeOf(b) ? -1 : 1,
  )
  const isChosen = (day: SessionDay): boolean => chosen.some((one) => sameDay(one, day))
  const toggle = ({ date, startTime }: SessionDay): void => {
    const day = { date, startTime }
    if (isChosen(day)) onChange(chosen.filter((one) => !sameDay(one, day)))
    else if (chosen.length < mostDays) onChange([...chosen, day])
  }
  return (
    <>
      {all.length > 0 && (
        <ul className="joint-days">
          {all.map((day) => (
            <li key={timeOf(day)}>
              <label className="joint-check">
                <input type="checkbox" checked={isChosen(day)} onChange={() => toggle(day)} />
                <span>
                  <b>{words.day(day)}</b>
                  {day.note !== '' && <small>{day.note}</small>}
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <OwnDay
        today={today}
        usualTime={usualTime}
        onAdd={(day) => {
          if (!isChosen(day)) toggle(day)
        }}
      />
    </>
  )
}

interface OwnDayProps {
  readonly today: string
  readonly usualTime: string
  readonly onAdd: (day: SessionDay) => void
}

function OwnDay({ today, usualTime, onAdd }: OwnDayProps) {
  const { t } = useTranslation('joint')
  const id = useId()
  const [date, setDate] = useState('')
  const [startTime, setStartTime] = useState(usualTime)
  const ready = /^\d{4}-\d\d-\d\d$/u.test(date) && date >= today && /^\d\d:\d\d$/u.test(startTime)
  return (
    <div className="joint-own-day">
      <div className="field">
        <label htmlFor={`${id}-day`}>{t('ownDay')}</label>
        <input
          id={`${id}-day`}
          className="input"
          type="date"
          min={today}
          value={date}
          onChange={({ target }) => setDate(target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-time`}>{t('ownTime')}</label>
        <input
          id={`${id}-time`}
          className="input"
          type="time"
          value={startTime}
          onChange={({ target }) => setStartTime(target.value)}
        />
      </div>
      <button
        type="button"
        className="btn"
        aria-disabled={!ready}
        onClick={() => {
          if (ready) onAdd({ date, startTime })
        }}
      >
        <CalendarPlus className="i" aria-hidden="true" />
        {t('addDay')}
      </button>
    </div>
  )
}
