// One's own order, built by buttons: what is not in it yet stands below, in the order of the question.
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '#client/ui/announcer.tsx'
import type { AnswerOf } from '#shared/decision/answer.ts'
import type { OpenView } from '#shared/decision/decision.ts'

export interface RankingAnswerProps {
  readonly open: OpenView
  readonly value: AnswerOf<'ranking'>
  readonly onChange: (value: AnswerOf<'ranking'>) => void
}

export function RankingAnswer({ open, value, onChange }: RankingAnswerProps) {
  const { t } = useTranslation('decision')
  const part = useRef<HTMLDivElement>(null)
  const { order } = value
  const textOf = (id: string): string => open.items.find((item) => item.id === id)?.text ?? ''
  const rest = open.items.filter(({ id }) => !order.includes(id))
  const set = (next: readonly string[], said: string): void => {
    onChange({ ...value, order: [...next] })
    announce(said)
  }
  const move = (at: number, to: number): void => {
    const id = order[at]
    if (id === undefined || to < 0 || to >= order.length) return
    const next = order.filter((one) => one !== id)
    next.splice(to, 0, id)
    set(next, t('ranking.at', { item: textOf(id), rank: to + 1 }))
  }
  return (
    <div className="decision-ranking" ref={part}>
      <p className="soft">{t('ranking.hint')}</p>
      <ol>
        {order.map((id, at) => (
          <li key={id} className="decision-vt">
            <b className="num">{at + 1}</b>
            <p>{textOf(id)}</p>
            <div className="decision-step" role="group" aria-label={textOf(id)}>
              <button
                type="button"
                aria-label={t('ranking.up', { item: textOf(id) })}
                aria-disabled={at === 0 ? 'true' : undefined}
                onClick={() => move(at, at - 1)}
              >
                <ArrowUp className="i" aria-hidden="true" />
              </button>
              <button
                type="button"
                aria-label={t('ranking.down', { item: textOf(id) })}
                aria-disabled={at === order.length - 1 ? 'true' : undefined}
                onClick={() => move(at, at + 1)}
              >
                <ArrowDown className="i" aria-hidden="true" />
              </button>
              <button
                type="button"
                aria-label={t('ranking.out', { item: textOf(id) })}
                onClick={() => {
                  set(
                    order.filter((one) => one !== id),
                    t('ranking.outSaid', { item: textOf(id) }),
                  )
                  focusFirst(part.current)
                }}
              >
                <X className="i" aria-hidden="true" />
              </button>
            </div>
          </li>
        ))}
      </ol>
      {rest.length > 0 && (
        <div className="decision-options" role="group" aria-label={t('ranking.rest')}>
          {rest.map(({ id, text }) => (
            <button
              key={id}
              type="button"
              className="decision-big low"
              data-rest
              aria-label={t('ranking.add', { item: text, rank: order.length + 1 })}
              onClick={() => {
                set([...order, id], t('ranking.at', { item: text, rank: order.length + 1 }))
                focusFirst(part.current)
              }}
            >
              <Plus className="i" aria-hidden="true" />
              <span>{text}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

/** The button that was pressed is gone with its row: the focus goes to the next thing to place, or to the order. */
function focusFirst(part: HTMLElement | null): void {
  requestAnimationFrame(() => {
    if (part?.contains(document.activeElement)) return
    const next = part?.querySelector<HTMLElement>('[data-rest]') ?? part?.querySelector<HTMLElement>('button')
    next?.focus()
  })
}
