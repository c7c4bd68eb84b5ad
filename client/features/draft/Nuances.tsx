// Nuances and minority opinions, each with its kind and the group it comes from: they travel beside the text.
import { Plus, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DetailPartProps } from '#client/features/draft/DraftDetail.tsx'
import { changeNuance, entryText, takeOut } from '#client/features/draft/draftActs.ts'
import { asOneStep, draftUndo } from '#client/features/draft/draftUndo.ts'
import { NuanceTypeChoice, smallTextLimit } from '#client/features/draft/NuanceDialog.tsx'
import { SharedField } from '#client/features/draft/SharedField.tsx'
import { Antenna } from '#client/ui/Antenna.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import { addNuance, type ReadNuance } from '#shared/draft/draftModel.ts'

export function Nuances(props: DetailPartProps) {
  const { draft, live, read, editable } = props
  const { t } = useTranslation('draft')
  const [fresh, setFresh] = useState<string>()
  const id = useId()
  if (!editable && read.nuances.length === 0) return null
  const add = (): void =>
    asOneStep(draft, () => setFresh(addNuance(draft, { type: 'nuance', text: '', groupId: live.groupId })))
  return (
    <section className="draft-part" aria-labelledby={id}>
      <h3 id={id}>{t('nuance.heading')}</h3>
      {read.nuances.length > 0 && (
        <ul className="draft-list">
          {read.nuances.map((nuance) => (
            <li key={nuance.id}>
              {editable ? (
                <WrittenNuance {...props} nuance={nuance} fresh={nuance.id === fresh} />
              ) : (
                <NuanceAtRest {...props} nuance={nuance} />
              )}
            </li>
          ))}
        </ul>
      )}
      {editable && (
        <button type="button" className="btn sm" onClick={add}>
          <Plus className="i" aria-hidden="true" />
          {t('nuance.add')}
        </button>
      )}
    </section>
  )
}

type NuanceProps = DetailPartProps & { readonly nuance: ReadNuance }

function NuanceAtRest({ room, nuance }: NuanceProps) {
  const { t } = useTranslation('draft')
  const group = room.join.room.groups.find(({ id }) => id === nuance.groupId)
  return (
    <div className="draft-nuance-line">
      <span className="chip warn">{t(`nuanceType.${nuance.type}`)}</span>
      {group && <Antenna wear={group.wear} place={group.place} size="mini" />}
      <p>{nuance.text}</p>
    </div>
  )
}

function WrittenNuance(props: NuanceProps & { readonly fresh: boolean }) {
  const { room, live, draft, draftId, nuance, fresh, onDone } = props
  const { t } = useTranslation('draft')
  const text = entryText(draft, 'nuances', nuance.id)
  if (!text) return null
  const remove = (): void => {
    takeOut(draft, 'nuances', nuance.id)
    showToast({
      text: t('nuance.removed'),
      action: { label: t('undo'), run: () => void draftUndo(draft).undo() },
    })
  }
  return (
    <div className="draft-nuance-edit">
      <NuanceTypeChoice
        value={nuance.type}
        onChange={(type) => changeNuance(draft, nuance.id, 'type', type)}
      />
      <label className="field">
        <span className="lab">{t('nuance.group')}</span>
        <select
          className="input"
          value={nuance.groupId ?? ''}
          onChange={(event) => changeNuance(draft, nuance.id, 'groupId', event.target.value || null)}
        >
          <option value="">{t('nuance.noGroup')}</option>
          {room.join.room.groups.map((group) => (
            <option key={group.id} value={group.id}>
              {group.place}
            </option>
          ))}
          {nuance.groupId && !room.join.room.groups.some(({ id }) => id === nuance.groupId) && (
            <option value={nuance.groupId}>{t('nuance.otherGroup')}</option>
          )}
        </select>
      </label>
      <button
        type="button"
        className="btn icon quiet"
        aria-label={t('nuance.removeLabel', { words: nuance.text.slice(0, 40) })}
        onClick={remove}
      >
        <Trash2 className="i" aria-hidden="true" />
      </button>
      <SharedField
        live={live}
        draft={draft}
        draftId={draftId}
        place={`nuance:${nuance.id}`}
        text={text}
        label={t('nuance.words')}
        invite={t('nuance.invite')}
        limit={smallTextLimit}
        multiline
        autoFocus={fresh}
        onDone={onDone}
      />
    </div>
  )
}
