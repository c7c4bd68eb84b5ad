// Giving somebody a role, for as long as it is said.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { giveRole } from '#client/features/admin/adminApi.ts'
import { firstScope, RoleFields } from '#client/features/admin/RoleFields.tsx'
import { problemWords } from '#client/features/admin/sayProblem.ts'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import type { PeopleAnswer } from '#shared/account/admin.ts'
import type { RoleInScope } from '#shared/people/roles.ts'

export interface GiveRoleDialogProps {
  readonly around: Pick<PeopleAnswer, 'groups' | 'boards' | 'mayGiveAll'>
  readonly accountId: string
  readonly name: string
  readonly onClose: () => void
}

export function GiveRoleDialog({ around, accountId, name, onClose }: GiveRoleDialogProps) {
  const { t } = useTranslation('admin')
  const client = useQueryClient()
  const [role, setRole] = useState<RoleInScope>(() => ({
    role: 'member',
    scope: firstScope(around, 'member'),
  }))
  const [until, setUntil] = useState('')
  const giving = useMutation({
    mutationFn: () => giveRole(accountId, { ...role, ...(until !== '' && { until }) }),
    onSuccess: () => {
      showToast({ text: t('people.given') })
      onClose()
      return client.invalidateQueries()
    },
  })
  const give = (event: FormEvent): void => {
    event.preventDefault()
    if (!giving.isPending) giving.mutate()
  }
  return (
    <ModalDialog title={t('people.giveLabel', { name })} onClose={onClose}>
      <form className="admin-form" onSubmit={give} noValidate>
        <RoleFields around={around} value={role} onChange={setRole} />
        <Field
          label={t('invitation.until2')}
          type="date"
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
        {giving.isError && (
          <p className="field-error" role="alert">
            {problemWords(giving.error)}
          </p>
        )}
        <button type="submit" className="btn primary">
          {t('people.give')}
        </button>
      </form>
    </ModalDialog>
  )
}
