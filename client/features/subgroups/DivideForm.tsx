// How to divide: the same as the last time, by lot, by hand, by theme, by antenna.
import { History } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DivideBy, divided, sizesOf } from '#client/features/subgroups/division.ts'
import { type ShownSubgroups, useSubgroupAsk } from '#client/features/subgroups/useSubgroups.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { Field } from '#client/ui/Field.tsx'
import { methods, mostGroups, type SubgroupMethod } from '#shared/subgroups/subgroupsState.ts'

interface DivideFormProps {
  readonly shown: ShownSubgroups
  readonly onDivided: () => void
}

/** The order in which they are offered: the one that asks least of people who do not know each other comes first. */
const offered = [...methods].sort((a, b) => Number(b === 'random') - Number(a === 'random'))

export function DivideForm({ shown, onDivided }: DivideFormProps) {
  const { t } = useTranslation('subgroups')
  const ask = useSubgroupAsk()
  const [method, setMethod] = useState<SubgroupMethod>('random')
  const [by, setBy] = useState<DivideBy>('count')
  const [typed, setTyped] = useState('2')
  const [mix, setMix] = useState(true)
  const [themes, setThemes] = useState('')
  const [tried, setTried] = useState(false)
  const themesId = useId()
  const lines = [...new Set(themes.split('\n').flatMap((line) => line.trim() || []))]
  const counts = method === 'random' || method === 'hand'
  const count = divided(Number(typed), by, shown.count)
  const wrong = (counts && count === undefined) || (method === 'theme' && lines.length < 2)
  const divide = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (wrong) return
    const n = count ?? 2
    const names = Array.from({ length: n }, (_, at) => t('numbered', { n: at + 1 }))
    const input = { method, count: n, names, mix: method === 'random' && mix, themes: lines }
    if (await ask('subgroups.draw', input)) onDivided()
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => void divide(event)}>
      <LastTime shown={shown} onDivided={onDivided} />
      <Choice<SubgroupMethod>
        label={t('method')}
        look="cards"
        value={method}
        onChange={setMethod}
        options={offered.map((value) => ({
          value,
          label: (
            <span>
              <b>{t(`methods.${value}`)}</b>
              <small>{t(`hints.${value}`)}</small>
            </span>
          ),
        }))}
      />
      {counts && (
        <>
          <Choice<DivideBy>
            label={t('by')}
            look="segments"
            value={by}
            onChange={setBy}
            options={[
              { value: 'count', label: t('byCount') },
              { value: 'size', label: t('bySize') },
            ]}
          />
          <Field
            label={t(by === 'count' ? 'byCount' : 'bySize')}
            className="subgroups-number"
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            error={tried && count === undefined ? t('wrongCount') : undefined}
            onChange={(event) => setTyped(event.target.value)}
          />
          {method === 'random' && count !== undefined && <WillBe people={shown.count} count={count} />}
        </>
      )}
      {method === 'random' && (
        <label className="subgroups-check">
          <input type="checkbox" checked={mix} onChange={(event) => setMix(event.target.checked)} />
          {t('mix')}
        </label>
      )}
      {method === 'theme' && (
        <div className="field">
          <label htmlFor={themesId}>{t('themes')}</label>
          <textarea
            id={themesId}
            className="input"
            rows={4}
            maxLength={mostGroups * 61}
            value={themes}
            aria-invalid={tried && lines.length < 2 ? 'true' : undefined}
            aria-describedby={tried && lines.length < 2 ? `${themesId}-error` : undefined}
            onChange={(event) => setThemes(event.target.value)}
          />
          {tried && lines.length < 2 && (
            <p className="field-error" id={`${themesId}-error`}>
              {t('themesWrong')}
            </p>
          )}
        </div>
      )}
      <div className="acts">
        <button type="submit" className="btn primary">
          {t('divide')}
        </button>
      </div>
    </form>
  )
}

function WillBe({ people, count }: { people: number; count: number }) {
  const { t } = useTranslation('subgroups')
  if (people < count) return null
  const { least, most } = sizesOf(people, count)
  const size = least === most ? String(least) : t('sizeRange', { least, most })
  return <p className="soft num">{t('willBe', { people, count, size })}</p>
}

function LastTime({ shown, onDivided }: DivideFormProps) {
  const { t } = useTranslation('subgroups')
  const ask = useSubgroupAsk()
  const { last } = shown.view
  if (!last) return null
  const names = last.groups.map(({ name }) => name).join(', ')
  return (
    <div className="subgroups-again">
      <button
        type="button"
        className="btn"
        onClick={() => void ask('subgroups.again', {}).then((done) => done && onDivided())}
      >
        <History className="i" aria-hidden="true" />
        {t('again')}
      </button>
      <p className="soft">{t('againHint', { names })}</p>
    </div>
  )
}
