// Where an item stands and what it is made of: another family, and each of its texts taken out again.
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '#client/features/convergence/deskContext.ts'
import { GroupMarks } from '#client/features/convergence/GroupMarks.tsx'
import { spoken } from '#client/features/convergence/spoken.ts'
import { WholeText } from '#client/features/convergence/WholeText.tsx'
import { type Item, placeOf, textsIn } from '#shared/convergence/convergenceState.ts'

export function ItemPlace({ item }: { item: Item }) {
  const { t } = useTranslation('convergence')
  const { act, desk, groupsOf, state } = useDesk()
  const field = useId()
  const family = state.families.find(({ items }) => items.includes(item.id))
  const sources = textsIn(state, desk.texts, { itemId: item.id })
  const way = (id: string): 'text' | 'nuance' =>
    placeOf(state, id)?.into.find(({ itemId }) => itemId === item.id)?.as ?? 'text'
  return (
    <section aria-labelledby="cv-sources">
      <h3 id="cv-sources">{t('sources', { count: sources.length })}</h3>
      <ul className="cv-list">
        {sources.map((text) => (
          <li key={text.id} data-source={text.id}>
            <div className="grow">
              <div className="row between cv-title">
                <b>{text.title}</b>
                <GroupMarks groups={groupsOf(text.groupIds)} />
              </div>
              <details>
                <summary>
                  {t(way(text.id) === 'nuance' ? 'readNuance' : 'readSource')}
                  <span className="sr"> {text.title}</span>
                </summary>
                <WholeText text={text} />
              </details>
            </div>
            <button
              type="button"
              className="btn sm"
              data-act="take-out"
              aria-label={t('takeOutOf', { title: spoken(text.title) })}
              onClick={() => void act({ act: 'take-out', textIds: [text.id], itemId: item.id })}
            >
              {t('takeOut')}
            </button>
          </li>
        ))}
      </ul>
      <div className="field">
        <label htmlFor={field}>{t('moveTo')}</label>
        <select
          id={field}
          className="input"
          value={family?.id ?? ''}
          onChange={({ target }) =>
            void act({ act: 'move-item', itemId: item.id, familyId: target.value, before: null })
          }
        >
          {state.families.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
    </section>
  )
}
