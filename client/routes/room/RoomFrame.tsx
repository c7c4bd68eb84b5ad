// The context beside a group's draft, when the group asks for it; a draft of several groups has its cards as ever.
import { Suspense } from 'react'
import type { FramedDraft } from '#client/features/draft/textSlots.ts'
import { lazyView } from '#client/ui/lazyView.tsx'

const FramePanel = lazyView(async () => (await import('#client/routes/LibraryParts.tsx')).FramePanel)

export function RoomFrame({ group, draftId, children }: FramedDraft) {
  if (!group) return children
  return (
    <Suspense>
      <FramePanel group={group} draftId={draftId}>
        {children}
      </FramePanel>
    </Suspense>
  )
}
