// The agenda in the list's panel, with the frames of the room's board to choose from.

import { FileText, History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AgendaPanel } from '#client/features/agenda/AgendaPanel.tsx'
import { DecisionResults } from '#client/features/decision/DecisionResults.tsx'
import { useLiveRoom, useSlice, useYjs } from '#client/live/useLiveRoom.tsx'
import { readBoard } from '#shared/whiteboard/listView.ts'

export interface RoomAgendaProps {
  readonly onFrame: (recordId: string) => void
  readonly onMinutes: () => void
  readonly onReplay: () => void
}

export function RoomAgenda({ onFrame, onMinutes, onReplay }: RoomAgendaProps) {
  const { t } = useTranslation(['shell', 'minutes', 'replay'])
  const isOver = useSlice('agenda')?.status === 'ended'
  const { doc } = useLiveRoom().whiteboard
  const frames = useYjs(doc, () =>
    readBoard(doc).sections.flatMap(({ frame }) => (frame ? [{ id: frame.id, name: frame.name }] : [])),
  )
  return (
    <div className="agenda-tab">
      <AgendaPanel frames={frames} onFrame={onFrame} onTool={openTool} />
      <button type="button" className="btn" aria-haspopup="dialog" onClick={onMinutes}>
        <FileText className="i" aria-hidden="true" />
        {t('minutes:open')}
      </button>
      {isOver && (
        <button type="button" className="btn" aria-haspopup="dialog" onClick={onReplay}>
          <History className="i" aria-hidden="true" />
          {t('replay:name')}
        </button>
      )}
      <section className="agenda-decisions" aria-labelledby="decided">
        <h3 id="decided">{t('room.decided')}</h3>
        <DecisionResults />
      </section>
    </div>
  )
}

/** The dock's own button opens the tool: it knows what to ask. On a phone the facilitators' tools are one step away. */
function openTool(tool: string): void {
  const slot = document.querySelector<HTMLElement>(`[data-tools~="${CSS.escape(tool)}"]`)
  slot?.querySelector<HTMLElement>('button')?.click()
}
