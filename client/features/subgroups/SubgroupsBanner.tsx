// Across the room: everybody is called back, then what the sub-groups bring. It pushes the views down and covers nothing.
import { Split } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAparte, useSubgroupWays } from '#client/features/subgroups/subgroupWays.ts'
import { useLiveRoom, useSlice } from '#client/live/useLiveRoom.tsx'
import { useServerNow } from '#client/live/useServerNow.ts'
import { Bold } from '#client/ui/Bold.tsx'
import type { SubgroupsView } from '#shared/subgroups/subgroupsView.ts'
import { recordsOf } from '#shared/whiteboard/boardModel.ts'
import '#client/features/subgroups/subgroups.css'

/** How long a return is news, in milliseconds: whoever arrives later finds it in the list and on the board. */
const newsMs = 10 * 60_000
/** How often it is looked at whether what comes back lies on the board already, in milliseconds. */
const lookMs = 2_000
/** Sub-groups that a line can name. */
const named = 4

export function SubgroupsBanner() {
  const { t } = useTranslation('subgroups')
  const view = useSlice('subgroups')
  const aparte = useAparte()
  const [seen, setSeen] = useState(readSeen)
  const now = useServerNow(view?.last && !view.plan ? lookMs : null)
  if (!view || aparte) return null
  const { plan, last } = view
  if (plan?.status === 'running' && plan.calledBackAt !== null)
    return (
      <div className="subgroups-banner">
        <Split className="i" aria-hidden="true" />
        <p className="grow">
          <Bold text={t('calledBack')} />
        </p>
      </div>
    )
  if (plan || !last || last.id === seen || now - last.endedAt > newsMs) return null
  return (
    <section className="subgroups-banner" aria-label={t('endedSaid')}>
      <Split className="i" aria-hidden="true" />
      <p className="grow">
        <Bold text={t('ended')} />
      </p>
      <Brought last={last} />
      <button
        type="button"
        className="btn sm quiet"
        onClick={() => {
          keepSeen(last.id)
          setSeen(last.id)
        }}
      >
        {t('gotIt')}
      </button>
    </section>
  )
}

/** One's own first. */
function Brought({ last }: { last: NonNullable<SubgroupsView['last']> }) {
  const { t } = useTranslation('subgroups')
  const ways = useSubgroupWays()
  // An aparté without a word brings no frame, and a frame may have been taken away since.
  const onBoard = recordsOf(useLiveRoom().whiteboard.doc)
  const groups = [...last.groups].sort((a, b) => Number(b.mine) - Number(a.mine)).slice(0, named)
  const own = last.groups.find(({ mine }) => mine)
  return (
    <>
      {groups.map(({ id, name, frameId }) =>
        frameId && onBoard.has(frameId) ? (
          <button key={id} type="button" className="btn sm" onClick={() => ways.onFrame(frameId)}>
            {t('see', { group: name })}
          </button>
        ) : null,
      )}
      {last.kind === 'aparte' && own && (
        <button type="button" className="btn sm quiet" onClick={() => ways.enterAparte(own.id)}>
          {t('reread')}
        </button>
      )}
    </>
  )
}

const seenKey = 'faire-ensemble:subgroups-seen'

function readSeen(): string | null {
  try {
    return sessionStorage.getItem(seenKey)
  } catch {
    return null
  }
}

function keepSeen(id: string): void {
  try {
    sessionStorage.setItem(seenKey, id)
  } catch {
    // Without a storage it is told again after a reload.
  }
}
