// A facilitator raises somebody's hand or gives them the floor: everybody present, and people without a device by name.
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { handOf } from '#client/features/queue/HandButton.tsx'
import type { QueuePartProps } from '#client/features/queue/QueueList.tsx'
import { Avatar } from '#client/ui/Avatar.tsx'
import { announce } from '#client/ui/announcer.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { Field } from '#client/ui/Field.tsx'
import { initialsOf } from '#client/ui/wear.ts'
import type { Side } from '#shared/people/actor.ts'

export function QueueForOthers({ queue, acts }: QueuePartProps) {
  const { t } = useTranslation('queue')
  const names = queue.people.flatMap(({ seats }) => seats.map(({ name }) => name))
  return (
    <details className="queue-others">
      <summary>{t('forSomebody')}</summary>
      <p className="queue-hint">{t('forSomebodyHint')}</p>
      <ul>
        {queue.people.flatMap((person) =>
          person.seats.map(({ id, name }) => {
            const hand = handOf(queue, id)
            return (
              <li key={id}>
                <Avatar initials={initialsOf(name, names)} ink={person.ink} side={person.side} size="s" />
                <span className="grow">{name}</span>
                {hand === 'down' && (
                  <button
                    type="button"
                    className="btn sm"
                    aria-label={t('raiseForLabel', { name })}
                    onClick={() => void acts.raiseFor(id)}
                  >
                    {t('raiseFor')}
                  </button>
                )}
                {hand !== 'speaks' && (
                  <button
                    type="button"
                    className="btn sm"
                    aria-label={t('giveLabel', { name })}
                    onClick={() => void acts.giveSeat(id)}
                  >
                    {t('give')}
                  </button>
                )}
              </li>
            )
          }),
        )}
      </ul>
      <WithoutDevice queue={queue} acts={acts} />
    </details>
  )
}

function WithoutDevice({ acts }: QueuePartProps) {
  const { t } = useTranslation('queue')
  const [name, setName] = useState('')
  const [side, setSide] = useState<Side>('room')
  const [missing, setMissing] = useState(false)
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const typed = name.trim()
    setMissing(typed === '')
    if (typed === '' || !(await acts.raiseForName(typed, side))) return
    announce(t('added', { name: typed }))
    setName('')
  }
  return (
    <form className="queue-form" noValidate onSubmit={(event) => void add(event)}>
      <h3>{t('noDevice')}</h3>
      <Field
        label={t('noDeviceName')}
        value={name}
        maxLength={60}
        autoComplete="off"
        error={missing && name.trim() === '' ? t('noDeviceMissing') : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <Choice<Side>
        label={t('where')}
        look="segments"
        value={side}
        onChange={setSide}
        options={[
          { value: 'room', label: t('balanceRoom') },
          { value: 'remote', label: t('balanceRemote') },
        ]}
      />
      <button type="submit" className="btn">
        {t('add')}
      </button>
    </form>
  )
}
