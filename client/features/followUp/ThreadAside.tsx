// Beside a thread: what the text says today, the nuances that travel with it, and what is done of it already.
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Antenna } from '#client/ui/Antenna.tsx'
import { GlossedText } from '#client/ui/GlossedText.tsx'
import type { ThreadAnswer } from '#shared/followUp/followUpAnswers.ts'

export function ThreadAside({ thread }: { thread: ThreadAnswer }) {
  const { t } = useTranslation('followUp')
  const { language, linked, nuances, text } = thread
  const parts = (['constat', 'proposition', 'moyens'] as const).filter((part) => text[part] !== '')
  return (
    <>
      <section className="card fu-text" aria-labelledby="fu-text">
        <h2 id="fu-text">{t('textToday')}</h2>
        <p lang={language}>
          <GlossedText text={text.summary} lang={language} />
        </p>
        {parts.length > 0 && (
          <details>
            <summary>{t('wholeText')}</summary>
            {parts.map((part) => (
              <div key={part}>
                <h3>{t(`part.${part}`)}</h3>
                <p lang={language}>
                  <GlossedText text={text[part]} lang={language} />
                </p>
              </div>
            ))}
          </details>
        )}
      </section>
      {nuances.length > 0 && (
        <section className="card fu-nuances" aria-labelledby="fu-nuances">
          <h2 id="fu-nuances">{t('nuances', { count: nuances.length })}</h2>
          <ul>
            {nuances.map(({ groupId, text: words }) => {
              const group = thread.groups.find(({ id }) => id === groupId)
              return (
                <li key={words}>
                  <span>{group && <Antenna wear={group.wear} place={group.place} size="mini" />}</span>
                  <span lang={language}>{words}</span>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      {linked.length > 0 && (
        <section className="card fu-linked" aria-labelledby="fu-linked">
          <h2 id="fu-linked">{t('linked')}</h2>
          <ul>
            {linked.map(({ code, title }) => (
              <li key={code}>
                <Link
                  to={`/follow-up/${encodeURIComponent(code)}`}
                  lang={language}
                >{`${code} ${title}`}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
