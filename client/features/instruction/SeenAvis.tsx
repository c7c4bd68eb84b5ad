// The avis of the other members, for a chair who gave theirs.
import { useTranslation } from 'react-i18next'
import type { DeskAnswer, DeskItem } from '#shared/instruction/instructionAnswers.ts'

export function SeenAvis({ desk, item }: { desk: DeskAnswer; item: DeskItem }) {
  const { t } = useTranslation('instruction')
  if (!desk.you.chair) return null
  return (
    <section className="in-sec" aria-labelledby="in-avis">
      <h3 id="in-avis">{t('seenAvis')}</h3>
      {item.avis === null ? (
        <p className="soft">{t('giveFirst')}</p>
      ) : (
        <ul>
          {item.avis.map(({ avis, line, name }) => (
            <li key={`${name}-${line}`}>
              <b>{name}</b>, {t(`avis.${avis}`)}
              {line && `. ${line}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
