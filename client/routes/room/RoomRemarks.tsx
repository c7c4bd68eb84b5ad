// Lends remarks, and what is close, to the texts of the room, wherever they are shown: in the list, on the board, in the whole text, in a merge.
import type { ReactNode } from 'react'
import { type DraftOnScreen, TextSlots } from '#client/features/draft/textSlots.ts'
import { RemarkDeskProvider } from '#client/features/remark/RemarkDeskProvider.tsx'
import { RemarkedWords } from '#client/features/remark/RemarkedWords.tsx'
import { RemarkPanel } from '#client/features/remark/RemarkPanel.tsx'
import { RemarkTool } from '#client/features/remark/RemarkTool.tsx'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { RoomFrame } from '#client/routes/room/RoomFrame.tsx'
import { RoomSimilar } from '#client/routes/room/RoomSimilar.tsx'
import { parseDocumentName } from '#shared/contract/documentName.ts'

const slots: TextSlots = { Words: RemarkedWords, Tool: RemarkTool, Below, Frame: RoomFrame }

export function RoomRemarks({ children }: { children: ReactNode }) {
  return (
    <RemarkDeskProvider>
      <TextSlots value={slots}>{children}</TextSlots>
    </RemarkDeskProvider>
  )
}

function Below({ live, draftId }: DraftOnScreen) {
  const space = parseDocumentName(live.name)
  const room = useLiveRoom()
  if (space?.kind !== 'drafts') return null
  return (
    <>
      <RemarkPanel spaceId={space.id} draftId={draftId} level="h3" />
      <RoomSimilar room={room} spaceId={space.id} draftId={draftId} readOnly />
    </>
  )
}
