// Rooms: their codes, their long links, and a room for a group that has none.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { DoorOpen, KeyRound, Link2 } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { makeRoom, readRooms, replaceLink } from '#client/features/admin/adminApi.ts'
import { CodeDialog } from '#client/features/admin/CodeDialog.tsx'
import { instantWords } from '#client/features/admin/dayWords.ts'
import { LinkToCopy } from '#client/features/admin/LinkToCopy.tsx'
import { PartState } from '#client/features/admin/PartState.tsx'
import { sayProblem } from '#client/features/admin/sayProblem.ts'
import { Field } from '#client/ui/Field.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import type { AdminRoom, Scope } from '#shared/account/admin.ts'

export function RoomsPart() {
  const { t } = useTranslation('admin')
  const rooms = useQuery({ queryKey: ['admin', 'rooms'], queryFn: ({ signal }) => readRooms(signal) })
  const [coding, setCoding] = useState<AdminRoom | null>(null)
  return (
    <>
      <PartState query={rooms} />
      {rooms.data && (
        <>
          <ul className="admin-rooms">
            {rooms.data.rooms.map((room) => (
              <RoomCard key={room.id} room={room} onCode={() => setCoding(room)} />
            ))}
          </ul>
          {rooms.data.rooms.length === 0 && <p className="soft">{t('rooms.none')}</p>}
          <NewRoom without={rooms.data.without} />
        </>
      )}
      {coding && <CodeDialog room={coding} onClose={() => setCoding(null)} />}
    </>
  )
}

function RoomCard({ room, onCode }: { room: AdminRoom; onCode: () => void }) {
  const { t, i18n } = useTranslation('admin')
  const client = useQueryClient()
  const replacing = useMutation({
    mutationFn: () => replaceLink(room.id),
    onSuccess: () => {
      showToast({ text: t('rooms.linkReplaced') })
      return client.invalidateQueries({ queryKey: ['admin'] })
    },
    onError: sayProblem,
  })
  const until = (what: 'code' | 'link', at: number | null): string => {
    if (at === null) return ''
    return at < Date.now()
      ? t(`rooms.${what}Over`)
      : t(`rooms.${what}Until`, { when: instantWords(i18n.language, at) })
  }
  return (
    <li className="card pad admin-room">
      <h2>{room.title}</h2>
      <p>
        {t('rooms.code')} <b className="num">{room.code}</b>{' '}
        <span className={`chip ${room.doorOpen ? 'ok' : 'line'}`}>
          <DoorOpen className="i" aria-hidden="true" />
          {t(room.doorOpen ? 'rooms.doorOpen' : 'rooms.doorClosed')}
        </span>{' '}
        <span className="sm soft">{until('code', room.codeUntil)}</span>
      </p>
      <LinkToCopy label={t('rooms.link')} url={room.link} />
      <p className="sm soft">{until('link', room.linkUntil)}</p>
      <div className="admin-tools">
        <button
          type="button"
          className="btn sm"
          aria-haspopup="dialog"
          aria-label={t('rooms.newCodeLabel', { title: room.title })}
          onClick={onCode}
        >
          <KeyRound className="i" aria-hidden="true" />
          {t('rooms.newCode')}
        </button>
        <button
          type="button"
          className="btn sm"
          aria-label={t('rooms.newLinkLabel', { title: room.title })}
          onClick={() => replacing.mutate()}
        >
          <Link2 className="i" aria-hidden="true" />
          {t('rooms.newLink')}
        </button>
      </div>
    </li>
  )
}

function NewRoom({ without }: { without: readonly Scope[] }) {
  const { t } = useTranslation('admin')
  const client = useQueryClient()
  const id = useId()
  const [groupId, setGroupId] = useState('')
  const [title, setTitle] = useState('')
  const chosen = without.find((one) => one.id === groupId) ?? without[0]
  const making = useMutation({
    mutationFn: () => makeRoom(chosen?.id ?? '', title.trim() || (chosen?.name ?? '')),
    onSuccess: () => {
      setTitle('')
      showToast({ text: t('rooms.made') })
      return client.invalidateQueries()
    },
    onError: sayProblem,
  })
  if (!chosen) return <p className="soft">{t('rooms.allHave')}</p>
  const make = (event: FormEvent): void => {
    event.preventDefault()
    if (!making.isPending) making.mutate()
  }
  return (
    <form className="card pad admin-form" onSubmit={make} aria-labelledby={`${id}-title`} noValidate>
      <h2 id={`${id}-title`}>{t('rooms.make')}</h2>
      <div className="field">
        <label htmlFor={`${id}-group`}>{t('rooms.makeFor')}</label>
        <select
          id={`${id}-group`}
          className="input"
          value={chosen.id}
          onChange={(event) => setGroupId(event.target.value)}
        >
          {without.map((group) => (
            <option key={group.id} value={group.id}>
              {group.name}
            </option>
          ))}
        </select>
      </div>
      <Field
        label={t('rooms.name')}
        maxLength={160}
        placeholder={chosen.name}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <button type="submit" className="btn primary">
        {t('rooms.make')}
      </button>
    </form>
  )
}
