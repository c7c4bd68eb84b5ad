// The visit of 90 seconds in this room: where its steps point in each arrangement, and when it waits.

import type { VisitPlaces } from '#client/features/welcome/visitSteps.ts'
import { Welcome } from '#client/features/welcome/Welcome.tsx'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import type { RoomLayout } from '#client/routes/room/useRoomLayout.ts'
import { useRunning } from '#client/routes/room/useRunning.ts'

export function RoomVisit({ layout }: { layout: RoomLayout }) {
  const isKnown = useSlice('agenda') !== undefined
  const runs = useRunning().size > 0
  const look = layout === 'wide' || layout === 'drawer' ? 'columns' : layout
  return <Welcome look={look} places={places[look]} isCalm={isKnown && !runs} onEnd={toTheViews} />
}

const badge = ['.room-top [data-save]']
const firstText = '#liste .list-draft'

const places: Readonly<Record<'columns' | 'tabs' | 'phone', VisitPlaces>> = {
  columns: {
    same: ['#tableau', '#liste', '#drawer-button'],
    where: ['.room-top .ttl', '.room-top .agenda-strip', '.room-top .who'],
    write: [firstText, '#drawer-button'],
    speak: ['.queue-hand', '.queue-hands', '#liste'],
    saved: badge,
  },
  tabs: {
    same: ['#tab-tableau', '#tab-liste'],
    where: ['.room-top .ttl', '.room-top .agenda-strip', '.room-top .who'],
    write: [firstText, '#tab-liste'],
    speak: ['.queue-hand', '#tab-now-panel'],
    saved: badge,
  },
  phone: {
    same: ['.tabbar .bar-button:nth-child(2)', '.tabbar .bar-button:nth-child(3)'],
    where: ['.room-top .ttl', '.room-top .agenda-phone'],
    write: [firstText, '.tabbar .bar-button:nth-child(2)'],
    speak: ['.tabbar .bar-button:nth-child(4)', '.tabbar .bar-button:nth-child(1)'],
    saved: badge,
  },
}

/** The view that is shown takes the focus of a visit that ends. */
function toTheViews(): void {
  const views = ['tableau', 'liste', 'maintenant'].map((id) => document.getElementById(id))
  views.find((view) => view && !view.closest('[inert]'))?.focus()
}
