// The slide that everybody looks at, on a phone too; whoever wants reads on alone and comes back with one press.
import { ArrowLeft, ArrowRight, Eye } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SlideView, useSlideName } from '#client/features/assembly/SlideView.tsx'
import type { ScreenState } from '#shared/assembly/assemblyAnswers.ts'
import { type Deck, moved, slidesOf } from '#shared/assembly/deck.ts'

export function FollowCard({ deck, screen }: { deck: Deck; screen: ScreenState }) {
  const { t } = useTranslation('assembly')
  const nameOf = useSlideName(deck)
  const [alone, setAlone] = useState<string>()
  const slides = slidesOf(deck)
  const runs = screen.slideId !== null
  const slide = slides.find(({ id }) => id === (alone ?? screen.slideId)) ?? slides[0]
  if (!slide) return null
  const at = slides.indexOf(slide)
  const go = (move: 'next' | 'back' | 'next-theme'): void => setAlone(moved(slides, slide.id, move)?.id)
  return (
    <section className="card as-follow" aria-label={t('nowOnScreen')}>
      <header className="row between wrap">
        <p className="row" role="status">
          {runs && alone === undefined ? (
            <span className="chip now">{t('following')}</span>
          ) : (
            <span className="chip line">{t(runs ? 'readingAlone' : 'notRunning')}</span>
          )}
          <span className="xs soft num">{t('slideOf', { at: at + 1, count: slides.length })}</span>
          <span className="sr">{nameOf(slide)}</span>
        </p>
        {runs && alone !== undefined && (
          <button type="button" className="btn sm" data-act="follow" onClick={() => setAlone(undefined)}>
            <Eye className="i" aria-hidden="true" />
            {t('followAgain')}
          </button>
        )}
      </header>
      <div className="as-slide flow" data-slide={slide.id}>
        <SlideView deck={deck} slide={slide} />
      </div>
      <footer className="row between">
        <button type="button" className="btn" aria-disabled={at === 0} onClick={() => go('back')}>
          <ArrowLeft className="i" aria-hidden="true" />
          {t('back')}
        </button>
        <button
          type="button"
          className="btn"
          aria-disabled={at === slides.length - 1}
          onClick={() => go('next')}
        >
          {t('next')}
          <ArrowRight className="i" aria-hidden="true" />
        </button>
      </footer>
    </section>
  )
}
