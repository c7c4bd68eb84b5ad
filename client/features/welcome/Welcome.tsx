// The visit of 90 seconds: a strip above the views that covers nothing, waits for nobody and ends with one key.
import { ArrowLeft, ArrowRight, Check, X } from 'lucide-react'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePointing } from '#client/features/welcome/usePointing.ts'
import { stepsFor, type VisitLook, type VisitPlaces } from '#client/features/welcome/visitSteps.ts'
import { endVisit, useVisit } from '#client/features/welcome/welcomeSeen.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import '#client/features/welcome/welcome.css'

export interface WelcomeProps {
  readonly look: VisitLook
  readonly places: VisitPlaces
  /** The room is known and nothing is asked of people now: a running tool is never talked over. */
  readonly isCalm: boolean
  /** Where the focus goes when the visit that had it ends. */
  readonly onEnd: () => void
}

/** Null for whoever has seen it, until they ask for it again. */
export function Welcome(props: WelcomeProps) {
  const visit = useVisit()
  if (visit === 'off' || !props.isCalm) return null
  return <Visit {...props} asked={visit === 'asked'} />
}

function Visit({ look, places, onEnd, asked }: WelcomeProps & { readonly asked: boolean }) {
  const { t } = useTranslation('welcome')
  const steps = stepsFor(useLiveRoom().join.you.role === 'observer')
  const [at, setAt] = useState(0)
  const strip = useRef<HTMLElement>(null)
  const id = useId()
  const step = steps[at] ?? 'same'
  const isLast = at === steps.length - 1
  const title = t(`${step}.title`)
  const text = step === 'same' || step === 'speak' ? t(`${step}.${look}`) : t(`${step}.text`)
  const end = useCallback((): void => {
    const hadFocus = strip.current?.contains(document.activeElement)
    endVisit()
    if (hadFocus) onEnd()
  }, [onEnd])
  usePointing(places[step])
  useEndingKey(strip, end)
  useEffect(() => {
    // Only who asked for it is brought there; who arrives keeps their place and hears of it.
    if (asked) strip.current?.focus()
    else announce(t('said'))
  }, [asked, t])
  const go = (to: number): void => {
    if (to >= steps.length) return end()
    setAt(to)
  }
  return (
    <section className="welcome" ref={strip} tabIndex={-1} data-region="visit" aria-labelledby={`${id}-name`}>
      <p className="welcome-place" id={`${id}-name`}>
        {t('name')} <span className="num">{t('place', { at: at + 1, of: steps.length })}</span>
      </p>
      <div className="welcome-words" aria-live="polite" aria-atomic="true">
        <h3>{title}</h3>
        <p>{text}</p>
      </div>
      <div className="welcome-acts">
        <button type="button" className="btn quiet" onClick={end}>
          <X className="i" aria-hidden="true" />
          {t('skip')} <kbd aria-hidden="true">{t('key')}</kbd>
        </button>
        {at > 0 && (
          <button type="button" className="btn" onClick={() => go(at - 1)}>
            <ArrowLeft className="i" aria-hidden="true" />
            {t('back')}
          </button>
        )}
        <button type="button" className="btn primary" onClick={() => go(at + 1)}>
          {t(isLast ? 'done' : 'next')}
          {isLast ? (
            <Check className="i" aria-hidden="true" />
          ) : (
            <ArrowRight className="i" aria-hidden="true" />
          )}
        </button>
      </div>
    </section>
  )
}

const otherUses =
  'input, textarea, select, [contenteditable=true], [role=dialog], [role=alertdialog], [role=menu], .tl-container'

/** Escape ends it, unless the key is for a field, a dialog, a menu or the canvas. */
function useEndingKey(strip: { readonly current: HTMLElement | null }, end: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (document.activeElement?.closest(otherUses)) return
      if (strip.current?.getClientRects().length) end()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [strip, end])
}
