// What waits for this person in the parts of the product, the most urgent first, each with the way to where it is done.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { wholeDay } from '#client/ui/dates.ts'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { Waits } from '#shared/home/waits.ts'

export interface WaitsListProps {
  readonly waits: readonly Waits[]
  readonly today: string
  /** `reachable` says whether a page of that address exists in this product. */
  readonly reachable: (page: string) => boolean
  /** Brings the words of these namespaces. */
  readonly loadTexts: (namespaces: readonly string[]) => Promise<void>
}

export function WaitsList({ waits, today, reachable, loadTexts }: WaitsListProps) {
  const namespaces = [...new Set(waits.map(({ text }) => text.split(':', 1)[0] ?? ''))].sort().join(' ')
  const [loaded, setLoaded] = useState('')
  useEffect(() => {
    let here = true
    loadTexts(namespaces.split(' ')).then(
      () => here && setLoaded(namespaces),
      // Without its words a line says nothing: it is left out until the page is opened again.
      () => undefined,
    )
    return () => {
      here = false
    }
  }, [namespaces, loadTexts])
  if (waits.length === 0 || loaded !== namespaces) return null
  return (
    <ul className="waits">
      {waits.map((one) => (
        <Line key={`${one.text} ${one.page} ${one.subject}`} {...{ one, today, reachable }} />
      ))}
    </ul>
  )
}

function Line({ one, today, reachable }: { one: Waits } & Pick<WaitsListProps, 'today' | 'reachable'>) {
  const { i18n, t } = useTranslation('home')
  const { count, day, page, subject } = one
  const words = i18n.t(one.text, {
    ...{ count, subject, day: day === null ? '' : wholeDay(i18n.language, day) },
  })
  const late = day !== null && day < today
  return (
    <li>
      <span className="grow">
        <Unbroken text={words} />
        {day !== null && (
          <span className={`chip ${late ? 'danger' : 'line'}`}>
            {t(late ? 'waitsLate' : 'waitsUntil', { day: wholeDay(i18n.language, day) })}
          </span>
        )}
      </span>
      {reachable(page.replace(/[?#].*$/u, '')) && (
        <Link className="btn sm" to={page} aria-label={t('goLabel', { what: words })}>
          {t('go')}
        </Link>
      )}
    </li>
  )
}
