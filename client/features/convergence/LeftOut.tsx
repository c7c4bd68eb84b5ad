// What an item's text does not say of its sources: always shown, each sentence one press away from being taken in.
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '#client/features/convergence/deskContext.ts'
import { GroupMarks } from '#client/features/convergence/GroupMarks.tsx'
import { spoken } from '#client/features/convergence/spoken.ts'
import type { Item } from '#shared/convergence/convergenceState.ts'
import type { LeftSentence } from '#shared/convergence/sentenceSources.ts'

export function LeftOut({ item, left }: { item: Item; left: readonly LeftSentence[] }) {
  const { t } = useTranslation('convergence')
  const { act, desk, groupsOf, page } = useDesk()
  const take = ({ field, text }: LeftSentence): void => {
    const { constat, id, jurisdictions, kind, moyens, proposition, revision, title } = item
    const words = { constat, proposition, moyens }
    void act({
      ...{
        act: 'word',
        itemId: id,
        seen: revision,
        title,
        jurisdictions: [...jurisdictions],
        kind,
        ...words,
      },
      [field]: [words[field], text].filter(Boolean).join(' '),
    })
  }
  return (
    <section className="cv-left" aria-labelledby="cv-left">
      <h3 id="cv-left">{t('leftOut')}</h3>
      {left.length === 0 && <p className="soft sm">{t('leftNothing')}</p>}
      <ul>
        {left.map((sentence, n) => (
          <li key={`${sentence.textId}-${n}-${sentence.text}`}>
            <span className="grow">
              <span className="cv-words">{sentence.text}</span>{' '}
              <GroupMarks
                groups={groupsOf(desk.texts.find(({ id }) => id === sentence.textId)?.groupIds ?? [])}
              />
            </span>
            {page.may.write && desk.together[item.id] === undefined && (
              <button
                type="button"
                className="btn sm"
                data-act="take"
                aria-label={t('takeSentence', { text: spoken(sentence.text) })}
                onClick={() => take(sentence)}
              >
                <Plus className="i" aria-hidden="true" />
                {t('take')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
