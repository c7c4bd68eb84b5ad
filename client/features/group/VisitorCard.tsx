// What somebody who is not of the group is told: what this page holds, and how one comes in.
import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { GroupPageAnswer } from '#shared/group/groupPage.ts'

export function VisitorCard({ page }: { page: GroupPageAnswer }) {
  const { t } = useTranslation('group')
  const stranger = page.you.standing === 'stranger'
  return (
    <section className="card gp-visitor" aria-labelledby="gp-visitor">
      <KeyRound className="i" aria-hidden="true" />
      <div className="grow">
        <h2 id="gp-visitor">{t(stranger ? 'stranger' : 'reader')}</h2>
        <p>{t(stranger ? 'strangerText' : 'readerText')}</p>
      </div>
      {stranger && (
        <Link className="btn" to="/">
          {t('toHome')}
        </Link>
      )}
    </section>
  )
}
