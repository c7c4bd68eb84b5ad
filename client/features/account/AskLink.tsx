// Asking for a link by e-mail; what is said afterwards is the same whoever it is.
import { LogIn, MailCheck, Send } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askLink, beginSignOn } from '#client/features/account/accountApi.ts'
import { type AccountProblem, accountProblem } from '#client/features/account/accountProblem.ts'
import { announce } from '#client/ui/announcer.tsx'
import { Empty } from '#client/ui/Empty.tsx'
import { Field } from '#client/ui/Field.tsx'

export function AskLink({ signOn }: { signOn: boolean }) {
  const { t, i18n } = useTranslation('account')
  const [email, setEmail] = useState('')
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [problem, setProblem] = useState<AccountProblem | null>(null)
  const [busy, setBusy] = useState(false)
  const act = (work: () => Promise<void>): void => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    work()
      .catch((error: unknown) => setProblem(accountProblem(error)))
      .finally(() => setBusy(false))
  }
  const send = (event: FormEvent): void => {
    event.preventDefault()
    act(async () => {
      await askLink(email, i18n.language)
      setSentTo(email.trim())
      announce(t('signIn.sent', { email: email.trim() }))
    })
  }
  if (sentTo !== null)
    return (
      <Empty
        icon={MailCheck}
        title={t('signIn.sentTitle')}
        action={
          <button type="button" className="btn" onClick={() => setSentTo(null)}>
            {t('signIn.again')}
          </button>
        }
      >
        {t('signIn.sent', { email: sentTo })}
      </Empty>
    )
  return (
    <form className="account-form" onSubmit={send} noValidate>
      <p className="soft">{t('signIn.lead')}</p>
      <Field
        label={t('signIn.email')}
        type="email"
        name="email"
        autoComplete="email"
        inputMode="email"
        required
        value={email}
        error={problem ? t(`problem.${problem}`) : undefined}
        onChange={(event) => setEmail(event.target.value)}
      />
      <button type="submit" className="btn primary lg" aria-disabled={busy ? 'true' : undefined}>
        <Send className="i" aria-hidden="true" />
        {t('signIn.send')}
      </button>
      {signOn && (
        <button
          type="button"
          className="btn lg"
          data-act="sign-on"
          onClick={() => act(async () => location.assign((await beginSignOn()).url))}
        >
          <LogIn className="i" aria-hidden="true" />
          {t('signIn.signOn')}
        </button>
      )}
      <p className="sm soft">{t('signIn.noAccount')}</p>
    </form>
  )
}
