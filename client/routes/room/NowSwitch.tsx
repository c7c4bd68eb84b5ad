// One thing at a time: what runs besides is one press away, and keeps what was typed.
import { useTranslation } from 'react-i18next'
import { type RunningTool, runningTools, useRunning } from '#client/routes/room/useRunning.ts'

export interface NowSwitchProps {
  readonly only: RunningTool | undefined
  readonly onFront: (tool: RunningTool) => void
}

/** Nothing while at most one tool runs. */
export function NowSwitch({ only, onFront }: NowSwitchProps) {
  const { t } = useTranslation('shell')
  const running = useRunning()
  if (running.size < 2) return null
  return (
    <div className="now-switch" role="group" aria-label={t('room.runsTooLabel')}>
      {runningTools
        .filter((tool) => running.has(tool))
        .map((tool) => (
          <button
            key={tool}
            type="button"
            className="btn"
            aria-pressed={tool === only}
            onClick={() => onFront(tool)}
          >
            {t(`room.tool.${tool}`)}
          </button>
        ))}
    </div>
  )
}

/** The tool in front: the one that was chosen or began last, while it runs. */
export const toolInFront = (
  running: ReadonlySet<RunningTool>,
  front: RunningTool | null,
): RunningTool | undefined => (front && running.has(front) ? front : [...running].at(-1))
