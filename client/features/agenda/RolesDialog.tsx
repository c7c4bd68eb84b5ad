// Who facilitates and who writes the minutes: handing over, sharing, naming. Rights change at the server; everyone sees it.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeRole } from '#client/live/apiRoom.ts'
import { useCommand } from '#client/live/useCommand.ts'
import { useLiveRoom, usePeople } from '#client/live/useLiveRoom.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { AgendaState } from '#shared/agenda/agendaState.ts'
import type { RoomRole } from '#shared/people/actor.ts'
import type { PersonPresent } from '#shared/room/people.ts'

const nameOf = ({ seats }: PersonPresent): string => seats[0]?.name ?? ''

export function RolesDialog({ agenda, onClose }: { agenda: AgendaState; onClose: () => void }) {
  const { t } = useTranslation('agenda')
  const people = usePeople()
  const { room, participantId: ownId } = useLiveRoom().join
  const [busy, setBusy] = useState(false)
  const me = people.find(({ participantId }) => participantId === ownId)
  const leaders = people.filter(({ role }) => role === 'facilitator')
  const others = people.filter(({ role }) => role === 'participant')

  const give = async (person: PersonPresent, role: RoomRole): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      await changeRole(room.code, person.participantId, role)
      showToast({
        text: t(role === 'facilitator' ? 'said.facilitates' : 'said.noLonger', { name: nameOf(person) }),
      })
    } catch {
      showToast({ text: t('said.roleFailed'), tone: 'problem' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <ModalDialog title={t('rolesTitle')} onClose={onClose}>
      <div className="stack">
        <section className="agenda-roles">
          <h3>{t('whoFacilitates')}</h3>
          <p className="soft sm">{t('facilitatesText')}</p>
          <ul>
            {leaders.map((person) => (
              <li key={person.participantId}>
                <b className="grow">{nameOf(person)}</b>
                {/* Somebody always facilitates: the last one first hands over. */}
                {person === me && leaders.length > 1 && (
                  <button type="button" className="btn" onClick={() => void give(person, 'participant')}>
                    {t('stepBack')}
                  </button>
                )}
              </li>
            ))}
            {others.map((person) => (
              <li key={person.participantId}>
                <span className="grow">{nameOf(person)}</span>
                <button
                  type="button"
                  className="btn"
                  aria-label={t('handOverLabel', { name: nameOf(person) })}
                  onClick={() => void give(person, 'facilitator')}
                >
                  {t('handOver')}
                </button>
              </li>
            ))}
          </ul>
        </section>
        <SecretaryField agenda={agenda} people={people} />
      </div>
    </ModalDialog>
  )
}

function SecretaryField({ agenda, people }: { agenda: AgendaState; people: readonly PersonPresent[] }) {
  const { t } = useTranslation('agenda')
  const name = useCommand('agenda.nameSecretary')
  const now = agenda.secretary
  const seats = people.filter(({ role }) => role !== 'observer').flatMap((person) => person.seats)
  const choose = async (seatId: string | null): Promise<void> =>
    void sayRefusal(await name({ seatId, was: now?.seatId ?? null }))
  return (
    <div className="field">
      <label htmlFor="agenda-secretary">{t('whoWrites')}</label>
      <select
        id="agenda-secretary"
        className="input"
        value={now?.seatId ?? ''}
        onChange={(event) => void choose(event.target.value || null)}
      >
        <option value="">{t('nobodyYet')}</option>
        {now && !seats.some(({ id }) => id === now.seatId) && (
          <option value={now.seatId}>{t('away', { name: now.name })}</option>
        )}
        {seats.map((seat) => (
          <option key={seat.id} value={seat.id}>
            {seat.name}
          </option>
        ))}
      </select>
      <p className="sm soft">{t('secretaryText')}</p>
    </div>
  )
}
