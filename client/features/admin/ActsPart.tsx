// The journal of acts: who did what, about whom, when; and whether it is whole.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readActs } from '#client/features/admin/adminApi.ts'
import { instantWords } from '#client/features/admin/dayWords.ts'
import { PartState } from '#client/features/admin/PartState.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import type { AdminAct } from '#shared/account/admin.ts'

const acts = [
  'signed-in',
  'sign-on-tied',
  'invitation-made',
  'invitation-used',
  'invitation-revoked',
  'role-given',
  'role-taken',
  'sessions-closed',
  'data-taken',
  'account-erased',
  'mails-read',
  'room-made',
  'room-code',
  'room-link',
  'cycle-begun',
  'cycle-added',
  'cycle-changed',
  'cycle-removed',
  'cycle-imported',
  'cycle-exported',
] as const
/** An act that this page has no words for yet is said as one all the same. */
const knownAct = (act: string): (typeof acts)[number] | 'other' =>
  acts.find((one) => one === act.replaceAll('.', '-')) ?? 'other'

export function ActsPart() {
  const { t } = useTranslation('admin')
  const [before, setBefore] = useState<number | null>(null)
  const journal = useQuery({
    queryKey: ['admin', 'acts', before],
    queryFn: ({ signal }) => readActs(before, signal),
  })
  const { data } = journal
  return (
    <>
      <PartState query={journal} />
      {data && (
        <>
          <Banner tone={data.whole ? 'info' : 'danger'}>
            {t(data.whole ? 'acts.whole' : 'acts.broken')}
          </Banner>
          {data.acts.length === 0 && <p className="soft">{t('acts.none')}</p>}
          <ol className="card admin-lines">
            {data.acts.map((act) => (
              <ActLine key={act.seq} act={act} />
            ))}
          </ol>
          <div className="admin-tools">
            {data.next !== null && (
              <button type="button" className="btn" onClick={() => setBefore(data.next)}>
                {t('acts.older')}
              </button>
            )}
            {before !== null && (
              <button type="button" className="btn" onClick={() => setBefore(null)}>
                {t('acts.newest')}
              </button>
            )}
          </div>
        </>
      )}
    </>
  )
}

function ActLine({ act }: { act: AdminAct }) {
  const { t, i18n } = useTranslation(['admin', 'account'])
  const by = act.by === 'console' ? t('acts.console') : (act.by ?? t('acts.gone'))
  const about = act.about !== null && act.about !== act.by ? t('acts.about', { name: act.about }) : ''
  const { role } = act.details
  return (
    <li className="admin-act">
      <span className="num soft">{act.seq}</span>
      <span className="grow">
        <b>{by}</b> {t(`acts.act.${knownAct(act.act)}`)} {about}
        {typeof role === 'string' && ` (${t(`account:role.${role}`)})`}
      </span>
      <time className="sm soft" dateTime={new Date(act.at).toISOString()}>
        {instantWords(i18n.language, act.at)}
      </time>
    </li>
  )
}
