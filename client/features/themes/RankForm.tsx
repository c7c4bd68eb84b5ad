// An order, made by pressing what comes next: every step by keyboard and on a phone, no dragging needed.
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '#client/ui/announcer.tsx'
import type { BallotItem } from '#shared/assembly/ballot.ts'

export interface RankFormProps {
  readonly items: readonly BallotItem[]
  readonly most: number
  readonly language: string
  readonly onOrder: (order: readonly string[]) => void
}

export function RankForm({ items, language, most, onOrder }: RankFormProps) {
  const { t } = useTranslation('themes')
  const [order, setOrder] = useState<readonly string[]>([])
  const form = useRef<HTMLDivElement>(null)
  const next = useNextFocus(form, order)
  const change = (next: readonly string[], said?: string): void => {
    setOrder(next)
    onOrder(next)
    if (said) announce(said)
  }
  const titleOf = (id: string): string => items.find((one) => one.id === id)?.title ?? ''
  const moved = (at: number, by: 1 | -1): void => {
    const next = [...order]
    const [one = ''] = next.splice(at, 1)
    next.splice(at + by, 0, one)
    change(next, t('nowAt', { name: titleOf(one), rank: at + by + 1 }))
  }
  const left = items.filter(({ id }) => !order.includes(id))
  return (
    <div className="th-rank" ref={form}>
      <p className="sm soft">{t('rankText', { count: most })}</p>
      <ol className="th-order" aria-label={t('yourOrderLabel')}>
        {order.map((id, at) => (
          <li key={id}>
            <b className="num">{at + 1}</b>
            <span className="grow" lang={language}>
              {titleOf(id)}
            </span>
            <button
              type="button"
              className="btn quiet icon"
              aria-label={t('upLabel', { name: titleOf(id) })}
              aria-disabled={at === 0}
              onClick={() => at > 0 && moved(at, -1)}
            >
              <ArrowUp className="i" aria-hidden="true" />
            </button>
            <button
              type="button"
              className="btn quiet icon"
              aria-label={t('downLabel', { name: titleOf(id) })}
              aria-disabled={at === order.length - 1}
              onClick={() => at < order.length - 1 && moved(at, 1)}
            >
              <ArrowDown className="i" aria-hidden="true" />
            </button>
            <button
              type="button"
              className="btn quiet icon"
              aria-label={t('outLabel', { name: titleOf(id) })}
              data-out={at}
              onClick={() => {
                next.current = order.length > 1 ? `[data-out="${Math.max(0, at - 1)}"]` : '[data-pick]'
                change(
                  order.filter((one) => one !== id),
                  t('outNow', { name: titleOf(id) }),
                )
              }}
            >
              <X className="i" aria-hidden="true" />
            </button>
          </li>
        ))}
      </ol>
      {order.length < most && left.length > 0 && (
        <ul className="th-left" aria-label={t('leftLabel')}>
          {left.map(({ id, question, title }, at) => (
            <li key={id}>
              <button
                type="button"
                className="btn th-pick"
                data-pick={id}
                onClick={() => {
                  const after = left[at + 1] ?? left[at - 1]
                  const more = order.length + 1 < most && after !== undefined
                  next.current = more
                    ? `[data-pick="${CSS.escape(after.id)}"]`
                    : `[data-out="${order.length}"]`
                  change([...order, id], t('nowAt', { name: title, rank: order.length + 1 }))
                }}
              >
                <span lang={language}>
                  <b>{title}</b>
                  <span className="sm">{question}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** A pressed button that goes hands its focus on to what `current` names, so that five places are not five tours through the page. */
function useNextFocus(form: RefObject<HTMLDivElement | null>, order: readonly string[]) {
  const next = useRef<string>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new order has other buttons
  useEffect(() => {
    if (next.current === undefined) return
    form.current?.querySelector<HTMLElement>(next.current)?.focus()
    next.current = undefined
  }, [form, order])
  return next
}
