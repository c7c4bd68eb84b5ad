// One passage of a parent with its fate; pressed, it shows its place and what may be done with it.
import { PenLine } from 'lucide-react'
import { type DragEvent, memo, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FateChip } from '#client/features/merge/FateChip.tsx'
import { useMergeHands, usePassageCalls } from '#client/features/merge/mergeContext.ts'
import { listed } from '#client/features/merge/mergeNames.ts'
import { PassageActs } from '#client/features/merge/PassageActs.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import type { Fate } from '#shared/merge/fates.ts'
import type { Passage } from '#shared/merge/frozenParent.ts'

/** What a dragged passage carries. */
const dragType = 'text/x-merge-passage'

export interface PassageItemProps {
  readonly passage: Passage
  /** « Phrase 4 de Lyon ». */
  readonly name: string
  readonly kind: Fate['kind']
  /** The reason of what is not taken up, and who decided. */
  readonly why: string
  readonly isRewording: boolean
  readonly look: 'selected' | 'beside' | undefined
  readonly isChosen: boolean
  readonly choosing: boolean
  readonly mayDrag: boolean
  /** Whether the keyboard enters its list here. */
  readonly current: boolean
  readonly isOpen: boolean
}

/** Drawn again only when something of it changed: a text has hundreds, and a reading comes after each pause of the keys. */
export const PassageItem = memo(function PassageItem(props: PassageItemProps) {
  const { passage, name, kind, why, isRewording, look, isChosen, choosing, mayDrag, current, isOpen } = props
  const { t } = useTranslation('merge')
  const { open, choose } = usePassageCalls()
  const id = useId()
  const drop = useDrop(passage.id, mayDrag)
  return (
    <li
      className="mg-se"
      data-passage={passage.id}
      data-kind={kind}
      data-selected={look === 'selected' || undefined}
      data-beside={look === 'beside' || undefined}
      data-chosen={isChosen || undefined}
      draggable={mayDrag}
      onDragStart={(event) => event.dataTransfer.setData(dragType, passage.id)}
      {...drop}
    >
      {choosing && (
        <label className="mg-choose">
          <input type="checkbox" checked={isChosen} onChange={() => choose(passage.id)} />
          <span className="sr">{t('passage.choose', { name })}</span>
        </label>
      )}
      <div className="grow">
        <button
          type="button"
          className="mg-say"
          aria-expanded={isOpen}
          aria-describedby={why ? `${id}-why` : undefined}
          tabIndex={current ? 0 : -1}
          onClick={() => open(isOpen ? undefined : passage.id)}
        >
          <span className="sr">{t('passage.line', { name, fate: t(`fateSaid.${kind}`) })}: </span>
          <span lang={contentLanguage()}>{passage.text}</span>
        </button>
        <div className="mg-marks">
          <FateChip kind={kind} />
          {isRewording && (kind === 'open' || kind === 'proposed') && (
            <span className="chip">
              <PenLine className="i" aria-hidden="true" />
              {t('passage.rewording')}
            </span>
          )}
          {isChosen && <span className="sr">{t('passage.isChosen')}</span>}
          {why && (
            <span className="mg-why" id={`${id}-why`}>
              {why}
            </span>
          )}
        </div>
        {isOpen && <Opened passage={passage} />}
      </div>
    </li>
  )
})

function Opened({ passage }: { passage: Passage }) {
  const { rowOf } = useMergeHands()
  const row = rowOf.get(passage.id) ?? []
  return (
    <>
      <Beside row={row.filter((other) => other !== passage.id)} />
      <PassageActs passage={passage} />
    </>
  )
}

function Beside({ row }: { row: readonly string[] }) {
  const { t } = useTranslation('merge')
  const { names } = useMergeHands()
  if (row.length === 0) return null
  const beside = listed(
    t,
    row.map((other) => names.get(other)?.name ?? ''),
  )
  return <p className="xs soft">{t('passage.beside', { names: beside })}</p>
}

/** A passage of another parent dropped here is put beside this one. */
function useDrop(passage: string, mayDrop: boolean) {
  const { acts, names } = usePassageCalls()
  const [over, setOver] = useState(false)
  if (!mayDrop) return {}
  const ours = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(dragType)
  return {
    'data-over': over || undefined,
    onDragOver: (event: DragEvent) => {
      if (!ours(event)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false)
      if (!ours(event)) return
      event.preventDefault()
      const other = event.dataTransfer.getData(dragType)
      const [here, there] = [names.get(passage)?.parent.key, names.get(other)?.parent.key]
      if (there !== undefined && here !== there) void acts.pair([other, passage])
    },
  }
}
