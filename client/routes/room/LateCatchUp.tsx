// « En une minute », for whoever comes late: where we are, what was decided, who writes what.
import { useTranslation } from 'react-i18next'
import { CatchUp } from '#client/features/agenda/CatchUp.tsx'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { useLiveRoom, useLiveRoomChanges, useSlice } from '#client/live/useLiveRoom.tsx'
import { readDrafts } from '#shared/draft/draftModel.ts'

export function LateCatchUp() {
  const { i18n } = useTranslation()
  const room = useLiveRoomChanges(useLiveRoom())
  const past = useSlice('decision')?.past ?? []
  const outcomes = past.map(({ id, question, at }) => ({ id, text: question, at }))
  return <CatchUp key={i18n.language} outcomes={outcomes} writing={writingIn(room)} />
}

function writingIn(room: LiveRoom): { id: string; what: string; who: string[] }[] {
  const writing = new Map<string, { id: string; what: string; who: string[] }>()
  for (const { awareness, doc } of room.drafts) {
    const titles = new Map(readDrafts(doc).map(({ id, title }) => [id, title]))
    for (const state of awareness.getStates().values()) {
      const { draftId, user } = state as { draftId?: unknown; user?: { name?: unknown } } // written by any client, checked below
      const what = typeof draftId === 'string' ? titles.get(draftId) : undefined
      if (what === undefined || typeof draftId !== 'string' || typeof user?.name !== 'string') continue
      const entry = writing.get(draftId) ?? { id: draftId, what, who: [] }
      if (!entry.who.includes(user.name)) entry.who.push(user.name)
      writing.set(draftId, entry)
    }
  }
  return [...writing.values()]
}
