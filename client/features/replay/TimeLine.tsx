// The time line: where something happened, the slider with its marks, playing, and the way back to now.
import { FastForward, Pause, Play, SkipBack, SkipForward, X } from 'lucide-react'
import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { exactClock, instantName, markName } from '#client/features/replay/markWords.ts'
import { speeds, usePlaying } from '#client/features/replay/usePlaying.ts'
import type { ReplayMark, ReplaySession } from '#shared/replay/replayAnswer.ts'
import { markAfter, markAt, markBefore, movedByKey, seenAt, within } from '#shared/replay/timeLine.ts'

export interface TimeLineProps {
  readonly session: ReplaySession
  readonly at: number
  readonly onAt: (at: number) => void
  /** Whether the instant that was asked for is shown. */
  readonly isReady: boolean
  readonly onClose: () => void
}

export function TimeLine(props: TimeLineProps) {
  const { session, at, onAt } = props
  const { t, i18n } = useTranslation('replay')
  const label = useId()
  const onKey = (event: KeyboardEvent): void => {
    const to = event.altKey || event.ctrlKey || event.metaKey ? undefined : movedByKey(event.key, at, session)
    if (to === undefined) return
    event.preventDefault()
    onAt(to)
  }
  return (
    <section className="replay-time" aria-label={t('timeLine')}>
      <div className="replay-now">
        <b className="num">{exactClock(i18n.language, at)}</b>
        <CurrentMark {...props} />
      </div>
      <div className="replay-track">
        <Activity session={session} />
        <span id={label} className="sr">
          {t('instant')}
        </span>
        <input
          type="range"
          className="replay-slider"
          aria-labelledby={label}
          aria-valuetext={instantName(t, i18n.language, session, at)}
          min={session.from}
          max={session.to}
          step={1}
          value={at}
          onChange={(event) => onAt(Number(event.target.value))}
          onKeyDown={onKey}
        />
        <Ticks session={session} />
        <p className="replay-ends num" aria-hidden="true">
          <span>{exactClock(i18n.language, session.from)}</span>
          <span>{exactClock(i18n.language, session.to)}</span>
        </p>
      </div>
      <Controls {...props} />
      <MarkList {...props} />
    </section>
  )
}

function CurrentMark({ session, at }: TimeLineProps) {
  const { t } = useTranslation('replay')
  const mark = markAt(session.marks, at)
  return <span>{mark ? markName(t, mark) : t('mark.none')}</span>
}

/** Bars, the tallest for the busiest part; for the eye, the marks say it in words. */
function Activity({ session: { activity } }: { session: ReplaySession }) {
  const most = Math.max(1, ...activity)
  return (
    <svg
      className="replay-activity"
      viewBox={`0 0 ${activity.length} 20`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {activity.map((count, part) => {
        // By the root: a quiet minute stays visible beside a busy one.
        const height = count === 0 ? 0 : Math.max(2, 20 * Math.sqrt(count / most))
        return <rect key={part} x={part + 0.1} width={0.8} y={20 - height} height={height} />
      })}
    </svg>
  )
}

function Ticks({ session: { from, to, marks } }: { session: ReplaySession }) {
  const length = Math.max(1, to - from)
  return (
    <div className="replay-ticks" aria-hidden="true">
      {marks.map((mark, i) => (
        <i
          key={i}
          data-kind={mark.kind}
          style={{ insetInlineStart: `${(100 * (mark.at - from)) / length}%` }}
        />
      ))}
    </div>
  )
}

function Controls({ session, at, onAt, isReady, onClose }: TimeLineProps) {
  const { t } = useTranslation('replay')
  const playing = usePlaying(session, { at, setAt: onAt, isReady })
  const [before, after] = [markBefore(session.marks, at), markAfter(session.marks, at)]
  const play = (): void => {
    if (!playing.isOn && at >= session.to) onAt(session.from)
    playing.setOn(!playing.isOn)
  }
  const go = (mark: ReplayMark | undefined, end: number): void =>
    onAt(mark ? within(session, seenAt(mark)) : end)
  const PlayIcon = playing.isOn ? Pause : Play
  return (
    <div className="replay-controls">
      <button
        type="button"
        className="btn icon"
        aria-label={t('previous')}
        title={t('previous')}
        onClick={() => go(before, session.from)}
      >
        <SkipBack className="i" aria-hidden="true" />
      </button>
      <button type="button" className="btn primary" onClick={play}>
        <PlayIcon className="i" aria-hidden="true" />
        {t(playing.isOn ? 'pause' : 'play')}
      </button>
      <button
        type="button"
        className="btn icon"
        aria-label={t('next')}
        title={t('next')}
        onClick={() => go(after, session.to)}
      >
        <SkipForward className="i" aria-hidden="true" />
      </button>
      <div className="replay-speeds" role="group" aria-label={t('speed')}>
        <FastForward className="i" aria-hidden="true" />
        {speeds.map((speed) => (
          <button
            key={speed}
            type="button"
            className="btn sm"
            aria-pressed={speed === playing.speed}
            aria-label={t('speedLabel', { speed })}
            onClick={() => playing.setSpeed(speed)}
          >
            ×{speed}
          </button>
        ))}
      </div>
      <button type="button" className="btn replay-leave" onClick={onClose}>
        <X className="i" aria-hidden="true" />
        {t('backToNow')}
      </button>
    </div>
  )
}

function MarkList({ session, at, onAt }: TimeLineProps) {
  const { t, i18n } = useTranslation('replay')
  const current = markAt(session.marks, at)
  if (session.marks.length === 0) return null
  return (
    <details className="replay-marks">
      <summary>{t('marks', { count: session.marks.length })}</summary>
      <ol>
        {session.marks.map((mark, i) => (
          <li key={i}>
            <button
              type="button"
              className="replay-mark"
              aria-current={mark === current ? 'step' : undefined}
              onClick={() => onAt(within(session, seenAt(mark)))}
            >
              <span className="num">{exactClock(i18n.language, mark.at)}</span>
              <span>{markName(t, mark)}</span>
            </button>
          </li>
        ))}
      </ol>
    </details>
  )
}
