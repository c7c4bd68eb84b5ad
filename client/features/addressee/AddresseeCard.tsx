// A draft in a column: dragged, or moved by its menu; in « Nous, ici » it may become an initiative.
import { ArrowRight, Sprout } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { InitiativeForm } from '#client/features/addressee/InitiativeForm.tsx'
import { StandingInitiative } from '#client/features/addressee/StandingInitiative.tsx'
import type { AskedDraft } from '#client/features/addressee/useAddressees.ts'
import { useLiveRoom, useSlice } from '#client/live/useLiveRoom.tsx'
import { type Addressee, addressees } from '#shared/draft/vocabulary.ts'

export interface AddresseeCardProps {
  readonly draft: AskedDraft
  /** Whether « On s’y met ce soir » is open on it. */
  readonly begins: boolean
  readonly onMove: (to: Addressee | null) => void
  readonly onBegin: (begins: boolean) => void
}

export function AddresseeCard({ draft, begins, onMove, onBegin }: AddresseeCardProps) {
  const { t } = useTranslation('addressee')
  const { join } = useLiveRoom()
  const initiative = useSlice('decision')?.initiatives.find(
    (one) => one.draft.spaceId === draft.spaceId && one.draft.draftId === draft.draftId,
  )
  const title = draft.title.trim() || t('untitled')
  const acts = join.you.role !== 'observer'
  const isHere = draft.addressee === 'us-here'
  return (
    <li
      className={`addressee-card ${begins ? 'open' : ''}`}
      data-card={draft.key}
      draggable={draft.writable && !begins}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', draft.key)
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <h4>{title}</h4>
      {initiative && <StandingInitiative initiative={initiative} mayGiveUp={acts} />}
      {isHere && !initiative && acts && begins && (
        <InitiativeForm draft={{ ...draft, title }} onDone={() => onBegin(false)} />
      )}
      <div className="addressee-line">
        {draft.code && <b className="num">{draft.code}</b>}
        {isHere && !initiative && acts && !begins && (
          <button type="button" className="btn" onClick={() => onBegin(true)}>
            <Sprout className="i" aria-hidden="true" />
            {t('begin.offer')}
          </button>
        )}
        {draft.writable && <MoveMenu draft={draft} title={title} onMove={onMove} />}
      </div>
    </li>
  )
}

interface MoveMenuProps {
  readonly draft: AskedDraft
  readonly title: string
  readonly onMove: (to: Addressee | null) => void
}

function MoveMenu({ draft, title, onMove }: MoveMenuProps) {
  const { t } = useTranslation('addressee')
  const places = [...addressees, null].filter((place) => place !== draft.addressee)
  return (
    <MenuTrigger>
      <Button className="btn quiet icon addressee-move" aria-label={t('moveLabel', { title })}>
        <ArrowRight className="i" aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={t('moveTo')}>
          {places.map((place) => (
            <MenuItem key={place ?? 'none'} className="menu-item" onAction={() => onMove(place)}>
              {t(`column.${place ?? 'none'}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
