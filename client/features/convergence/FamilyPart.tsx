// One family of the document: its title, its place, its items; a target for dragged texts and items.
import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react'
import { type DragEvent, type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dragged, useDesk } from '#client/features/convergence/deskContext.ts'
import { ItemRow } from '#client/features/convergence/ItemRow.tsx'
import { spoken } from '#client/features/convergence/spoken.ts'
import { Field } from '#client/ui/Field.tsx'
import { convergenceLimits } from '#shared/convergence/convergenceActs.ts'
import type { ConvergenceState, Family } from '#shared/convergence/convergenceState.ts'

export function FamilyPart({ at, family }: { family: Family; at: number }) {
  const { t } = useTranslation('convergence')
  const { act } = useDesk()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const texts = event.dataTransfer.getData(dragged.texts)
    const item = event.dataTransfer.getData(dragged.item)
    if (texts !== '')
      // as: put there by a row of this page
      void act({ act: 'keep', textIds: JSON.parse(texts) as string[], familyId: family.id })
    else if (item !== '') void act({ act: 'move-item', itemId: item, familyId: family.id, before: null })
  }
  const takes = ({ dataTransfer: { types } }: DragEvent): boolean =>
    types.includes(dragged.texts) || types.includes(dragged.item)
  return (
    <section
      className={`cv-family ${over ? 'over' : ''}`}
      aria-label={spoken(family.title)}
      data-family={family.title}
      onDragOver={(event) => {
        if (!takes(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FamilyHead family={family} at={at} />
      {family.items.length === 0 && <p className="soft sm">{t('emptyFamily')}</p>}
      <ol className="cv-items">
        {family.items.map((itemId, place) => (
          <ItemRow key={itemId} itemId={itemId} family={family} place={place} />
        ))}
      </ol>
    </section>
  )
}

function FamilyHead({ at, family }: { family: Family; at: number }) {
  const { t } = useTranslation('convergence')
  const { act, state } = useDesk()
  const [renaming, setRenaming] = useState(false)
  const before = state.families[at - 1]
  const after = state.families[at + 2]
  const isLast = at === state.families.length - 1
  if (renaming) return <RenameForm family={family} onDone={() => setRenaming(false)} />
  const move = (to: string | null): void => void act({ act: 'move-family', familyId: family.id, before: to })
  return (
    <div className="row between cv-family-head">
      <h3>
        {family.items.length > 0 && `${numberOf(state, family)}. `}
        {family.title}
      </h3>
      <span className="row cv-tools">
        <span className="chip">
          {family.items.length}
          <span className="sr"> {t('itemsSaid', { count: family.items.length })}</span>
        </span>
        {at > 0 && before && (
          <button
            type="button"
            className="btn quiet icon sm"
            aria-label={t('familyUp', { title: spoken(family.title) })}
            onClick={() => move(before.id)}
          >
            <ArrowUp className="i" aria-hidden="true" />
          </button>
        )}
        {!isLast && (
          <button
            type="button"
            className="btn quiet icon sm"
            aria-label={t('familyDown', { title: spoken(family.title) })}
            onClick={() => move(after?.id ?? null)}
          >
            <ArrowDown className="i" aria-hidden="true" />
          </button>
        )}
        <button
          type="button"
          className="btn quiet icon sm"
          aria-label={t('familyRename', { title: spoken(family.title) })}
          onClick={() => setRenaming(true)}
        >
          <Pencil className="i" aria-hidden="true" />
        </button>
        {family.items.length === 0 && (
          <button
            type="button"
            className="btn quiet icon sm"
            aria-label={t('familyRemove', { title: spoken(family.title) })}
            onClick={() => void act({ act: 'remove-family', familyId: family.id })}
          >
            <Trash2 className="i" aria-hidden="true" />
          </button>
        )}
      </span>
    </div>
  )
}

/** Empty families are not part of the document: they have no number. */
const numberOf = ({ families }: ConvergenceState, family: Family): number =>
  families.filter(({ items }) => items.length > 0).indexOf(family) + 1

function RenameForm({ family, onDone }: { family: Family; onDone: () => void }) {
  const { t } = useTranslation('convergence')
  const { act } = useDesk()
  const [title, setTitle] = useState(family.title)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (title.trim() === '') return
    if ((await act({ act: 'rename-family', familyId: family.id, title: title.trim() })) === null) onDone()
  }
  return (
    <form className="cv-add" onSubmit={(event) => void save(event)}>
      <Field
        label={t('familyTitle')}
        value={title}
        maxLength={convergenceLimits.family}
        onChange={({ target }) => setTitle(target.value)}
      />
      <div className="row wrap">
        <button type="submit" className="btn sm primary">
          {t('save')}
        </button>
        <button type="button" className="btn sm" onClick={onDone}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}
