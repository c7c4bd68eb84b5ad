// A plan of sittings that fits the hours volunteers have, and the days on which they sit.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActing } from '#client/features/instruction/useDesk.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { wholeDay } from '#client/ui/dates.ts'
import { Field } from '#client/ui/Field.tsx'
import { randomId } from '#shared/contract/ids.ts'
import type { DeskAnswer } from '#shared/instruction/instructionAnswers.ts'
import { divergenceOf, planSittings } from '#shared/instruction/sittingPlan.ts'

const lengths = [60, 90, 120, 150, 180] as const

export function PlanCard({ desk }: { desk: DeskAnswer }) {
  const { t, i18n } = useTranslation('instruction')
  const [length, setLength] = useState(120)
  const [date, setDate] = useState('')
  const { busy, problem, run } = useActing()
  const toRule = desk.items.filter(({ state }) => state !== 'ruled')
  const plan = planSittings(
    toRule.map((item) => ({
      ...{ id: item.id, themeId: item.themeId, minutes: item.minutes },
      divergence: divergenceOf((item.avis ?? []).map(({ avis }) => avis)),
      inBlock: desk.block?.ids.includes(item.id) ?? false,
    })),
    length,
  )
  const codes = new Map(desk.items.map(({ code, id }) => [id, code]))
  const announce = (): void => {
    if (date < desk.today) return
    const body = { kind: 'sitting' as const, boardId: desk.board.id, sittingId: `bs-${randomId()}`, date }
    void run([{ body: { ...body, mode: 'hybrid', minutes: length, presentIds: [] } }], t('announced')).then(
      (kept) => kept && setDate(''),
    )
  }
  if (toRule.length === 0) return null
  return (
    <details className="card pad in-plan">
      <summary>
        <b>{t('plan', { count: plan.length })}</b>
      </summary>
      <p className="sm soft">{t('planText')}</p>
      <div className="field">
        <label htmlFor="in-length">{t('planLength')}</label>
        <select
          id="in-length"
          className="input"
          value={length}
          onChange={({ target }) => setLength(Number(target.value))}
        >
          {lengths.map((minutes) => (
            <option key={minutes} value={minutes}>
              {t('ofMinutes', { count: minutes })}
            </option>
          ))}
        </select>
      </div>
      <ol>
        {plan.map((sitting) => (
          <li key={sitting.items[0]?.id}>
            <b>{t('planned', { count: sitting.items.length, minutes: sitting.minutes })}</b>{' '}
            <span className="sm soft">{sitting.items.map(({ id }) => codes.get(id)).join(', ')}</span>
          </li>
        ))}
      </ol>
      {desk.sittings
        .filter((one) => one.date >= desk.today)
        .map(({ date: day, id }) => (
          <p key={id} className="sm">
            {t('sitsOn', { day: wholeDay(i18n.language, day) })}
          </p>
        ))}
      {desk.you.records && (
        <div className="row in-announce">
          <Field
            label={t('nextSitting')}
            type="date"
            min={desk.today}
            value={date}
            onChange={({ target }) => setDate(target.value)}
          />
          <button type="button" className="btn" aria-disabled={busy || date < desk.today} onClick={announce}>
            {t('announce')}
          </button>
        </div>
      )}
      {problem && <Banner tone="danger">{problem}</Banner>}
    </details>
  )
}
