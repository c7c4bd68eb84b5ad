// Lists that the group handed over: each to be read as it was frozen, and taken back with a reason.
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HandedListDialog } from '#client/features/handover/HandedListDialog.tsx'
import { roomHandovers } from '#client/features/handover/handoverApi.ts'
import { useCommand } from '#client/live/useCommand.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { Field } from '#client/ui/Field.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import type { ReadDraft } from '#shared/draft/draftModel.ts'
import type { HandoverAnswer, HandoverHead } from '#shared/handover/handedOver.ts'
import { reasonLimit } from '#shared/handover/handoverState.ts'

export interface HandedListsProps {
  readonly answer: HandoverAnswer
  readonly renderText: (draft: ReadDraft) => ReactNode
}

export function HandedLists({ answer: { handed, leads }, renderText }: HandedListsProps) {
  const { t } = useTranslation('handover')
  const { code } = useLiveRoom().join.room
  const [open, setOpen] = useState<string | null>(null)
  if (handed.length === 0) return null
  return (
    <section aria-labelledby="handover-handed">
      <h3 id="handover-handed">{t('handed')}</h3>
      <ul className="handover-texts">
        {handed.map((head) => (
          <HandedLine key={head.id} head={head} leads={leads} onOpen={() => setOpen(head.id)} />
        ))}
      </ul>
      {open !== null && (
        <HandedListDialog
          base={roomHandovers(code)}
          id={open}
          renderText={renderText}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}

/** « Liste 2, 3 textes, 14 avril 2020 », as it reads wherever it stands. */
export function useHandedWords(): (head: HandoverHead) => string {
  const { t, i18n } = useTranslation('handover')
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' })
  return ({ number, outcome, textCount, date }) =>
    t(outcome === 'none' ? 'line.none' : 'line.list', {
      ...{ number, count: textCount },
      day: day.format(new Date(`${date}T12:00:00`)),
    })
}

function HandedLine({ head, leads, onOpen }: { head: HandoverHead; leads: boolean; onOpen: () => void }) {
  const { t } = useTranslation('handover')
  const words = useHandedWords()
  const takeBack = useCommand('handover.takeBack')
  const [reason, setReason] = useState<string | null>(null)
  const send = async (): Promise<void> => {
    if (reason?.trim() && sayRefusal(await takeBack({ id: head.id, reason }))) setReason(null)
  }
  return (
    <li className="handover-text">
      <b>{words(head)}</b>
      {head.takenBack && <p className="sm">{t('takenBack', { ...head.takenBack })}</p>}
      <div className="acts start">
        <button
          type="button"
          className="btn sm"
          aria-haspopup="dialog"
          aria-label={`${t('read')}, ${words(head)}`}
          onClick={onOpen}
        >
          {t('read')}
        </button>
        {leads && !head.takenBack && reason === null && (
          <button type="button" className="btn quiet sm" onClick={() => setReason('')}>
            {t('takeBack.open')}
          </button>
        )}
      </div>
      {reason !== null && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <Field
            label={t('takeBack.reason')}
            value={reason}
            maxLength={reasonLimit}
            onChange={({ target }) => setReason(target.value)}
          />
          <div className="acts">
            <button type="button" className="btn" onClick={() => setReason(null)}>
              {t('cancel')}
            </button>
            <button type="submit" className="btn primary" disabled={reason.trim() === ''}>
              {t('takeBack.act')}
            </button>
          </div>
        </form>
      )}
    </li>
  )
}
