// An item's text, sentence by sentence, each with the group that it comes from.
import { useTranslation } from 'react-i18next'
import { useDesk } from '#client/features/convergence/deskContext.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import type { Item } from '#shared/convergence/convergenceState.ts'
import { wordFields } from '#shared/convergence/handedText.ts'
import type { ItemSources, SourcedSentence } from '#shared/convergence/sentenceSources.ts'

export function SourcedWords({ item, read }: { item: Item; read: ItemSources }) {
  const { t } = useTranslation('convergence')
  const filled = wordFields.filter((field) => read.sentences[field].length > 0)
  return (
    <>
      {filled.length === 0 && <p className="soft">{t('noWords')}</p>}
      {filled.map((field) => (
        <div key={field} className="cv-field">
          <b className="xs muted">{t(`field.${field}`)}</b>
          <ul>
            {read.sentences[field].map((sentence, n) => (
              <OneSentence key={`${item.id}-${field}-${n}-${sentence.text}`} sentence={sentence} />
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

function OneSentence({ sentence: { from, text } }: { sentence: SourcedSentence }) {
  const { t } = useTranslation('convergence')
  const { desk, groupsOf, page } = useDesk()
  const source = desk.texts.find(({ id }) => id === from?.textId)
  const groups = groupsOf(source?.groupIds ?? [])
  return (
    <li>
      <span className="cv-words">{text}</span>{' '}
      {groups.map(({ id, place, wear }) => (
        <Antenna key={id} wear={wear} place={place} size="mini" />
      ))}
      {from?.way === 'reworded' && <span className="cv-way">{t('reworded')}</span>}
      {!from && <span className="cv-way">{t(page.may.write ? 'writtenHere' : 'notYours')}</span>}
    </li>
  )
}
