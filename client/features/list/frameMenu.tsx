// The acts offered on one frame.
import { Pencil, Plus, Trash } from 'lucide-react'
import type { MenuAct } from '#client/features/list/ActionMenu.tsx'
import { removeItems } from '#client/features/list/itemActs.ts'
import { listActs } from '#client/features/list/listActs.ts'
import type { ListHands } from '#client/features/list/listContext.ts'
import type { ListFrame } from '#shared/whiteboard/listView.ts'

export interface FrameRuns {
  readonly addHere: (frameId: string) => void
  readonly rename: (frame: ListFrame) => void
}

export function frameMenu(hands: ListHands, frame: ListFrame, runs: FrameRuns): readonly MenuAct[] {
  const { t } = hands
  const blocked = hands.recordBlocked(frame.id)
  const inside = [...hands.boardReading.current().items.values()].filter(
    ({ frameId }) => frameId === frame.id,
  )
  return [
    {
      act: 'note.add',
      label: t('act.addNoteHere'),
      icon: <Plus className="i" aria-hidden="true" />,
      blocked: hands.boardBlocked,
      run: () => runs.addHere(frame.id),
    },
    {
      act: 'frame.rename',
      label: t(listActs['frame.rename']),
      icon: <Pencil className="i" aria-hidden="true" />,
      blocked,
      run: () => runs.rename(frame),
    },
    {
      act: 'frame.delete',
      label: t(listActs['frame.delete']),
      icon: <Trash className="i" aria-hidden="true" />,
      // What stands in it is moved out of it.
      blocked: blocked ?? inside.map(({ id }) => hands.recordBlocked(id)).find((why) => why !== undefined),
      danger: true,
      run: () => removeItems(hands, [{ id: frame.id, words: frame.name }], 'frame'),
    },
  ]
}
