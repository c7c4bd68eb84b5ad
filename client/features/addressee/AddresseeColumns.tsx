// « À qui le demandons-nous ? »: five columns, the tray of what has no place yet, and the trace of a move with its way back.
import { List, Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AddresseeCard } from '#client/features/addressee/AddresseeCard.tsx'
import { addresseeIcons } from '#client/features/addressee/addresseeIcons.ts'
import { type AskedDraft, moveTo, useAddressees } from '#client/features/addressee/useAddressees.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import { useMediaQuery } from '#client/ui/useMediaQuery.ts'
import { type Addressee, addressees } from '#shared/draft/vocabulary.ts'
import '#client/features/addressee/addressee.css'

interface Moved {
  readonly draft: AskedDraft
  readonly to: Addressee | null
}

export function AddresseeColumns({ listOnly = false }: { listOnly?: boolean }) {
  const { t } = useTranslation('addressee')
  const room = useLiveRoom()
  const drafts = useAddressees()
  const narrow = useMediaQuery('(max-width: 719px)') || listOnly
  const [asList, setAsList] = useState(false)
  const [moved, setMoved] = useState<Moved | null>(null)
  const [beginning, setBeginning] = useState<string | null>(null)
  const part = useRef<HTMLDivElement>(null)
  const focusOn = useRef<string | null>(null)
  useEffect(() => {
    // The card was drawn anew in its new column: the focus goes with it.
    if (focusOn.current === null) return
    part.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(focusOn.current)}"] button`)?.focus()
    focusOn.current = null
  })

  const move = (draft: AskedDraft, to: Addressee | null): void => {
    if (draft.addressee === to) return
    moveTo(room, draft, to)
    setMoved({ draft, to })
    setBeginning(to === 'us-here' ? draft.key : null)
    focusOn.current = draft.key
    announce(t('moved', { title: draft.title || t('untitled'), column: t(`column.${to ?? 'none'}`) }))
  }
  const takeBack = ({ draft }: Moved): void => {
    moveTo(room, draft, draft.addressee)
    focusOn.current = draft.key
    setMoved(null)
    setBeginning(null)
  }
  const column = {
    ...{ drafts, moved, beginning, onMove: move, onTakeBack: takeBack, onBegin: setBeginning },
  }
  const placed = drafts.filter(({ addressee }) => addressee !== null).length
  return (
    <div className="addressee" ref={part}>
      <header className="addressee-head">
        <div>
          <h2>{t('title')}</h2>
          <p className="soft">{t('subtitle')}</p>
        </div>
        <p className="chip line">{t('placed', { placed, left: drafts.length - placed })}</p>
        {!narrow && (
          <button
            type="button"
            className="btn sm"
            aria-pressed={asList}
            onClick={() => setAsList((before) => !before)}
          >
            <List className="i" aria-hidden="true" />
            {t('asList')}
          </button>
        )}
      </header>
      {narrow ? (
        <OneColumn {...column} />
      ) : (
        <>
          {/* It scrolls where five columns do not fit: a keyboard must reach the last. */}
          <div
            className={asList ? 'addressee-list' : 'addressee-columns'}
            role="group"
            aria-label={t('columns')}
            tabIndex={asList ? undefined : 0}
          >
            {addressees.map((addressee) => (
              <Column key={addressee} addressee={addressee} {...column} />
            ))}
          </div>
          <Column addressee={null} {...column} />
        </>
      )}
    </div>
  )
}

interface ColumnsProps {
  readonly drafts: readonly AskedDraft[]
  readonly moved: Moved | null
  readonly beginning: string | null
  readonly onMove: (draft: AskedDraft, to: Addressee | null) => void
  readonly onTakeBack: (moved: Moved) => void
  readonly onBegin: (key: string | null) => void
}

/** On a phone: one column at a time, chosen by its name; what has no place yet comes first. */
function OneColumn(props: ColumnsProps) {
  const { t } = useTranslation('addressee')
  const [chosen, setChosen] = useState<Addressee | 'none' | null>(null)
  const of = (addressee: Addressee | null): number =>
    props.drafts.filter((draft) => draft.addressee === addressee).length
  // What waits for a place comes first, then what the group may begin by itself.
  const shown = chosen === null ? (of(null) > 0 ? null : 'us-here') : chosen === 'none' ? null : chosen
  return (
    <>
      <label className="field">
        <span className="lab">{t('show')}</span>
        <select
          className="input"
          value={shown ?? 'none'}
          onChange={(event) => setChosen(addressees.find((one) => one === event.target.value) ?? 'none')}
        >
          {[null, ...addressees].map((addressee) => (
            <option key={addressee} value={addressee ?? 'none'}>
              {t(`column.${addressee ?? 'none'}`)} ({of(addressee)})
            </option>
          ))}
        </select>
      </label>
      <Column addressee={shown} {...props} />
    </>
  )
}

function Column({ addressee, ...props }: ColumnsProps & { addressee: Addressee | null }) {
  const { t } = useTranslation('addressee')
  const { drafts, moved, beginning, onMove, onTakeBack, onBegin } = props
  const [over, setOver] = useState(false)
  const mine = drafts.filter((draft) => draft.addressee === addressee)
  const Icon = addresseeIcons[addressee ?? 'none']
  const left = moved && moved.draft.addressee === addressee ? moved : null
  return (
    <section
      className={`addressee-column ${addressee === 'us-here' ? 'us' : ''} ${addressee ? '' : 'tray'} ${over ? 'over' : ''}`}
      aria-label={t(`column.${addressee ?? 'none'}`)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const draft = drafts.find(({ key }) => key === event.dataTransfer.getData('text/plain'))
        if (draft?.writable) onMove(draft, addressee)
      }}
    >
      <header>
        <h3>
          <Icon className="i" aria-hidden="true" />
          {t(`column.${addressee ?? 'none'}`)}
          <span className="n num">{mine.length}</span>
        </h3>
        <p>{t(`hint.${addressee ?? 'none'}`)}</p>
      </header>
      <ul>
        {mine.map((draft) => (
          <AddresseeCard
            key={draft.key}
            draft={draft}
            begins={beginning === draft.key}
            onMove={(to) => onMove(draft, to)}
            onBegin={(begin) => onBegin(begin ? draft.key : null)}
          />
        ))}
      </ul>
      {mine.length === 0 && !left && <p className="addressee-empty">{t('empty')}</p>}
      {left && (
        <p className="addressee-gone">
          <Undo2 className="i" aria-hidden="true" />
          <span>
            {t('gone', {
              title: left.draft.title || t('untitled'),
              column: t(`column.${left.to ?? 'none'}`),
            })}{' '}
            <button type="button" className="link" onClick={() => onTakeBack(left)}>
              {t('takeBack')}
            </button>
          </span>
        </p>
      )}
    </section>
  )
}
