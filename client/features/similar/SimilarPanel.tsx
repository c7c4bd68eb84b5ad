// What is close to one text: the words that make it so and those that differ, what became of it before, and what may be done.
import { Blend } from 'lucide-react'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CloseText, type SimilarActs } from '#client/features/similar/CloseText.tsx'
import { useNotClose } from '#client/features/similar/notClose.ts'
import { announce } from '#client/ui/announcer.tsx'
import type { SimilarAnswer } from '#shared/similar/similarAnswer.ts'
import '#client/features/similar/similar.css'

export interface SimilarPanelProps extends SimilarActs {
  readonly answer: SimilarAnswer | undefined
  /** The person, as far as this device knows. */
  readonly who: string
  /** The text that the others are close to. */
  readonly text: string
  /** Absent where a heading stands above already. */
  readonly title?: boolean
}

/** Null while nothing is close: it never waits, warns or stands in the way. */
export function SimilarPanel({ answer, who, text, title = true, openHere, merge }: SimilarPanelProps) {
  const { t } = useTranslation('similar')
  const id = useId()
  const box = useRef<HTMLElement>(null)
  const notClose = useNotClose(who, text)
  const all = [
    ...(answer?.drafts ?? []).map((draft) => ({ key: `${draft.spaceId}/${draft.draftId}`, draft })),
    ...(answer?.recommendations ?? []).map((past) => ({ key: past.id, past })),
  ]
  if (all.length === 0) return null
  const shown = all.filter(({ key }) => !notClose.has(key))
  const dismiss = (key: string): void => {
    notClose.add(key)
    announce(t('dismissed'))
    // The button that was pressed is gone: the keyboard goes on from the panel.
    box.current?.focus()
  }
  return (
    <section className="similar" ref={box} tabIndex={-1} aria-labelledby={title ? id : undefined}>
      {title && (
        <h4 id={id} className="similar-title">
          <Blend className="i" aria-hidden="true" />
          {t('title')}
        </h4>
      )}
      {title && shown.length > 0 && <p className="similar-hint">{t('hint')}</p>}
      {shown.length > 0 && (
        <ul className="similar-list">
          {shown.map(({ key, ...one }) => (
            <CloseText
              key={key}
              level={title ? 'h5' : 'h4'}
              {...one}
              {...{ openHere, merge }}
              onNotClose={() => dismiss(key)}
            />
          ))}
        </ul>
      )}
      {shown.length < all.length && (
        <p className="similar-hidden">
          <span>{t('hidden', { count: all.length - shown.length })}</span>
          <button type="button" className="btn quiet sm" onClick={notClose.clear}>
            {t('showAgain')}
          </button>
        </p>
      )}
    </section>
  )
}
