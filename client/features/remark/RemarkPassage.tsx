// Where a remark stands: its quote is the way to the words; where they are gone it still says what they were.
import { useTranslation } from 'react-i18next'
import { type DraftPlace, useRemarkDesk } from '#client/features/remark/remarkDesk.ts'
import type { PlacedRemark } from '#client/features/remark/remarkOrder.ts'
import { announce } from '#client/ui/announcer.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import type { Remark } from '#shared/remark/remark.ts'

export interface RemarkPassageProps {
  readonly draft: DraftPlace
  readonly placed: PlacedRemark
}

export function RemarkPassage({ draft, placed: { remark, passage, words } }: RemarkPassageProps) {
  const { t } = useTranslation('remark')
  const quote = remark.anchor?.quote ?? remark.cameFrom?.quote
  if (!quote) return <p className="remark-place xs">{t('place.whole')}</p>
  const isSaid = remark.proposal !== null && passage !== 'gone'
  const place = remark.anchor && /^[a-z]+$/u.test(remark.anchor.place) ? remark.anchor.place : undefined
  return (
    <div className="remark-passage">
      {passage === 'gone' ? (
        <>
          <p className="remark-place xs">{t('place.gone')}</p>
          <blockquote lang={contentLanguage()}>{quote}</blockquote>
        </>
      ) : (
        <>
          <GoToPassage draft={draft} remark={remark} words={isSaid ? undefined : quote} place={place} />
          {passage === 'changed' && remark.status === 'open' && (
            <p className="remark-place xs">
              {t('place.changed')} <q lang={contentLanguage()}>{words}</q>
            </p>
          )}
        </>
      )}
    </div>
  )
}

interface GoToProps {
  readonly draft: DraftPlace
  readonly remark: Remark
  /** Undefined where the words stand below, with what is proposed. */
  readonly words: string | undefined
  readonly place: string | undefined
}

function GoToPassage({ draft, remark, words, place }: GoToProps) {
  const { t } = useTranslation('remark')
  const desk = useRemarkDesk()
  const go = (from: Element): void => {
    if (!desk || desk.goToPassage(draft, remark.id, from)) return
    if (remark.status !== 'open' || remark.anchor?.place === 'title') return announce(t('place.elsewhere'))
    // Another section than the one shown: the whole text has it.
    desk.goToPassageWhenShown(remark.id)
    const card = from.closest('.list-draft-body')?.querySelector<HTMLElement>('[data-act="draft.whole"]')
    if (card) card.click()
    else announce(t('place.elsewhere'))
  }
  return (
    <button
      type="button"
      className="remark-goto"
      data-act="remark.passage"
      onClick={(event) => go(event.currentTarget)}
    >
      <span className="xs">
        {t(place ? `place.${place}` : 'place.passage', { defaultValue: t('place.passage') })}
        <span className="sr">{t('place.show')}</span>
      </span>
      {words && <q lang={contentLanguage()}>{words}</q>}
    </button>
  )
}
