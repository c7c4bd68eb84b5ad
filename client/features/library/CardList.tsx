// The context cards as a list: each opens in its place, with its source, its date and who corrected it.
import { ChevronDown, CircleHelp, LibraryBig, PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CardKindIcon } from '#client/features/library/CardKindIcon.tsx'
import { useCardVersions } from '#client/features/library/useLibrary.ts'
import { dayAndMonth, wholeDay } from '#client/ui/dates.ts'
import { Empty } from '#client/ui/Empty.tsx'
import { GlossedText } from '#client/ui/GlossedText.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { LibraryAnswer, LibraryCard } from '#shared/library/libraryAnswers.ts'

export interface CardListProps {
  readonly page: LibraryAnswer
  readonly cards: readonly LibraryCard[]
  /** Null where all are closed. */
  readonly open: string | null
  readonly onOpen: (id: string | null) => void
  readonly onCorrect: (card: LibraryCard) => void
  readonly onAsk: (card: LibraryCard) => void
}

export function CardList(props: CardListProps) {
  const { t } = useTranslation('library')
  const { cards, open } = props
  if (cards.length === 0)
    return (
      <Empty icon={LibraryBig} title={t('noCards')}>
        {t('noCardsText')}
      </Empty>
    )
  return (
    <ul className="card li-cards" aria-label={t('tab.cards')}>
      {cards.map((card) => (
        <li key={card.id} className={card.id === open ? 'o' : undefined} data-card={card.id}>
          <CardKindIcon kind={card.kind} />
          <div>
            <h2>
              <button
                type="button"
                aria-expanded={card.id === open}
                onClick={() => props.onOpen(card.id === open ? null : card.id)}
              >
                <span lang={props.page.language}>
                  <Unbroken text={card.title} />
                </span>
                <ChevronDown className="i" aria-hidden="true" />
              </button>
            </h2>
            {card.id === open && <OpenCard {...props} card={card} />}
            <CardLine card={card} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** « Budget BE FR 20 janvier ». */
export function CardLine({ card }: { card: Pick<LibraryCard, 'kind' | 'jurisdictions' | 'date'> }) {
  const { t, i18n } = useTranslation('library')
  return (
    <p className="li-line">
      <b>{t(`kind.${card.kind}`)}</b>
      {card.jurisdictions.map((code) => (
        <span key={code} className="li-country">
          {code}
        </span>
      ))}
      <span title={wholeDay(i18n.language, card.date)}>{dayAndMonth(i18n.language, card.date)}</span>
    </p>
  )
}

function OpenCard({ card, page, onAsk, onCorrect }: CardListProps & { card: LibraryCard }) {
  const { t, i18n } = useTranslation('library')
  const { keepsCards, groups } = page.you
  return (
    <>
      <p lang={page.language}>
        <GlossedText text={card.text} lang={page.language} />
      </p>
      {card.source !== '' && (
        <p className="sm soft">
          {t('from', { source: card.source, day: wholeDay(i18n.language, card.date) })}
        </p>
      )}
      {card.changed && <Changed card={card} />}
      <div className="row wrap li-acts">
        {groups.length > 0 && (
          <button type="button" className="btn sm" data-act="ask-card" onClick={() => onAsk(card)}>
            <CircleHelp className="i" aria-hidden="true" />
            {t('askAboutCard')}
          </button>
        )}
        {keepsCards && (
          <button type="button" className="btn sm quiet" data-act="correct" onClick={() => onCorrect(card)}>
            <PenLine className="i" aria-hidden="true" />
            {t('correct')}
          </button>
        )}
      </div>
    </>
  )
}

function Changed({ card }: { card: LibraryCard }) {
  const { t, i18n } = useTranslation('library')
  const { data } = useCardVersions(card.id, card.version > 1)
  if (!card.changed) return null
  const { byName, day, why } = card.changed
  return (
    <div className="sm soft">
      <p>
        {t(card.version > 1 ? 'correctedBy' : 'addedBy', { name: byName, day: wholeDay(i18n.language, day) })}{' '}
        {why}
      </p>
      {data && data.versions.length > 1 && (
        <details>
          <summary>{t('versions', { count: data.versions.length - 1 })}</summary>
          <ol className="li-versions">
            {data.versions.slice(1).map((one) => (
              <li key={one.version} value={one.version}>
                <b>{one.title}</b> <span>{one.text}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}
