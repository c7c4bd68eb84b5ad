// An invitation: what it offers, the name to be seen by, and one button that makes the account.
import { useQuery } from '@tanstack/react-query'
import { UserRoundPlus } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { acceptInvitation, lookAtInvitation } from '#client/features/account/accountApi.ts'
import { type AccountProblem, accountProblem } from '#client/features/account/accountProblem.ts'
import { RoleName } from '#client/features/account/RoleName.tsx'
import { Field } from '#client/ui/Field.tsx'
import type { SeenInvitation } from '#shared/account/account.ts'

export interface OpenInvitationProps {
  readonly token: string
  readonly onSignedIn: () => void
  readonly onProblem: (problem: AccountProblem) => void
}

export function OpenInvitation({ token, onSignedIn, onProblem }: OpenInvitationProps) {
  const { t } = useTranslation('account')
  const seen = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => lookAtInvitation(token),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const { error } = seen
  useEffect(() => {
    if (error) onProblem(accountProblem(error))
  }, [error, onProblem])
  if (!seen.data) return <p className="soft">{t('me.loading')}</p>
  return <Opened {...{ token, onSignedIn, onProblem }} invitation={seen.data} />
}

function Opened({
  token,
  onSignedIn,
  onProblem,
  invitation,
}: OpenInvitationProps & { invitation: SeenInvitation }) {
  const { t, i18n } = useTranslation('account')
  const [name, setName] = useState(invitation.name)
  const [email, setEmail] = useState('')
  const [problem, setProblem] = useState<AccountProblem | null>(null)
  const [busy, setBusy] = useState(false)
  const accept = (event: FormEvent): void => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const address = email.trim() === '' ? {} : { email: email.trim() }
    acceptInvitation({ token, name: name.trim(), language: i18n.language, ...address }).then(
      onSignedIn,
      (error: unknown) => {
        setBusy(false)
        const why = accountProblem(error)
        if (why === 'link-over') onProblem(why)
        else setProblem(why)
      },
    )
  }
  return (
    <form className="account-form" onSubmit={accept} noValidate>
      <p className="soft">
        {t('invitation.text', { cooperative: invitation.cooperative || 'Faire Ensemble' })}
      </p>
      <ul className="account-roles">
        {invitation.roles.map((role) => (
          <li key={`${role.role} ${role.scope}`}>
            <RoleName role={role} />
          </li>
        ))}
      </ul>
      <Field
        label={t('invitation.name')}
        name="name"
        autoComplete="name"
        maxLength={80}
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {!invitation.knowsEmail && (
        <Field
          label={t('invitation.email')}
          hint={t('invitation.emailHint')}
          type="email"
          name="email"
          autoComplete="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      )}
      {problem && (
        <p className="field-error" role="alert">
          {t(`problem.${problem}`)}
        </p>
      )}
      <button
        type="submit"
        className="btn primary lg"
        data-act="enter"
        aria-disabled={busy ? 'true' : undefined}
      >
        <UserRoundPlus className="i" aria-hidden="true" />
        {t('invitation.make')}
      </button>
    </form>
  )
}
