// Calendars to subscribe to: one's own or a group's. Each address is shown once, and closed at any time.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { type FormEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { makeFeed, readFeeds, revokeFeed } from '#client/features/cycle/cycleApi.ts'
import { announce } from '#client/ui/announcer.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { copyText } from '#client/ui/copyText.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import type { CycleAnswer, ShownFeed } from '#shared/cyclePage/cycleAnswers.ts'

const key = ['cycle-feeds'] as const

export function FeedsDialog({ page, onClose }: { page: CycleAnswer; onClose: () => void }) {
  const { t } = useTranslation('cycle')
  const client = useQueryClient()
  const [address, setAddress] = useState<string | null>(null)
  const feeds = useQuery({ queryKey: key, queryFn: ({ signal }) => readFeeds(signal), staleTime: 0 })
  const again = (): void => void client.invalidateQueries({ queryKey: key })
  return (
    <ModalDialog title={t('feedsTitle')} onClose={onClose} width="wide">
      <div className="stack">
        <p className="soft">{t('feedsText')}</p>
        <MakeFeed
          page={page}
          onMade={(feed) => {
            setAddress(feed.address ?? null)
            again()
          }}
        />
        {address !== null && <Address address={new URL(address, location.origin).href} />}
        {feeds.isPending && <Skeleton lines={[70, 50]} label={t('loading')} />}
        {feeds.isError && <Banner tone="caution">{t('feedsFailed')}</Banner>}
        {feeds.data && <FeedList page={page} feeds={feeds.data.feeds} onChanged={again} />}
      </div>
    </ModalDialog>
  )
}

const nameOf = (page: CycleAnswer, groupId: string | null): string | undefined =>
  page.groups.find(({ id }) => id === groupId)?.place

function MakeFeed({ page, onMade }: { page: CycleAnswer; onMade: (feed: ShownFeed) => void }) {
  const { t } = useTranslation('cycle')
  const id = useId()
  const [groupId, setGroupId] = useState('')
  const make = async (): Promise<void> => {
    try {
      onMade(await makeFeed(groupId === '' ? null : groupId))
    } catch {
      showToast({ text: t('feedsFailed'), tone: 'problem' })
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void make()
  }
  return (
    <form className="row wrap cy-make" onSubmit={submit}>
      <div className="field grow">
        <label htmlFor={id}>{t('feedsFor')}</label>
        <select id={id} className="input" value={groupId} onChange={({ target }) => setGroupId(target.value)}>
          <option value="">{t('feedsMine')}</option>
          {page.groups
            .filter((group) => page.you.ownGroupIds.includes(group.id))
            .map((group) => (
              <option key={group.id} value={group.id}>
                {group.place}
              </option>
            ))}
        </select>
      </div>
      <button type="submit" className="btn primary" data-act="make-feed">
        {t('feedsMake')}
      </button>
    </form>
  )
}

function Address({ address }: { address: string }) {
  const { t } = useTranslation('cycle')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const copy = async (): Promise<void> => {
    if ((await copyText(address, field.current)) === 'copied') showToast({ text: t('copied') })
    else announce(t('selected'))
  }
  return (
    <div role="status">
      <div className="row wrap cy-make">
        <div className="field grow">
          <label htmlFor={id}>{t('feedsAddress')}</label>
          <input
            ref={field}
            id={id}
            className="input"
            readOnly
            value={address}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        </div>
        <button type="button" className="btn" onClick={() => void copy()}>
          <Copy className="i" aria-hidden="true" />
          {t('copy')}
        </button>
      </div>
      <p className="sm soft">{t('feedsOnce')}</p>
    </div>
  )
}

interface FeedListProps {
  readonly page: CycleAnswer
  readonly feeds: readonly ShownFeed[]
  readonly onChanged: () => void
}

function FeedList({ page, feeds, onChanged }: FeedListProps) {
  const { t, i18n } = useTranslation('cycle')
  const revoke = async (id: string): Promise<void> => {
    try {
      await revokeFeed(id)
      showToast({ text: t('feedsRevoked') })
    } catch {
      showToast({ text: t('feedsFailed'), tone: 'problem' })
    }
    onChanged()
  }
  const day = (at: number): string =>
    new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'long' }).format(at)
  if (feeds.length === 0) return <p className="soft">{t('feedsNone')}</p>
  return (
    <ul className="cy-feeds">
      {feeds.map(({ groupId, id, madeAt }) => {
        const name = nameOf(page, groupId) ?? t('feedsMine')
        return (
          <li key={id}>
            <span className="grow">
              <b>{name}</b> <span className="sm soft">{t('feedsMadeOn', { day: day(madeAt) })}</span>
            </span>
            <button
              type="button"
              className="btn sm"
              data-act="revoke-feed"
              aria-label={t('feedsRevokeLabel', { name })}
              onClick={() => void revoke(id)}
            >
              {t('feedsRevoke')}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
