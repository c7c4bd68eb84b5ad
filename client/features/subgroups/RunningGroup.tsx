// One sub-group at work as a facilitator sees it.
import { Check, LifeBuoy, Video } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { given } from '#client/features/subgroups/division.ts'
import { SubgroupTime } from '#client/features/subgroups/SubgroupTime.tsx'
import { type ShownSubgroups, useSubgroupAsk } from '#client/features/subgroups/useSubgroups.ts'
import { Field } from '#client/ui/Field.tsx'
import { secureAddress } from '#shared/call/call.ts'
import type { SubgroupView } from '#shared/subgroups/subgroupsView.ts'

interface RunningGroupProps {
  readonly group: SubgroupView
  readonly shown: ShownSubgroups
}

export function RunningGroup({ group, shown }: RunningGroupProps) {
  const { t } = useTranslation('subgroups')
  const ask = useSubgroupAsk()
  const [calling, setCalling] = useState(false)
  const names = group.seats.map((seat) => shown.memberOf(seat).name).join(', ')
  return (
    <li className={`subgroups-group ${group.help ? 'help' : ''}`}>
      <div className="subgroups-group-head">
        <h3>{group.name}</h3>
        <SubgroupTime endsAt={group.endsAt} />
      </div>
      <p className="soft">{names || t('empty')}</p>
      {group.help && (
        <p className="subgroups-help">
          <LifeBuoy className="i" aria-hidden="true" />
          <span className="grow">{t('helpAsked', { name: group.help.by })}</span>
          <button
            type="button"
            className="btn sm"
            onClick={() => void ask('subgroups.helped', { groupId: group.id })}
          >
            <Check className="i" aria-hidden="true" />
            {t('helped')}
            <span className="sr">, {group.name}</span>
          </button>
        </p>
      )}
      <div className="subgroups-acts">
        <button
          type="button"
          className="btn sm"
          onClick={() => void ask('subgroups.extend', { groupId: group.id, minutes: given })}
        >
          {t('extend')}
          <span className="sr">, {group.name}</span>
        </button>
        <button type="button" className="btn sm" aria-expanded={calling} onClick={() => setCalling(!calling)}>
          <Video className="i" aria-hidden="true" />
          {t('callSet')}
          <span className="sr">, {group.name}</span>
        </button>
      </div>
      {calling && <CallForm group={group} onDone={() => setCalling(false)} />}
    </li>
  )
}

function CallForm({ group, onDone }: { group: SubgroupView; onDone: () => void }) {
  const { t } = useTranslation('subgroups')
  const ask = useSubgroupAsk()
  const [typed, setTyped] = useState(group.callUrl ?? '')
  const [wrong, setWrong] = useState(false)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const said = typed.trim()
    const url = said === '' ? null : secureAddress(said)
    setWrong(url === undefined)
    if (url === undefined) return
    if (await ask('subgroups.setCall', { groupId: group.id, url })) onDone()
  }
  return (
    <form className="subgroups-call" noValidate onSubmit={(event) => void save(event)}>
      <Field
        label={t('callSetLabel', { group: group.name })}
        hint={t('callHint')}
        type="url"
        inputMode="url"
        autoComplete="off"
        placeholder="https://…"
        value={typed}
        error={wrong ? t('callWrong') : undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="btn sm">
        {t('callSave')}
      </button>
    </form>
  )
}
