// What a person does and sees while people write alone: their own notes, a count of the others', and for facilitators the reveal.
import { EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LeadNotes } from '#client/features/notes/LeadNotes.tsx'
import { LeftNotes } from '#client/features/notes/LeftNotes.tsx'
import { NotesCount } from '#client/features/notes/NotesCount.tsx'
import { OwnNotes } from '#client/features/notes/OwnNotes.tsx'
import { useNotesKeeper, useOwnSeats } from '#client/features/notes/useNotes.ts'
import { WhoSeesWhat } from '#client/features/notes/WhoSeesWhat.tsx'
import { WriteNote } from '#client/features/notes/WriteNote.tsx'
import { useLiveRoom, useLiveRoomChanges, useSlice } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { Choice } from '#client/ui/Choice.tsx'
import '#client/features/notes/notes.css'

/** To stay mounted in the room: it also sends what waits on this device. `compact`: beside other tools, in a side panel. */
export function NotesNow({ compact = false }: { compact?: boolean }) {
  const { t } = useTranslation('notes')
  useNotesKeeper()
  const step = useSlice('notes')?.step ?? null
  const leads = useMayLead()
  const { you } = useLiveRoomChanges(useLiveRoom()).join
  const seats = useOwnSeats()
  const [chosen, setChosen] = useState('')
  const seat = seats.find(({ id }) => id === chosen) ?? seats[0]
  if (!step) return <LeftNotes />
  return (
    <section className={`notes-now ${compact ? 'compact' : ''}`} aria-label={t('now.region')}>
      <LeftNotes />
      <header>
        <p className="eyebrow">{t('now.title')}</p>
        <h2>{step.question}</h2>
      </header>
      {you.role === 'observer' || !seat ? (
        <p className="soft">{t('now.watching')}</p>
      ) : (
        <>
          <p className="notes-secret soft">
            <EyeOff className="i" aria-hidden="true" />
            <span>{t('now.secret')}</span>
          </p>
          {seats.length > 1 && (
            <Choice
              label={t('now.seat')}
              look="segments"
              options={seats.map(({ id, name }) => ({ value: id, label: name }))}
              value={seat.id}
              onChange={setChosen}
            />
          )}
          {step.stage === 'writing' ? (
            <WriteNote key={`${step.id} ${seat.id}`} step={step} seatId={seat.id} />
          ) : (
            <p className="notes-reading">{t('now.reading')}</p>
          )}
          <OwnNotes step={step} seatId={seat.id} />
          <WhoSeesWhat step={step} />
        </>
      )}
      <NotesCount step={step} />
      {leads && <LeadNotes step={step} />}
    </section>
  )
}
