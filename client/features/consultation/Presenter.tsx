// What is on the wall: one text after the other, what is felt of it as it comes in, and how phones come in.
import { ArrowLeft, ArrowRight, Maximize } from 'lucide-react'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { liveQrPath, sendStep } from '#client/features/consultation/consultationApi.ts'
import { Distribution } from '#client/features/consultation/Results.tsx'
import { useConsultationAct } from '#client/features/consultation/useConsultation.ts'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { PresentingAnswer } from '#shared/consultation/consultationAnswers.ts'

export function Presenter({ page }: { page: PresentingAnswer }) {
  const { t } = useTranslation('consultation')
  const acting = useConsultationAct()
  const { run } = acting
  const wall = useRef<HTMLElement>(null)
  const at = page.texts.findIndex(({ id }) => id === page.shown?.id)
  const step = useCallback(
    (place: number): void => {
      const next = page.texts[Math.min(Math.max(place, 0), page.texts.length - 1)]
      if (next) void run(() => sendStep(page.id, { recommendationId: next.id, open: true }), '')
    },
    [page.id, page.texts, run],
  )
  useKeys(page.open, (by) => step(at + by))
  return (
    <section className="co-wall stage" ref={wall} aria-label={page.title}>
      <header className="row between wrap">
        <b lang={page.language}>{page.title}</b>
        <span className="row wrap">
          {at >= 0 && <span>{t('presenting.of', { place: at + 1, of: page.texts.length })}</span>}
          <button type="button" className="btn" onClick={() => void wall.current?.requestFullscreen()}>
            <Maximize className="i" aria-hidden="true" />
            {t('presenting.full')}
          </button>
          <Link className="btn" to="/consultation">
            {t('presenting.exit')}
          </Link>
        </span>
      </header>
      {page.open && page.shown ? (
        <div className="co-wall-grid">
          <div>
            {page.shown.code !== '' && <b className="chip brand">{page.shown.code}</b>}
            <h1 lang={page.language}>
              <Unbroken text={page.shown.title} />
            </h1>
            <p className="co-lead" lang={page.language}>
              <Unbroken text={page.shown.summary} />
            </p>
            <Distribution counts={page.shown.feelings} />
            <p role="status">
              {page.shown.total === 0 ? t('feltNone') : t('felt', { count: page.shown.total })}
            </p>
          </div>
          <JoinWall page={page} />
        </div>
      ) : (
        <div className="co-wall-ready">
          <h1>{t('presenting.ready', { count: page.texts.length })}</h1>
        </div>
      )}
      <Controls
        {...{ page, at, step }}
        onEnd={() =>
          void run(() => sendStep(page.id, { recommendationId: null, open: false }), t('presenting.ended'))
        }
      />
      {acting.problem && (
        <p className="co-wall-problem" role="alert">
          {acting.problem}
        </p>
      )}
    </section>
  )
}

/** Arrows, and the keys of a presenter's remote. */
function useKeys(active: boolean, move: (by: number) => void): void {
  const last = useRef(move)
  useEffect(() => {
    last.current = move
  })
  useEffect(() => {
    if (!active) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const by = ({ ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 } as Record<string, number>)[
        event.key
      ] // any key
      if (by === undefined) return
      event.preventDefault()
      last.current(by)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [active])
}

interface ControlsProps {
  readonly page: PresentingAnswer
  readonly at: number
  readonly step: (place: number) => void
  readonly onEnd: () => void
}

function Controls({ at, onEnd, page, step }: ControlsProps) {
  const { t } = useTranslation('consultation')
  if (!page.open)
    return (
      <footer className="row wrap">
        <button type="button" className="btn co-main" data-act="start" onClick={() => step(0)}>
          {t('presenting.start')}
        </button>
      </footer>
    )
  return (
    <footer className="row wrap">
      <button
        type="button"
        className="btn"
        data-act="previous"
        aria-disabled={at <= 0}
        onClick={() => step(at - 1)}
      >
        <ArrowLeft className="i" aria-hidden="true" />
        {t('previous')}
      </button>
      <button
        type="button"
        className="btn co-main"
        data-act="next"
        aria-disabled={at >= page.texts.length - 1}
        onClick={() => step(at + 1)}
      >
        {t('next')}
        <ArrowRight className="i" aria-hidden="true" />
      </button>
      <span className="sm grow">{t('presenting.keys')}</span>
      <button type="button" className="btn" data-act="end" onClick={onEnd}>
        {t('presenting.end')}
      </button>
    </footer>
  )
}

function JoinWall({ page }: { page: PresentingAnswer }) {
  const { t } = useTranslation('consultation')
  return (
    <aside className="co-wall-join" aria-label={t('presenting.join')}>
      <h2>{t('presenting.join')}</h2>
      {page.loopback ? (
        <p className="sm">{t('presenting.loopback')}</p>
      ) : (
        <img src={liveQrPath(page.liveCode)} alt="" />
      )}
      <p className="sm">{page.address.replace(/^https?:\/\//u, '').replace(/\/[^/]+$/u, '/')}</p>
      <p className="sm">{t('presenting.code')}</p>
      <p className="co-code">{page.liveCode}</p>
      <p>{t('live.devices', { count: page.devices })}</p>
    </aside>
  )
}
