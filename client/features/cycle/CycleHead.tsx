// Where we are: the cycle's name, its stage in words, four numbers, and the stages as a line.
import { Check } from 'lucide-react'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { stageDates } from '#client/features/cycle/cycleWords.ts'
import { dayAndMonth } from '#client/ui/dates.ts'
import type { CycleAnswer, StageLine } from '#shared/cyclePage/cycleAnswers.ts'

export function CycleHead({ page }: { page: CycleAnswer }) {
  const { t, i18n } = useTranslation('cycle')
  const { cycle, today } = page
  if (!cycle) return null
  const day = (date: string): string => dayAndMonth(i18n.language, date)
  const { nextMilestone: next, stage } = cycle
  const where = !stage
    ? t('notBegun')
    : t(stage.end >= today ? 'stageNow' : 'stageOver', { stage: stage.name, day: day(stage.end) })
  const milestone = next
    ? t(next.date === today ? 'milestoneToday' : 'milestone', { day: day(next.date), label: next.label })
    : ''
  return (
    <header className="cy-head">
      <div>
        <h1>{cycle.name}</h1>
        <p>
          {where} {milestone}
        </p>
      </div>
      <Numbers page={page} />
    </header>
  )
}

function Numbers({ page }: { page: CycleAnswer }) {
  const { t } = useTranslation('cycle')
  const numbers = [
    { count: page.groups.length, word: t('groups', { count: page.groups.length }) },
    { count: page.people, word: t('people', { count: page.people }) },
    { count: page.progress.texts, word: t('texts', { count: page.progress.texts }) },
    ...(page.cycle?.daysLeft == null
      ? []
      : [{ count: page.cycle.daysLeft, word: t('daysLeft', { count: page.cycle.daysLeft }) }]),
  ]
  return (
    <ul className="cy-nums">
      {numbers.map(({ count, word }) => (
        <li key={word}>
          <b className="num">{count}</b> <span>{word}</span>
        </li>
      ))}
    </ul>
  )
}

const states = { behind: 'stageBehind', now: 'stageIsNow', ahead: 'stageAhead' } as const

export function Stages({ page: { stages, today } }: { page: CycleAnswer }) {
  const { t, i18n } = useTranslation('cycle')
  if (stages.length === 0) return null
  return (
    <ol className="cy-stages" aria-label={t('stagesLabel')}>
      {stages.map((stage, at) => (
        <li
          key={stage.key}
          className={stage.when}
          aria-current={stage.when === 'now' ? 'step' : undefined}
          style={drawn(doneOf(stage, stages[at + 1], today))}
        >
          <i aria-hidden="true">{stage.when === 'behind' && <Check className="i" />}</i>
          <b>{stage.name}</b>
          <span>
            {stageDates(i18n.language, stage)}
            {stage.when === 'now' ? (
              `, ${t('stageIsNow')}`
            ) : (
              <span className="sr">, {t(states[stage.when])}</span>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}

const drawn = (percent: number): CSSProperties & { '--done': string } => ({ '--done': `${percent}%` })

/** How far the line to the next stage is drawn, in percent. */
function doneOf({ end, start, when }: StageLine, next: StageLine | undefined, today: string): number {
  if (when === 'behind') return 100
  if (when === 'ahead') return 0
  const until = next && next.start > end ? next.start : end
  const noon = (date: string): number => Date.parse(`${date}T12:00Z`)
  const [from, to, now] = [noon(start), noon(until), noon(today)]
  return to <= from ? 100 : Math.round(Math.min(1, Math.max(0, (now - from) / (to - from))) * 100)
}
