// One step in the agenda's list: its place, its times as planned and as they went, and for the step that is now what it opens.
import { Check, Frame, SkipForward, Wrench } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { clockTime, wholeMinutes } from '#client/features/agenda/clockTime.ts'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import type { Step, StepTool } from '#shared/agenda/step.ts'

/** What the page does when a step's tool or frame is asked for; features do not know one another. */
export interface StepOpeners {
  readonly onTool?: ((tool: Exclude<StepTool, 'none'>, step: Step) => void) | undefined
  readonly onFrame?: ((frameId: string, step: Step) => void) | undefined
}

export interface StepRowProps extends StepOpeners {
  readonly step: Step
  /** Among the steps that count; null for a skipped one. */
  readonly place: number | null
  readonly menu: ReactNode
  readonly onMove: ((way: -1 | 1) => void) | undefined
}

export function StepRow({ step, place, menu, onMove, onTool, onFrame }: StepRowProps) {
  const { t } = useTranslation('agenda')
  const now = step.state === 'now'
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || !onMove) return
    event.preventDefault()
    event.stopPropagation()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li
      className={`agenda-step ${step.state}`}
      data-step={step.id}
      aria-current={now ? 'step' : undefined}
      // Before the row's menu button, which would open on the arrow.
      onKeyDownCapture={onKeyDown}
    >
      <span className="agenda-place num" aria-hidden="true">
        {step.state === 'done' ? (
          <Check className="i" />
        ) : step.state === 'skipped' ? (
          <SkipForward className="i" />
        ) : (
          place
        )}
      </span>
      <div className="grow">
        <h3>{step.title}</h3>
        <p className="agenda-times">
          {now && <span className="chip now">{t('now')}</span>}
          {step.state === 'done' && <span className="sr">{t('doneWord')} </span>}
          {step.state === 'skipped' && <span>{t('skippedWord')}</span>}
          <StepTimes step={step} />
          {step.method && <span>{step.method}</span>}
        </p>
        {now && step.purpose && <p className="agenda-purpose">{step.purpose}</p>}
        <StepOpen step={step} onTool={onTool} onFrame={onFrame} />
      </div>
      {menu}
    </li>
  )
}

function StepTimes({ step }: { step: Step }) {
  const { t, i18n } = useTranslation('agenda')
  const planned = step.minutes + step.extraMinutes
  if (step.state === 'done') {
    return (
      <span className="num">{t('took', { took: wholeMinutes(step.tookMs), planned: step.minutes })}</span>
    )
  }
  const begun =
    step.state === 'now' && step.firstBegunAt !== null ? clockTime(i18n.language, step.firstBegunAt) : null
  return (
    <span className="num">
      {t('minutes', { count: planned })}
      {begun && `, ${t('since', { time: begun })}`}
    </span>
  )
}

/** For the step that is now: facilitators open its tool, everyone goes to its frame. */
export function StepOpen({ step, onTool, onFrame }: StepOpeners & { step: Step }) {
  const { t } = useTranslation('agenda')
  const leads = useMayLead()
  if (step.state !== 'now') return null
  const { tool, frameId } = step
  const opensTool = leads && onTool && tool !== 'none'
  const goes = onFrame && frameId !== null
  if (!opensTool && !goes) return null
  return (
    <div className="agenda-acts">
      {opensTool && (
        <button type="button" className="btn" onClick={() => onTool(tool, step)}>
          <Wrench className="i" aria-hidden="true" />
          {t(`openTool.${tool}`)}
        </button>
      )}
      {goes && (
        <button type="button" className="btn" onClick={() => onFrame(frameId, step)}>
          <Frame className="i" aria-hidden="true" />
          {t('goToFrame')}
        </button>
      )}
    </div>
  )
}
