// The presenter's desk: the slide that everybody sees, the next one, the clock, and notes that nobody else reads.
import { ArrowLeft, ArrowRight, MonitorUp, Square } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockOf, elapsed } from '#client/features/assembly/assemblyDays.ts'
import { SlideView, useSlideName } from '#client/features/assembly/SlideView.tsx'
import { useFittedSlide } from '#client/features/assembly/useFittedSlide.ts'
import { useKeptNote } from '#client/features/assembly/useKeptNote.ts'
import type { Shown } from '#client/features/assembly/useScreen.ts'
import type { DeskAnswer, LiveAnswer } from '#shared/assembly/assemblyAnswers.ts'
import { type Deck, moved, type Slide } from '#shared/assembly/deck.ts'

export interface DeskSlidesProps {
  readonly deck: Deck
  readonly live: LiveAnswer
  readonly desk: DeskAnswer
  readonly shown: Shown
  readonly onStop: () => void
}

export function DeskSlides({ deck, desk, live, onStop, shown }: DeskSlidesProps) {
  const { t } = useTranslation('assembly')
  const nameOf = useSlideName(deck)
  const { slide, slides } = shown
  if (!slide) return null
  const at = slides.indexOf(slide)
  const next = moved(slides, slide.id, 'next')
  const runs = live.screen.slideId !== null
  return (
    <section className="card pad as-desk-slides" aria-label={t('onScreen')}>
      <div className="row between wrap">
        <Clock startedAt={live.screen.startedAt} />
        <div className="row wrap">
          <a className="btn" href="/assembly/screen" target="_blank" rel="noreferrer">
            <MonitorUp className="i" aria-hidden="true" />
            {t('openScreen')}
          </a>
          {runs && (
            <button type="button" className="btn" onClick={onStop}>
              <Square className="i" aria-hidden="true" />
              {t('stop')}
            </button>
          )}
        </div>
      </div>
      <SmallSlide deck={deck} slide={slide} />
      <div className="as-moves">
        <button type="button" className="btn lg" data-act="back" onClick={() => shown.move('back')}>
          <ArrowLeft className="i" aria-hidden="true" />
          {t('back')}
        </button>
        <label className="as-jump">
          <span className="sr">{t('goTo')}</span>
          <select className="input" value={slide.id} onChange={({ target }) => shown.go(target.value)}>
            {slides.map((one, n) => (
              <option key={one.id} value={one.id}>
                {`${n + 1}. ${nameOf(one)}`}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="btn primary lg" data-act="next" onClick={() => shown.move('next')}>
          {runs ? t('next') : t('begin')}
          <ArrowRight className="i" aria-hidden="true" />
        </button>
      </div>
      <p className="sm soft" role="status">
        {t('slideOf', { at: at + 1, count: slides.length })}
        {next && next.id !== slide.id && ` · ${t('afterwards')} ${nameOf(next)}`}
      </p>
      <Notes key={slide.id} slideId={slide.id} kept={desk.notes[slide.id] ?? ''} />
      <p className="xs soft">{t('keysHint')}</p>
    </section>
  )
}

/** The wall in small: the same letters in the same places. */
function SmallSlide({ deck, slide }: { deck: Deck; slide: Slide }) {
  const fitted = useFittedSlide(JSON.stringify(slide))
  return (
    <div className="as-small" inert>
      <section ref={fitted} className="as-slide" data-slide={slide.id}>
        <SlideView deck={deck} slide={slide} />
      </section>
    </div>
  )
}

function Clock({ startedAt }: { startedAt: number | null }) {
  const { t, i18n } = useTranslation('assembly')
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <p className="as-clock num" role="timer">
      <b>{clockOf(i18n.language, now)}</b>
      {startedAt !== null && <span className="soft">{t('since', { time: elapsed(startedAt, now) })}</span>}
    </p>
  )
}

function Notes({ kept, slideId }: { kept: string; slideId: string }) {
  const { t } = useTranslation('assembly')
  const id = useId()
  const { failed, text, write } = useKeptNote(slideId, kept)
  return (
    <div className="field">
      <label htmlFor={id}>{t('notes')}</label>
      <textarea
        id={id}
        className="input"
        rows={3}
        maxLength={4000}
        value={text}
        onChange={({ target }) => write(target.value)}
      />
      <p className="xs soft">{failed ? t('notesLost') : t('notesHint')}</p>
    </div>
  )
}
