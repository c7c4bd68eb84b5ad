// One item in the document: its number, its title, whose it is, what its groups said; opened, moved, or dropped on.
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dragged, useDesk } from '#client/features/convergence/deskContext.ts'
import { GroupMarks } from '#client/features/convergence/GroupMarks.tsx'
import { spoken } from '#client/features/convergence/spoken.ts'
import { type Family, itemOf } from '#shared/convergence/convergenceState.ts'

export interface ItemRowProps {
  readonly itemId: string
  readonly family: Family
  readonly place: number
}

export function ItemRow({ family, itemId, place }: ItemRowProps) {
  const { t } = useTranslation('convergence')
  const { act, desk, groupsOf, open, page, state } = useDesk()
  const [over, setOver] = useState(false)
  const item = itemOf(state, itemId)
  if (!item) return null
  const move = (before: string | null): void =>
    void act({ act: 'move-item', itemId, familyId: family.id, before })
  const above = family.items[place - 1]
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    setOver(false)
    const texts = event.dataTransfer.getData(dragged.texts)
    const moved = event.dataTransfer.getData(dragged.item)
    const join = { itemId, as: 'text', nuanceType: 'nuance', also: false } as const
    // as: put there by a row of this page
    if (texts !== '') void act({ act: 'join', textIds: JSON.parse(texts) as string[], ...join })
    else if (moved !== '' && moved !== itemId)
      void act({ act: 'move-item', itemId: moved, familyId: family.id, before: itemId })
  }
  return (
    <li
      className={over ? 'over' : ''}
      data-item={itemId}
      draggable={page.may.write}
      onDragStart={(event) => {
        event.stopPropagation()
        event.dataTransfer.setData(dragged.item, itemId)
      }}
      onDragOver={(event) => {
        if (!page.may.write) return
        event.preventDefault()
        event.stopPropagation()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {page.may.write && <GripVertical className="i cv-grip" aria-hidden="true" />}
      <b className="num">{desk.numbers[itemId]}</b>
      <div className="grow">
        <button type="button" className="btn link cv-open" data-act="open-item" onClick={() => open(itemId)}>
          {item.title}
        </button>
        <div className="row wrap cv-state">
          <GroupMarks groups={groupsOf(desk.sourceGroups[itemId] ?? [])} />
          {item.summary === '' && <span className="chip warn">{t('noSummaryYet')}</span>}
          <ReviewChips itemId={itemId} />
        </div>
      </div>
      {page.may.write && (
        <span className="row cv-tools">
          {above && (
            <button
              type="button"
              className="btn quiet icon sm"
              aria-label={t('itemUp', { title: spoken(item.title) })}
              onClick={() => move(above)}
            >
              <ArrowUp className="i" aria-hidden="true" />
            </button>
          )}
          {place < family.items.length - 1 && (
            <button
              type="button"
              className="btn quiet icon sm"
              aria-label={t('itemDown', { title: spoken(item.title) })}
              data-act="item-down"
              onClick={() => move(family.items[place + 2] ?? null)}
            >
              <ArrowDown className="i" aria-hidden="true" />
            </button>
          )}
        </span>
      )}
    </li>
  )
}

/** « 1 à corriger », « 2 à relire », « fidèle ». */
export function ReviewChips({ itemId }: { itemId: string }) {
  const { t } = useTranslation('convergence')
  const { desk } = useDesk()
  const all = desk.reviews[itemId] ?? []
  const count = (verdict: string): number => all.filter((one) => one.verdict === verdict).length
  const [wrong, none] = [count('to-correct'), count('none')]
  return (
    <>
      {wrong > 0 && <span className="chip danger">{t('chip.toCorrect', { count: wrong })}</span>}
      {wrong === 0 && none > 0 && <span className="chip line">{t('chip.none', { count: none })}</span>}
      {wrong === 0 && none === 0 && <span className="chip brand">{t('chip.faithful')}</span>}
    </>
  )
}
