// One draft in the list: its line, and its text below while it is open.
import { ChevronRight, Lock, MessageCircle } from 'lucide-react'
import { memo, useId } from 'react'
import type { RelationLine } from '#client/features/list/boardLines.ts'
import type { DraftLine } from '#client/features/list/draftLines.ts'
import { useList } from '#client/features/list/listContext.ts'
import { RowMenuButton } from '#client/features/list/RowMenuButton.tsx'
import { relationWords } from '#client/features/list/relationWords.ts'
import { spokenWords } from '#client/features/list/spokenWords.ts'
import type { Writer } from '#client/features/list/writers.ts'
import { Avatar } from '#client/ui/Avatar.tsx'
import { initialsOf } from '#client/ui/wear.ts'

export interface CardPlace {
  readonly frame: string | null
  readonly relations: readonly RelationLine[]
}

export interface DraftRowProps {
  readonly line: DraftLine
  readonly row: string
  readonly open: boolean
  /** Whether the keyboard enters the list at this row. */
  readonly current: boolean
  /** Undefined while the draft has no card on this whiteboard. */
  readonly card: CardPlace | undefined
  readonly writers: readonly Writer[]
  readonly onMenu: (line: DraftLine, anchor: HTMLElement) => void
}

export const DraftRow = memo(function DraftRow(props: DraftRowProps) {
  const { line, row, open, current, card, writers, onMenu } = props
  const { t, variant, toggleDraft, renderDraft, renderDraftSigns, draftBlocked, isDraftLocked } = useList()
  const id = useId()
  const title = line.title.trim() || t('draft.untitled')
  const key = { spaceId: line.spaceId, draftId: line.id }
  const tab = current ? 0 : -1
  // Where it may be written, the open text brings its title as a field.
  const titleBelow = open && draftBlocked(key) === undefined
  return (
    <li className={`list-draft ${open ? 'open' : ''}`} data-row={row}>
      <div className="list-draft-head">
        {line.code && <b className="code">{line.code}</b>}
        <div className="hd">
          <span>{t(`status.${line.status}`)}</span>
          {isDraftLocked(key) && (
            <span className="chip">
              <Lock className="i" aria-hidden="true" />
              {t('draft.locked')}
            </span>
          )}
          {line.nuances > 0 && (
            <span className="chip warn">
              <MessageCircle className="i" aria-hidden="true" />
              {t('draft.nuances', { count: line.nuances })}
            </span>
          )}
          {renderDraftSigns?.(key)}
          <Writers writers={writers} />
        </div>
        <h4 className={titleBelow ? 'sr' : ''} id={`${id}-title`}>
          {title}
        </h4>
        {!open && line.opening && variant === 'panel' && <p className="opening">{line.opening}</p>}
        <Place card={card} id={`${id}-place`} />
        <button
          type="button"
          className="list-open"
          data-control="main"
          data-act="draft.write"
          aria-expanded={open}
          aria-controls={open ? `${id}-body` : undefined}
          aria-label={t(open ? 'draft.closeLabel' : 'draft.openLabel', { title: spokenWords(title) })}
          aria-describedby={card ? `${id}-place` : undefined}
          tabIndex={tab}
          onClick={() => toggleDraft(key)}
        />
        <RowMenuButton
          label={t('draft.menuLabel', { title: spokenWords(title) })}
          tabIndex={tab}
          onOpen={(anchor) => onMenu(line, anchor)}
        />
        {variant === 'phone' && <ChevronRight className="i list-chevron" aria-hidden="true" />}
      </div>
      {open && (
        <div className="list-draft-body" id={`${id}-body`}>
          {renderDraft(line.spaceId, line.id, { variant, open, onDone: () => toggleDraft(key) })}
        </div>
      )}
    </li>
  )
})

/** Where its card stands, where that says something: an empty line otherwise. */
function Place({ card, id }: { card: CardPlace | undefined; id: string }) {
  const { t } = useList()
  if (!card) return null
  const words = [
    card.frame ? t('draft.inFrame', { frame: card.frame }) : t('draft.onBoard'),
    ...relationWords(t, card.relations),
  ].join(', ')
  const tells = card.frame !== null || card.relations.length > 0
  return (
    <p className={tells ? 'xs muted' : 'sr'} id={id}>
      {words}
    </p>
  )
}

function Writers({ writers }: { writers: readonly Writer[] }) {
  const { t } = useList()
  if (writers.length === 0) return null
  const names = writers.map(({ name }) => name)
  return (
    <span className="avs flat">
      <span className="sr">{t('draft.writers', { names: names.join(', '), count: names.length })}</span>
      {writers.slice(0, 4).map(({ name, ink, side, clientId }) => (
        <Avatar
          key={clientId}
          initials={initialsOf(name, names)}
          ink={ink}
          side={side}
          size="s"
          title={name}
        />
      ))}
    </span>
  )
}
