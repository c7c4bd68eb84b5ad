// The agenda in the list's panel, with the frames of the room's board to choose from.

import { useTranslation } from 'react-i18next'
import { AgendaPanel } from '#client/features/agenda/AgendaPanel.tsx'
import { DecisionResults } from '#client/features/decision/DecisionResults.tsx'
import { useLiveRoom, useYjs } from '#client/live/useLiveRoom.tsx'
import { readBoard } from '#shared/whiteboard/listView.ts'

export function RoomAgenda({ onFrame }: { onFrame: (recordId: string) => void }) {
  const { t } = useTranslation('shell')
  const { doc } = useLiveRoom().whiteboard
  const frames = useYjs(doc, () =>
    readBoard(doc).sections.flatMap(({ frame }) => (frame ? [{ id: frame.id, name: frame.name }] : [])),
  )
  return (
    <div className="agenda-tab">
      <AgendaPanel frames={frames} onFrame={onFrame} onTool={openTool} />
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
