// « Nous sommes plusieurs derrière cet écran »: one's own seats, added, renamed and taken away.

import { Plus, X } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveRoom, usePeople } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import type { Seat } from '#shared/people/actor.ts'

type Problem = 'offline' | 'refused'

export function SeatsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('people')
  const room = useLiveRoom()
  const me = usePeople().find((person) => person.participantId === room.join.participantId)
  const seats = me?.seats ?? room.join.you.seats
  const [problem, setProblem] = useState<Problem | null>(null)
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  const decide = async (command: string, input: unknown): Promise<boolean> => {
    const answer = await room.command(command, input)
    setProblem(answer.ok ? null : answer.error.code === 'unavailable' ? 'offline' : 'refused')
    if (answer.ok) announce(t('seats.saved'))
    return answer.ok
  }
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() !== '' && (await decide('seats.add', { name: name.trim() }))) setName('')
    field.current?.focus()
  }

  return (
    <ModalDialog title={t('seats.title')} onClose={onClose}>
      <div className="stack">
        <p className="soft">{t('seats.text')}</p>
        {problem && (
          <Banner tone="caution" alert>
            {t(`seats.${problem}`)}
          </Banner>
        )}
        {seats.map((seat, at) => (
          <SeatLine
            key={seat.id}
            seat={seat}
            label={t('seats.name', { number: at + 1 })}
            onRename={(named) => void decide('seats.rename', { seatId: seat.id, name: named })}
            {...(seats.length > 1
              ? { onRemove: () => void decide('seats.remove', { seatId: seat.id }) }
              : {})}
          />
        ))}
        <form className="seat" onSubmit={(event) => void add(event)} noValidate>
          <Field
            className="grow"
            label={t('seats.addName')}
            inputRef={field}
            value={name}
            maxLength={60}
            autoComplete="off"
            error={missing ? t('seats.missing') : undefined}
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit" className="btn">
            <Plus className="i" aria-hidden="true" />
            {t('seats.addButton')}
          </button>
        </form>
      </div>
    </ModalDialog>
  )
}

interface SeatLineProps {
  readonly seat: Seat
  readonly label: string
  readonly onRename: (name: string) => void
  readonly onRemove?: () => void
}

/** A new name is sent when the field is left or Enter is pressed; an emptied field goes back to the name. */
function SeatLine({ seat, label, onRename, onRemove }: SeatLineProps) {
  const { t } = useTranslation('people')
  const [typed, setTyped] = useState<string | null>(null)
  const send = (): void => {
    const named = typed?.trim()
    if (named && named !== seat.name) onRename(named)
    setTyped(null)
  }
  return (
    <div className="seat">
      <Field
        className="grow"
        label={label}
        value={typed ?? seat.name}
        maxLength={60}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={send}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      {onRemove && (
        <button
          type="button"
          className="btn icon quiet"
          aria-label={t('seats.removeLabel', { name: seat.name })}
          onClick={onRemove}
        >
          <X className="i" aria-hidden="true" />
        </button>
      )}
    </div>
  )
}
