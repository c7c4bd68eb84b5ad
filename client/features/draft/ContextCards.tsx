// The context cards that touch a draft: constraints and projects of the cooperative, linked by those who write.
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DetailPartProps } from '#client/features/draft/DraftDetail.tsx'
import { include } from '#client/features/draft/draftActs.ts'
import { request } from '#client/live/api.ts'

export interface ContextCard {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly jurisdictions: readonly string[]
  readonly text: string
  readonly source: string
  readonly date: string
}

export function ContextCards(props: DetailPartProps) {
  const { draft, read, editable, room } = props
  const { t } = useTranslation('draft')
  const id = useId()
  const [chosen, setChosen] = useState('')
  const { data } = useQuery({
    queryKey: ['context', room.join.room.code],
    queryFn: ({ signal }) =>
      request<{ readonly cards: readonly ContextCard[]; readonly phase?: 'free' }>(
        'GET',
        `/api/context?room=${encodeURIComponent(room.join.room.id)}`,
        undefined,
        { signal },
      ),
    // The facilitator may show them at any moment.
    staleTime: 60_000,
  })
  const cards = data?.cards ?? []
  const linked = read.contextIds.map((cardId) => cards.find((card) => card.id === cardId) ?? { id: cardId })
  const others = cards.filter((card) => !read.contextIds.includes(card.id))
  // While the group writes freely nothing is told, not even that something was linked.
  if (data?.phase === 'free') return null
  if (linked.length === 0 && (!editable || others.length === 0)) return null
  const link = (): void => {
    if (chosen === '') return
    include(draft, 'contextIds', chosen, true)
    setChosen('')
  }
  return (
    <section className="draft-part" aria-labelledby={id}>
      <h3 id={id}>{t('context.heading')}</h3>
      <ul className="draft-list">
        {linked.map((card) => (
          <li key={card.id} className="draft-line">
            {'title' in card ? (
              <LinkedCard card={card} />
            ) : (
              <span className="grow muted">{t('context.unknown')}</span>
            )}
            {editable && (
              <button
                type="button"
                className="btn icon quiet"
                aria-label={t('context.removeLabel', { title: 'title' in card ? card.title : card.id })}
                onClick={() => include(draft, 'contextIds', card.id, false)}
              >
                <X className="i" aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {editable && others.length > 0 && (
        <div className="draft-line">
          <label className="field grow">
            <span className="lab">{t('context.choose')}</span>
            <select className="input" value={chosen} onChange={(event) => setChosen(event.target.value)}>
              <option value="">{t('context.none')}</option>
              {others.map((card) => (
                <option key={card.id} value={card.id}>
                  {card.title}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            className="btn sm"
            aria-disabled={chosen === '' ? 'true' : undefined}
            onClick={link}
          >
            {t('context.link')}
          </button>
        </div>
      )}
    </section>
  )
}

function LinkedCard({ card }: { card: ContextCard }) {
  return (
    <details className="grow">
      <summary>
        {card.title}
        <span className="xs muted"> {card.jurisdictions.join(', ')}</span>
      </summary>
      <p>{card.text}</p>
      <p className="xs muted">
        {card.source} · {card.date}
      </p>
    </details>
  )
}
