// What waits for this person: what the demo's moment says, and what the parts of the product ask.
import { Hourglass } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { Unbroken } from '#client/ui/Unbroken.tsx'

interface WaitingProps {
  readonly waiting: { readonly text: string; readonly page: string } | null
  /** Says whether a page of that address exists in this product. */
  readonly reachable: (page: string) => boolean
  /** Further lines. */
  readonly children: ReactNode
}

export function Waiting({ waiting, reachable, children }: WaitingProps) {
  const { t } = useTranslation('home')
  return (
    <section className="waiting card" aria-labelledby="waiting-title">
      <Hourglass className="i" aria-hidden="true" />
      <div className="grow">
        <h2 id="waiting-title">{t('waiting')}</h2>
        {waiting && (
          <p lang={contentLanguage()}>
            <Unbroken text={waiting.text} />
          </p>
        )}
        {children}
      </div>
      {waiting && reachable(waiting.page) && (
        <Link className="btn" to={waiting.page}>
          {t('go')}
        </Link>
      )}
    </section>
  )
}
