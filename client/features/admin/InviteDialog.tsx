// Inviting one person: name, address if there is one, a role; then the link that is said once.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { MailPlus } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sendInvitation } from '#client/features/admin/adminApi.ts'
import { LinkToCopy } from '#client/features/admin/LinkToCopy.tsx'
import { firstScope, RoleFields } from '#client/features/admin/RoleFields.tsx'
import { problemWords } from '#client/features/admin/sayProblem.ts'
import { Field } from '#client/ui/Field.tsx'
import { languages } from '#client/ui/languages.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import type { AdminPerson, PeopleAnswer } from '#shared/account/admin.ts'
import type { RoleInScope } from '#shared/people/roles.ts'

export interface InviteDialogProps {
  readonly around: Pick<PeopleAnswer, 'groups' | 'boards' | 'mayGiveAll'>
  /** Somebody of the cycle, with the roles that it knows; null for somebody new. */
  readonly person: AdminPerson | null
  readonly onClose: () => void
}

export function InviteDialog({ around, person, onClose }: InviteDialogProps) {
  const { t, i18n } = useTranslation(['admin', 'account'])
  const client = useQueryClient()
  const languageId = useId()
  const [name, setName] = useState(person?.name ?? '')
  const [email, setEmail] = useState('')
  const [language, setLanguage] = useState(i18n.language)
  const [role, setRole] = useState<RoleInScope>(
    () => person?.roles[0] ?? { role: 'member', scope: firstScope(around, 'member') },
  )
  const sending = useMutation({
    mutationFn: sendInvitation,
    onSuccess: () => client.invalidateQueries({ queryKey: ['admin'] }),
  })
  const send = (event: FormEvent): void => {
    event.preventDefault()
    const others = (person?.roles ?? []).slice(1).map(({ role: more, scope }) => ({ role: more, scope }))
    sending.mutate({
      ...{ name: name.trim(), language, roles: [{ role: role.role, scope: role.scope }, ...others] },
      ...(email.trim() !== '' && { email: email.trim() }),
      ...(person?.personId && { personId: person.personId }),
    })
  }
  if (sending.data)
    return (
      <ModalDialog title={t('invitation.ready')} onClose={onClose}>
        <p>{t('invitation.readyText')}</p>
        {sending.data.mailed && <p className="soft">{t('invitation.mailed')}</p>}
        <LinkToCopy label={t('invitation.link')} url={sending.data.url} />
        <div className="acts">
          <button type="button" className="btn primary" onClick={onClose}>
            {t('invitation.done')}
          </button>
        </div>
      </ModalDialog>
    )
  return (
    <ModalDialog title={t('people.inviteSomebody')} onClose={onClose}>
      <form className="admin-form" onSubmit={send} noValidate>
        <Field
          label={t('invitation.name')}
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={t('invitation.email')}
          hint={t('invitation.emailHint')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <RoleFields around={around} value={role} onChange={setRole} />
        <div className="field">
          <label htmlFor={languageId}>{t('invitation.language')}</label>
          <select
            id={languageId}
            className="input"
            value={language}
            onChange={(event) => setLanguage(event.target.value)}
          >
            {languages.map(({ code, name: called }) => (
              <option key={code} value={code} lang={code}>
                {called}
              </option>
            ))}
          </select>
        </div>
        {sending.isError && (
          <p className="field-error" role="alert">
            {problemWords(sending.error)}
          </p>
        )}
        <button type="submit" className="btn primary" aria-disabled={sending.isPending ? 'true' : undefined}>
          <MailPlus className="i" aria-hidden="true" />
          {t('invitation.send')}
        </button>
      </form>
    </ModalDialog>
  )
}
