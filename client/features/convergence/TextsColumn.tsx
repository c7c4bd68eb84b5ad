// The left side: every handed-over text, by group, with where it went; chosen ones are placed together.
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '#client/features/convergence/deskContext.ts'
import { TextRow } from '#client/features/convergence/TextRow.tsx'
import { fateOf } from '#shared/convergence/coverage.ts'
import type { HandedText } from '#shared/convergence/handedText.ts'

const shelves = ['toPlace', 'placed', 'all'] as const
type Shelf = (typeof shelves)[number]

export function TextsColumn() {
  const { t } = useTranslation('convergence')
  const { desk, page, place, state } = useDesk()
  const [shelf, setShelf] = useState<Shelf>('toPlace')
  const [group, setGroup] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const groupField = useId()
  const { texts } = desk
  const isPlaced = (text: HandedText): boolean => fateOf(state, texts, text) !== null
  const counts = {
    toPlace: texts.filter((text) => !isPlaced(text)).length,
    placed: texts.filter(isPlaced).length,
    all: texts.length,
  }
  const shown = texts.filter(
    (text) =>
      (group === '' || text.groupIds.includes(group)) &&
      (shelf === 'all' || isPlaced(text) === (shelf === 'placed')),
  )
  const taken = shown.filter(({ id }) => chosen.includes(id))
  const choose = (id: string, on: boolean): void =>
    setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <section className="card cv-texts" aria-labelledby="cv-texts" data-region="texts">
      <h2 id="cv-texts">{t('texts')}</h2>
      <fieldset className="cv-shelves">
        <legend className="sr">{t('shelves')}</legend>
        {shelves.map((one) => (
          <button
            key={one}
            type="button"
            className="btn sm"
            aria-pressed={one === shelf}
            data-act={`shelf-${one}`}
            onClick={() => setShelf(one)}
          >
            {t(`shelf.${one}`)} <span className="num">{counts[one]}</span>
          </button>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={groupField}>{t('ofGroup')}</label>
        <select
          id={groupField}
          className="input"
          value={group}
          onChange={({ target }) => setGroup(target.value)}
        >
          <option value="">{t('allGroups')}</option>
          {page.groups.map(({ id, place: where, theme }) => (
            <option key={id} value={id}>
              {where}, {theme}
            </option>
          ))}
        </select>
      </div>
      <div className="row between wrap cv-bulk">
        <label className="row cv-check">
          <input
            type="checkbox"
            checked={shown.length > 0 && taken.length === shown.length}
            disabled={shown.length === 0}
            data-act="choose-all"
            onChange={({ target }) => setChosen(target.checked ? shown.map(({ id }) => id) : [])}
          />
          {t('chooseAll')}
        </label>
        <button
          type="button"
          className="btn sm primary"
          aria-disabled={taken.length === 0 ? 'true' : undefined}
          data-act="place-chosen"
          onClick={() => taken.length > 0 && place(taken)}
        >
          {t('placeChosen', { count: taken.length })}
        </button>
      </div>
      {shown.length === 0 && <p className="soft sm">{t(`noText.${shelf}`)}</p>}
      <ol className="cv-list">
        {shown.map((text) => (
          <TextRow
            key={text.id}
            text={text}
            chosen={chosen.includes(text.id)}
            carried={chosen.includes(text.id) ? taken.map(({ id }) => id) : [text.id]}
            onChoose={(on) => choose(text.id, on)}
          />
        ))}
      </ol>
    </section>
  )
}
