// A board's desk: the queue, the dossier of the text that lies open, and what is written about it.
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { BlockCard } from '#client/features/instruction/BlockCard.tsx'
import { DeskQueue } from '#client/features/instruction/DeskQueue.tsx'
import { DifferenceCard } from '#client/features/instruction/DifferenceCard.tsx'
import { Dossier } from '#client/features/instruction/Dossier.tsx'
import { AddNote, NotesList } from '#client/features/instruction/NotesCard.tsx'
import { OwnPad } from '#client/features/instruction/OwnPad.tsx'
import { PlanCard } from '#client/features/instruction/PlanCard.tsx'
import { SeenAvis } from '#client/features/instruction/SeenAvis.tsx'
import { useOwn } from '#client/features/instruction/useDesk.ts'
import { VerdictCard } from '#client/features/instruction/VerdictCard.tsx'
import { VerdictForm } from '#client/features/instruction/VerdictForm.tsx'
import type { DeskAnswer, DeskItem } from '#shared/instruction/instructionAnswers.ts'

export interface DeskProps {
  readonly desk: DeskAnswer
  /** Whose desk it is on this device. */
  readonly person: string
  /** The text that lies open; null where only the queue is shown. */
  readonly open: string | null
  readonly onOpen: (id: string | null) => void
}

export function Desk({ desk, person, open, onOpen }: DeskProps) {
  const { t } = useTranslation('instruction')
  const keep = useOwn(person, desk)
  const item = desk.items.find(({ id }) => id === open)
  const heading = useRef<HTMLElement>(null)
  const { seated } = desk.you
  const openId = item?.id
  const keepNow = useRef(keep)
  useEffect(() => {
    keepNow.current = keep
  })
  useEffect(() => {
    if (openId === undefined) return
    heading.current?.scrollTo({ top: 0 })
    // The place is kept for the member's other devices; with the line cut it waits.
    if (seated) void keepNow.current(openId, { opened: true }).catch(() => undefined)
  }, [openId, seated])
  return (
    <div className={`in-desk ${item ? 'has-open' : ''}`}>
      <DeskQueue {...{ desk, open }} onOpen={onOpen} />
      {item ? (
        <article className="in-dossier" aria-label={item.title} ref={heading}>
          <button type="button" className="btn quiet in-back" onClick={() => onOpen(null)}>
            <ArrowLeft className="i" aria-hidden="true" />
            {t('toQueue')}
          </button>
          <Dossier {...{ desk, item }} />
          <NotesList notes={item.rulings.notes} lang={desk.language} placeOf={placesOf(desk)} />
          {mayNote(desk, item) && <AddNote recommendationId={item.id} />}
          <DifferenceCard key={`differ-${item.id}`} {...{ desk, item }} />
          <SeenAvis {...{ desk, item }} />
          <Next {...{ desk, item, onOpen }} />
        </article>
      ) : (
        <div className="in-dossier in-start">
          <h2>{t('startTitle')}</h2>
          <p className="soft">{t('startText')}</p>
          <BlockCard desk={desk} />
          <PlanCard desk={desk} />
        </div>
      )}
      {item && (
        <aside className="in-side" aria-label={t('sideLabel')}>
          {item.rulings.boards.flatMap(({ boardId, verdicts }) =>
            verdicts.map((verdict) => (
              <VerdictCard
                key={verdict.id}
                verdict={verdict}
                board={desk.boards.find(({ id }) => id === boardId)?.name ?? ''}
                lang={desk.language}
                placeOf={placesOf(desk)}
              />
            )),
          )}
          {desk.you.seated && <OwnPad key={item.id} {...{ item, keep }} />}
          {desk.you.records ? (
            <VerdictForm key={`${item.id}-${item.version}-${item.seen}`} {...{ desk, item, person }} />
          ) : (
            desk.you.seated && <p className="sm soft">{t('chairWrites')}</p>
          )}
        </aside>
      )}
    </div>
  )
}

const placesOf =
  ({ groups }: DeskAnswer) =>
  (groupId: string): string =>
    groups.find(({ id }) => id === groupId)?.place ?? ''

const mayNote = ({ you }: DeskAnswer, { groupIds }: DeskItem): boolean =>
  you.notes && (you.notesFor === null || groupIds.some((id) => you.notesFor?.includes(id)))

interface NextProps {
  readonly desk: DeskAnswer
  readonly item: DeskItem
  readonly onOpen: (id: string) => void
}

function Next({ desk, item, onOpen }: NextProps) {
  const { t } = useTranslation('instruction')
  const rest = desk.items.slice(desk.items.indexOf(item) + 1)
  const next = rest.find(({ state }) => state !== 'ruled') ?? rest[0]
  if (!next) return null
  return (
    <p className="in-next">
      <button type="button" className="btn quiet" onClick={() => onOpen(next.id)}>
        {t('next', { code: next.code })}
        <ArrowRight className="i" aria-hidden="true" />
      </button>
    </p>
  )
}
