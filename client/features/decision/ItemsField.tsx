// Chooses what a question is about: drafts and notes of the room, and words typed here.
import { Plus, X } from 'lucide-react'
import { useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RoomItem, readRoomDrafts, readRoomNotes } from '#client/features/decision/roomItems.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { type ItemWish, itemTextLimit } from '#shared/decision/decisionItem.ts'

export interface ItemsFieldProps {
  readonly label: string
  readonly items: readonly ItemWish[]
  /** One only: a proposal. */
  readonly single?: boolean
  readonly onChange: (items: readonly ItemWish[]) => void
}

export const keyOfItem = (item: ItemWish): string =>
  item.kind === 'draft' ? `${item.spaceId}/${item.draftId}` : item.kind === 'note' ? item.recordId : item.text

export function ItemsField({ label, items, single, onChange }: ItemsFieldProps) {
  const { t } = useTranslation('decision')
  const room = useLiveRoom()
  // As they stand when the form is opened: a question is asked about these words.
  const [drafts, notes] = useMemo(() => [readRoomDrafts(room), readRoomNotes(room)], [room])
  const chosen = new Set(items.map(keyOfItem))
  const toggle = (wish: ItemWish, wanted: boolean): void => {
    const others = single ? [] : items.filter((item) => keyOfItem(item) !== keyOfItem(wish))
    onChange(wanted ? [...others, wish] : others)
  }
  const part = { chosen, single: single ?? false, onToggle: toggle }
  return (
    <fieldset className="decision-items">
      <legend className="lab">{label}</legend>
      <ItemChoices {...part} label={t('form.drafts')} choices={drafts} open />
      <ItemChoices {...part} label={t('form.notes')} choices={notes} open={drafts.length === 0} />
      <TypedItems {...part} items={items} />
    </fieldset>
  )
}

interface ItemChoicesProps {
  readonly label: string
  readonly choices: readonly RoomItem[]
  readonly chosen: ReadonlySet<string>
  readonly single: boolean
  readonly open: boolean
  readonly onToggle: (wish: ItemWish, wanted: boolean) => void
}

function ItemChoices({ label, choices, chosen, single, open, onToggle }: ItemChoicesProps) {
  const name = useId()
  if (choices.length === 0) return null
  const count = choices.filter(({ key }) => chosen.has(key)).length
  return (
    <details open={open || count > 0}>
      <summary>
        {label} <span className="num">{count > 0 ? `${count} / ${choices.length}` : choices.length}</span>
      </summary>
      {choices.map(({ key, code, wish }) => (
        <label key={key} className="decision-pick">
          <input
            type={single ? 'radio' : 'checkbox'}
            name={name}
            checked={chosen.has(key)}
            onChange={(event) => onToggle(wish, event.target.checked)}
          />
          {code && <b>{code}</b>}
          <span>{wish.text}</span>
        </label>
      ))}
    </details>
  )
}

interface TypedItemsProps {
  readonly items: readonly ItemWish[]
  readonly single: boolean
  readonly onToggle: (wish: ItemWish, wanted: boolean) => void
}

function TypedItems({ items, single, onToggle }: TypedItemsProps) {
  const { t } = useTranslation('decision')
  const id = useId()
  const [typed, setTyped] = useState('')
  const [missing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const add = (): void => {
    const text = typed.trim()
    setMissing(text === '')
    if (text === '') return field.current?.focus()
    onToggle({ kind: 'text', text }, true)
    setTyped('')
  }
  return (
    <div className="decision-typed">
      <ul>
        {items
          .filter((item) => item.kind === 'text')
          .map((item) => (
            <li key={item.text}>
              <span>{item.text}</span>
              <button
                type="button"
                className="btn quiet icon"
                aria-label={t('form.removeItem', { item: item.text })}
                onClick={() => onToggle(item, false)}
              >
                <X className="i" aria-hidden="true" />
              </button>
            </li>
          ))}
      </ul>
      <div className="field">
        <label htmlFor={id}>{t(single ? 'form.typeOne' : 'form.type')}</label>
        <div className="decision-add">
          <input
            id={id}
            ref={field}
            className={`input ${missing ? 'wrong' : ''}`}
            aria-invalid={missing}
            aria-describedby={missing ? `${id}-missing` : undefined}
            value={typed}
            maxLength={itemTextLimit}
            autoComplete="off"
            onChange={(event) => {
              setTyped(event.target.value)
              setMissing(false)
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              add()
            }}
          />
          <button type="button" className="btn" aria-label={t('form.addLabel')} onClick={add}>
            <Plus className="i" aria-hidden="true" />
            {t('form.add')}
          </button>
        </div>
        {missing && (
          <p id={`${id}-missing`} className="field-error" role="alert">
            {t('form.typeMissing')}
          </p>
        )}
      </div>
    </div>
  )
}
