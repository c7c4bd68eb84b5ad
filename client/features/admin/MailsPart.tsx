// The outbox: what waits, what was sent.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { readMails } from '#client/features/admin/adminApi.ts'
import { instantWords } from '#client/features/admin/dayWords.ts'
import { PartState } from '#client/features/admin/PartState.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import type { AdminMail } from '#shared/account/admin.ts'

export function MailsPart() {
  const { t, i18n } = useTranslation('admin')
  const mails = useQuery({ queryKey: ['admin', 'mails'], queryFn: ({ signal }) => readMails(signal) })
  const stateOf = ({ sentAt, text }: AdminMail): string =>
    t(sentAt !== null ? 'mails.sent' : text === null ? 'mails.over' : 'mails.waits')
  return (
    <>
      <PartState query={mails} />
      {mails.data && (
        <>
          <Banner tone="info">{t(mails.data.sends ? 'mails.sends' : 'mails.kept')}</Banner>
          {mails.data.mails.length === 0 && <p className="soft">{t('mails.none')}</p>}
          <ul className="card admin-lines">
            {mails.data.mails.map((mail) => (
              <li key={mail.id} className="admin-mail">
                <p>
                  <b lang={mail.language}>{mail.subject}</b> {t('mails.to', { to: mail.to })}{' '}
                  <span className="chip line">{stateOf(mail)}</span>
                </p>
                <p className="sm soft">
                  {instantWords(i18n.language, mail.madeAt)}
                  {mail.tries > 0 && `, ${t('mails.tried', { count: mail.tries })}`}
                  {mail.problem && ` (${mail.problem})`}
                </p>
                {mail.text !== null && (
                  <details>
                    <summary>{t('mails.show')}</summary>
                    <pre lang={mail.language}>{mail.text}</pre>
                  </details>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
