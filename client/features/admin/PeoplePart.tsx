// People: search, roles, invitations.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { FileUp, UserRoundPlus, UsersRound } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readPeople, takeRole } from '#client/features/admin/adminApi.ts'
import { GiveRoleDialog } from '#client/features/admin/GiveRoleDialog.tsx'
import { ImportDialog } from '#client/features/admin/ImportDialog.tsx'
import { InvitationsList } from '#client/features/admin/InvitationsList.tsx'
import { InviteDialog } from '#client/features/admin/InviteDialog.tsx'
import { PartState } from '#client/features/admin/PartState.tsx'
import { PersonLine } from '#client/features/admin/PersonLine.tsx'
import { sayProblem } from '#client/features/admin/sayProblem.ts'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { Empty } from '#client/ui/Empty.tsx'
import { Field } from '#client/ui/Field.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import type { AdminPerson } from '#shared/account/admin.ts'

type Open =
  | { readonly kind: 'invite'; readonly person: AdminPerson | null }
  | { readonly kind: 'give'; readonly person: AdminPerson }
  | { readonly kind: 'take'; readonly person: AdminPerson; readonly role: AdminPerson['roles'][number] }
  | { readonly kind: 'import' }

export function PeoplePart() {
  const { t } = useTranslation(['admin', 'account'])
  const client = useQueryClient()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const [open, setOpen] = useState<Open | null>(null)
  const people = useQuery({
    queryKey: ['admin', 'people', q],
    queryFn: ({ signal }) => readPeople(q, signal),
    placeholderData: (before) => before,
  })
  const taking = useMutation({
    mutationFn: ({ accountId, grantId }: { accountId: string; grantId: string }) =>
      takeRole(accountId, grantId),
    onSuccess: () => {
      showToast({ text: t('people.taken') })
      return client.invalidateQueries()
    },
    onError: sayProblem,
    onSettled: () => setOpen(null),
  })
  const { data } = people
  return (
    <>
      <div className="admin-tools">
        <Field
          label={t('people.search')}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button
          type="button"
          className="btn primary"
          onClick={() => setOpen({ kind: 'invite', person: null })}
        >
          <UserRoundPlus className="i" aria-hidden="true" />
          {t('people.inviteSomebody')}
        </button>
        <button type="button" className="btn" onClick={() => setOpen({ kind: 'import' })}>
          <FileUp className="i" aria-hidden="true" />
          {t('people.import')}
        </button>
      </div>
      <PartState query={people} />
      {data && (
        <>
          <p className="sm soft" role="status">
            {t('people.count', { count: data.total })}
            {data.total > data.people.length && ` ${t('people.cut', { shown: data.people.length })}`}
          </p>
          {data.people.length === 0 && <Empty icon={UsersRound} title={t('people.none')} />}
          <ul className="card admin-lines">
            {data.people.map((person) => (
              <PersonLine
                key={person.accountId ?? person.personId ?? person.name}
                person={person}
                onInvite={(whom) => setOpen({ kind: 'invite', person: whom })}
                onGive={(whom) => setOpen({ kind: 'give', person: whom })}
                onTake={(whom, role) => setOpen({ kind: 'take', person: whom, role })}
              />
            ))}
          </ul>
          <InvitationsList invitations={data.invitations} />
          {open?.kind === 'invite' && (
            <InviteDialog around={data} person={open.person} onClose={() => setOpen(null)} />
          )}
          {open?.kind === 'give' && open.person.accountId !== null && (
            <GiveRoleDialog
              around={data}
              accountId={open.person.accountId}
              name={open.person.name}
              onClose={() => setOpen(null)}
            />
          )}
        </>
      )}
      {open?.kind === 'import' && <ImportDialog onClose={() => setOpen(null)} />}
      {open?.kind === 'take' && (
        <ConfirmDialog
          title={t('people.takeSure')}
          confirm={t('people.take')}
          busy={taking.isPending}
          danger
          onClose={() => setOpen(null)}
          onConfirm={() =>
            taking.mutate({ accountId: open.person.accountId ?? '', grantId: open.role.id ?? '' })
          }
        >
          {t('people.takeText', { name: open.person.name, role: t(`account:role.${open.role.role}`) })}
        </ConfirmDialog>
      )}
    </>
  )
}
