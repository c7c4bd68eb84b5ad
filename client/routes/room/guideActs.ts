// What the lines of the facilitators' guide do in this room.
import type { GuideAct } from '#client/features/welcome/guideParts.ts'
import type { RoomDialog } from '#client/routes/room/RoomDialogs.tsx'

export interface GuideWays {
  readonly code: string
  readonly onDialog: (dialog: RoomDialog) => void
  readonly onAgenda: () => void
}

export function doGuideAct(act: GuideAct, { code, onDialog, onAgenda }: GuideWays): void {
  switch (act) {
    case 'agenda':
      return onAgenda()
    case 'share':
    case 'seats':
      return onDialog(act)
    case 'screen':
      window.open(`/r/${encodeURIComponent(code)}/display`, '_blank', 'noopener')
      return
    default:
      openTool(dockNames[act], onDialog)
  }
}

/** As the dock's slots are named, after the agenda's tools. */
const dockNames = {
  write: 'write',
  vote: 'vote',
  consent: 'consent',
  speak: 'queue-round',
  gather: 'gather',
} as const

/** The dock's own button opens the tool; without a dock, as on a phone, all tools are shown. After the guide has given the focus back. */
function openTool(tool: string, onDialog: GuideWays['onDialog']): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const button = document.querySelector<HTMLElement>(
        `.dock [data-tools~="${CSS.escape(tool)}"] button:not([disabled])`,
      )
      if (button) button.click()
      else onDialog('tools')
    }),
  )
}
