// The assembly's screen, read from fifteen metres: a slide, or a question or vote laid over it, and where one is.
import { ArrowLeft, ArrowRight, CircleHelp, Maximize, NotebookPen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SlideView, useSlideName } from '#client/features/assembly/SlideView.tsx'
import { useFittedSlide } from '#client/features/assembly/useFittedSlide.ts'
import { WallOver } from '#client/features/assembly/WallOver.tsx'
import type { LiveAnswer } from '#shared/assembly/assemblyAnswers.ts'
import { type Deck, type Move, moved, type Slide, slidesOf } from '#shared/assembly/deck.ts'

export interface WallProps {
  readonly deck: Deck
  readonly live: LiveAnswer
  readonly slide: Slide
  /** Whoever holds the assembly, or anybody while nobody presents. */
  readonly leads: boolean
  /** The line is lost: the slides stay. */
  readonly lost: boolean
  readonly onMove: (move: Move) => void
  readonly onFullScreen: (() => void) | undefined
  readonly onDesk: (() => void) | undefined
}

export function Wall(props: WallProps) {
  const { deck, live, slide } = props
  const { over } = live.screen
  // A vote that is laid over grows as people vote; a slide changes with what the cycle holds.
  const fitted = useFittedSlide(over ? live : `${slide.id} ${JSON.stringify(slide)}`)
  return (
    <div className="as-wall">
      <main ref={fitted} className="as-slide" id="main" tabIndex={-1} data-slide={slide.id}>
        <h1 className="sr">{deck.assembly?.cycle}</h1>
        {over ? <WallOver deck={deck} live={live} /> : <SlideView deck={deck} slide={slide} />}
      </main>
      <WallFoot {...props} />
    </div>
  )
}

function WallFoot({ deck, leads, live, lost, onDesk, onFullScreen, onMove, slide }: WallProps) {
  const { t } = useTranslation('assembly')
  const nameOf = useSlideName(deck)
  const slides = slidesOf(deck)
  const next = moved(slides, slide.id, 'next')
  const at = deck.themes.findIndex(({ id }) => 'themeId' in slide && id === slide.themeId)
  const waiting = live.questions.filter(({ state }) => state === 'shown').length
  return (
    <footer className="as-foot">
      {deck.themes.length > 0 && (
        <p className="as-where">
          <span className="as-segs" aria-hidden="true">
            {deck.themes.map(({ id }, n) => (
              <i key={id} className={n === at ? 'c' : n < at || slide.kind === 'end' ? 'd' : ''} />
            ))}
          </span>
          <span>{at >= 0 ? t('themeOf', { at: at + 1, count: deck.themes.length }) : nameOf(slide)}</span>
        </p>
      )}
      <p className="sr" role="status">
        {nameOf(slide)}
      </p>
      {lost && <p className="as-lost">{t('lost')}</p>}
      <p className="as-count">
        <CircleHelp className="i" aria-hidden="true" />
        <span>{t('questions')}</span> <b className="num">{waiting}</b>
      </p>
      {leads && (
        <div className="as-keys">
          {onDesk && (
            <button type="button" aria-label={t('toDesk')} title={t('toDesk')} onClick={onDesk}>
              <NotebookPen className="i" aria-hidden="true" />
            </button>
          )}
          {onFullScreen && (
            <button type="button" aria-label={t('fullScreen')} title={t('fullScreen')} onClick={onFullScreen}>
              <Maximize className="i" aria-hidden="true" />
            </button>
          )}
          <button type="button" aria-label={t('back')} title={t('back')} onClick={() => onMove('back')}>
            <ArrowLeft className="i" aria-hidden="true" />
          </button>
        </div>
      )}
      {next && next.id !== slide.id && (
        <button
          type="button"
          className="as-next"
          data-act="next"
          aria-disabled={!leads}
          onClick={() => leads && onMove('next')}
        >
          <span>{t('afterwards')}</span> <b lang={deck.language}>{nameOf(next)}</b>
          <ArrowRight className="i" aria-hidden="true" />
        </button>
      )}
    </footer>
  )
}
