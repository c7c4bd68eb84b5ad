// The one thing that waits for this person.
import { Hourglass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Unbroken } from '#client/ui/Unbroken.tsx'

/** `reachable` says whether a page of that address exists in this product. */
export function Waiting({
  waiting,
  reachable,
}: {
  waiting: { text: string; page: string }
  reachable: (page: string) => boolean
}) {
  const { t } = useTranslation('home')
  return (
    <section className="waiting card" aria-labelledby="waiting-title">
      <Hourglass className="i" aria-hidden="true" />
      <div className="grow">
        <h2 id="waiting-title">{t('waiting')}</h2>
        <p lang="fr">
          <Unbroken text={waiting.text} />
        </p>
      </div>
      {reachable(waiting.page) && (
        <Link className="btn" to={waiting.page}>
          {t('go')}
        </Link>
      )}
    </section>
  )
}
