// Which groups are invited: a list to tick, narrowed by a word.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Field } from '#client/ui/Field.tsx'
import { plainName } from '#shared/group/samePerson.ts'
import { mostInvited } from '#shared/joint/invitation.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface GroupsFieldProps {
  readonly groups: readonly RoomGroup[]
  readonly chosen: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

/** From so many groups on a field to search in is worth its place. */
const worthSearching = 7

export function GroupsField({ groups, chosen, onChange }: GroupsFieldProps) {
  const { t } = useTranslation('joint')
  const [wanted, setWanted] = useState('')
  const fits = ({ code, place, theme }: RoomGroup): boolean =>
    plainName(`${place} ${theme} ${code}`).includes(plainName(wanted))
  // What is ticked stays in sight.
  const shown = groups.filter((group) => chosen.includes(group.id) || fits(group))
  const toggle = (id: string): void => {
    if (chosen.includes(id)) onChange(chosen.filter((one) => one !== id))
    else if (chosen.length < mostInvited) onChange([...chosen, id])
  }
  const isFull = chosen.length >= mostInvited
  return (
    <fieldset className="joint-set">
      <legend>{t('whom')}</legend>
      <p className="sm soft">{t('whomHint')}</p>
      {isFull && (
        <p className="sm" role="status">
          {t('whomFull', { count: mostInvited })}
        </p>
      )}
      {groups.length >= worthSearching && (
        <Field
          label={t('filter')}
          value={wanted}
          type="search"
          autoComplete="off"
          onChange={({ target }) => setWanted(target.value)}
        />
      )}
      <ul className="joint-groups">
        {shown.map((group) => (
          <li key={group.id}>
            <label className="joint-check">
              <input
                type="checkbox"
                checked={chosen.includes(group.id)}
                disabled={isFull && !chosen.includes(group.id)}
                onChange={() => toggle(group.id)}
              />
              <Antenna wear={group.wear} place={group.place} />
              <small>{group.theme}</small>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
