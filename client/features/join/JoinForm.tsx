// What a newcomer is asked: a name and where they are; the rest only when it applies.
import { Armchair, ArrowRight, Laptop, type LucideIcon, Presentation, Smartphone } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormProblem } from '#client/features/join/joinProblem.ts'
import { lastName } from '#client/features/join/rememberedJoin.ts'
import { cleanSeats, SeatsField, type SeatsValue } from '#client/features/join/SeatsField.tsx'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { Field } from '#client/ui/Field.tsx'
import { type Presence, presences, sideOf } from '#shared/people/actor.ts'
import type { RoomDoor } from '#shared/room/door.ts'
import type { JoinInput } from '#shared/room/join.ts'

const icons: Record<Presence, LucideIcon> = {
  remote: Laptop,
  'in-person': Armchair,
  'room-device': Presentation,
  phone: Smartphone,
}

export interface JoinFormProps {
  readonly door: RoomDoor
  readonly presence: Presence
  readonly busy: boolean
  readonly problem: FormProblem | null
  readonly onJoin: (input: JoinInput) => void
}

const noGroup = ''

export function JoinForm({ door, presence: first, busy, problem, onJoin }: JoinFormProps) {
  const { t } = useTranslation('join')
  const nameField = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(door.account?.name ?? lastName())
  const [nameMissing, setNameMissing] = useState(false)
  const [presence, setPresence] = useState<Presence>(first)
  const [group, setGroup] = useState(noGroup)
  const [several, setSeveral] = useState(false)
  const [seats, setSeats] = useState<SeatsValue>({ names: [''], headcount: '' })
  const known = door.account !== null
  const { groups, kind, doorOpen } = door.room

  const enter = (observer: boolean): void => {
    if (busy) return
    const said = name.trim()
    setNameMissing(said === '')
    if (said === '') return nameField.current?.focus()
    const withMe = several || presence === 'room-device' ? cleanSeats(seats) : { names: [], headcount: 1 }
    onJoin({
      name: said,
      presence,
      ...(withMe.names.length > 0 ? { seats: withMe.names } : {}),
      ...(withMe.headcount > 1 ? { headcount: withMe.headcount } : {}),
      ...(kind === 'joint' && group !== noGroup ? { group } : {}),
      ...(observer ? { observer: true } : {}),
    })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    enter(false)
  }

  return (
    <form className="join-form stack" onSubmit={submit} noValidate>
      {!doorOpen && <Banner tone="caution">{t('form.closed')}</Banner>}
      <Field
        label={t('form.name')}
        inputRef={nameField}
        value={name}
        onChange={(event) => setName(event.target.value)}
        readOnly={known}
        error={nameMissing ? t('form.nameMissing') : undefined}
        autoComplete="name"
        maxLength={60}
        required
      />
      <Choice<Presence>
        look="cards"
        label={t('form.where')}
        value={presence}
        onChange={setPresence}
        options={presences.map((value) => ({ value, label: <PlaceLabel presence={value} /> }))}
      />
      {kind === 'joint' && !known && (
        <Choice
          look="cards"
          label={t('form.group')}
          value={group}
          onChange={setGroup}
          options={[
            ...groups.map((each) => ({
              value: each.id,
              label: <Antenna wear={each.wear} place={each.place} />,
            })),
            {
              value: noGroup,
              label: (
                <span>
                  <b>{t('form.noGroup')}</b>
                  <small>{t('form.noGroupHint')}</small>
                </span>
              ),
            },
          ]}
        />
      )}
      <SeatsField
        open={several || presence === 'room-device'}
        fixed={presence === 'room-device'}
        onOpen={setSeveral}
        value={seats}
        onChange={setSeats}
      />
      {problem && (
        <Banner tone="danger" alert>
          {t(`error.${problem}`)}
        </Banner>
      )}
      <div className="join-acts">
        <button type="submit" className="btn primary lg" aria-disabled={busy ? 'true' : undefined}>
          {busy ? t('form.entering') : t('form.enter')}
          <ArrowRight className="i" aria-hidden="true" />
        </button>
        <button
          type="button"
          className="btn quiet"
          aria-disabled={busy ? 'true' : undefined}
          onClick={() => enter(true)}
        >
          {t('form.observe')}
        </button>
      </div>
      {!known && <p className="sm soft">{t('form.remembered')}</p>}
    </form>
  )
}

function PlaceLabel({ presence }: { presence: Presence }) {
  const { t } = useTranslation('join')
  const Icon = icons[presence]
  return (
    <>
      <span className={`place ${sideOf(presence)}`} aria-hidden="true">
        <Icon className="i" />
      </span>
      <span>
        <b>{t(`form.presence.${presence}`)}</b>
        <small>{t(`form.presenceHint.${presence}`)}</small>
      </span>
    </>
  )
}
