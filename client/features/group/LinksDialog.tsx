// Personal links: one for each person, without a password; shown once, revoked at any time.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyableText } from '#client/features/group/CopyableText.tsx'
import { makeLink, readLinks, revokeLink } from '#client/features/group/groupApi.ts'
import { UnreachableServer } from '#client/live/api.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import type { PersonalLink } from '#shared/group/groupPage.ts'

export function LinksDialog({ group, onClose }: { group: string; onClose: () => void }) {
  const { t } = useTranslation('group')
  const client = useQueryClient()
  const [made, setMade] = useState<PersonalLink | null>(null)
  const links = useQuery({
    queryKey: ['group-links', group],
    queryFn: ({ signal }) => readLinks(group, signal),
    staleTime: 0,
  })
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: ['group-links', group] })
  return (
    <ModalDialog title={t('links')} onClose={onClose} width="wide">
      <div className="stack">
        <p className="soft">{t('linksText')}</p>
        <MakeLink
          group={group}
          onMade={(link) => {
            setMade(link)
            void again()
          }}
        />
        {made?.url && (
          <div className="gp-made" role="status">
            <CopyableText
              label={t('linkOf', { name: made.name })}
              text={new URL(made.url, location.origin).href}
            />
            <p className="sm soft">{t('linkOnce')}</p>
          </div>
        )}
        {links.isPending && <Skeleton lines={[80, 60]} label={t('loading')} />}
        {links.isError && <Banner tone="caution">{t('linksFailed')}</Banner>}
        {links.data && <LinkList group={group} links={links.data.links} onChanged={again} />}
      </div>
    </ModalDialog>
  )
}

function MakeLink({ group, onMade }: { group: string; onMade: (link: PersonalLink) => void }) {
  const { t } = useTranslation('group')
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<'name' | 'offline' | 'failed' | null>(null)
  const make = async (): Promise<void> => {
    try {
      onMade(await makeLink(group, { name: name.trim() }))
      setName('')
    } catch (error) {
      setProblem(error instanceof UnreachableServer ? 'offline' : 'failed')
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '') return setProblem('name')
    setProblem(null)
    void make()
  }
  return (
    <form className="gp-make" noValidate onSubmit={submit}>
      <Field
        className="grow"
        label={t('linkFor')}
        value={name}
        maxLength={60}
        autoComplete="off"
        error={problem ? t(`linkProblem.${problem}`) : undefined}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className="btn primary">
        {t('makeLink')}
      </button>
    </form>
  )
}

interface LinkListProps {
  readonly group: string
  readonly links: readonly PersonalLink[]
  readonly onChanged: () => Promise<void>
}

function LinkList({ group, links, onChanged }: LinkListProps) {
  const { t, i18n } = useTranslation('group')
  const [asked, setAsked] = useState<PersonalLink | null>(null)
  const day = (at: number): string =>
    new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'long' }).format(at)
  const revoke = async (link: PersonalLink): Promise<void> => {
    try {
      await revokeLink(group, link.id)
      showToast({ text: t('linkRevoked', { name: link.name }) })
      await onChanged()
    } catch {
      showToast({ text: t('linksFailed'), tone: 'problem' })
    } finally {
      setAsked(null)
    }
  }
  if (links.length === 0) return <p className="soft">{t('linksNone')}</p>
  return (
    <>
      <ul className="gp-lines">
        {links.map((link) => (
          <li key={link.id}>
            <span>
              <b>{link.name}</b>
              <small>
                {t('linkUntil', { day: day(link.expiresAt) })},{' '}
                {link.lastUsedAt === null ? t('linkUnused') : t('linkUsed', { day: day(link.lastUsedAt) })}
              </small>
            </span>
            <button
              type="button"
              className="btn sm"
              aria-label={t('revokeLabel', { name: link.name })}
              onClick={() => setAsked(link)}
            >
              {t('revoke')}
            </button>
          </li>
        ))}
      </ul>
      {asked && (
        <ConfirmDialog
          title={t('revokeTitle', { name: asked.name })}
          confirm={t('revoke')}
          danger
          onConfirm={() => void revoke(asked)}
          onClose={() => setAsked(null)}
        >
          {t('revokeText')}
        </ConfirmDialog>
      )}
    </>
  )
}
