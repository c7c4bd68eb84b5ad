// Five cards for whoever is new: who we are, how a cycle goes, what a recommendation is, to whom it speaks, what boards do.
import { Check, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepSeen, type PrimerCard, primerCards, seenCards } from '#client/features/library/primerSeen.ts'
import { GlossedText } from '#client/ui/GlossedText.tsx'

export function Primer() {
  const { t, i18n } = useTranslation('library')
  const [seen, setSeen] = useState(seenCards)
  const first = primerCards.find((card) => !seen.includes(card))
  const keep = (cards: readonly PrimerCard[]): void => {
    keepSeen(cards)
    setSeen([...cards])
  }
  return (
    <div className="li-primer">
      <div className="row wrap between">
        <p role="status">{t('primerSeen', { count: seen.length, all: primerCards.length })}</p>
        <span className="segs" aria-hidden="true">
          {primerCards.map((card) => (
            <i key={card} className={seen.includes(card) ? 'd' : undefined} />
          ))}
        </span>
        {seen.length > 0 && (
          <button type="button" className="btn sm quiet" onClick={() => keep([])}>
            <RotateCcw className="i" aria-hidden="true" />
            {t('primerAgain')}
          </button>
        )}
      </div>
      <ol>
        {primerCards.map((card, at) => (
          <li key={card} className={`card ${card === first ? 'is-next' : ''}`} data-primer={card}>
            <p className="eyebrow">{t('primerOf', { number: at + 1, all: primerCards.length })}</p>
            <h2>{t(`primer.${card}.title`)}</h2>
            <p>
              <GlossedText text={t(`primer.${card}.text`)} lang={i18n.language} />
            </p>
            <p className="li-try">{t(`primer.${card}.ask`)}</p>
            {seen.includes(card) ? (
              <p className="chip ok">
                <Check className="i" aria-hidden="true" />
                {t('primerRead')}
              </p>
            ) : (
              <button
                type="button"
                className="btn sm"
                data-act="primer-read"
                aria-label={t('primerReadLabel', { title: t(`primer.${card}.title`) })}
                onClick={() => keep(primerCards.filter((one) => one === card || seen.includes(one)))}
              >
                {t('iRead')}
              </button>
            )}
          </li>
        ))}
      </ol>
      <p className="sm soft">{t('primerDevice')}</p>
    </div>
  )
}
