// One's own hand: up, down, or done speaking; a device with several people has a menu of them.
import { Check, Hand } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { placeOf, type ShownQueue } from '#client/features/queue/useQueue.ts'
import { type QueueActs, useQueueHere } from '#client/features/queue/useQueueActs.ts'
import '#client/features/queue/queue.css'

/** `tool` is an icon among one's own tools; `wide` has the words beside it. Null for observers. */
export function HandButton({ look = 'tool' }: { look?: 'tool' | 'wide' }) {
  const { t } = useTranslation('queue')
  const { queue, acts } = useQueueHere()
  if (!queue || queue.ownSeats.length === 0) return null
  const [only, ...others] = queue.ownSeats
  if (!only || others.length > 0) return <HandsMenu queue={queue} acts={acts} look={look} />
  const hand = handOf(queue, only.id)
  const words = t(hand === 'speaks' ? 'done' : hand === 'up' ? 'lower' : 'ask')
  return (
    <button
      type="button"
      className={`btn queue-hand ${look} ${hand}`}
      // Words that change say the state themselves; an icon keeps its name and is pressed or not.
      {...(look === 'tool'
        ? { 'aria-pressed': hand !== 'down', 'aria-label': t(hand === 'speaks' ? 'done' : 'ask') }
        : {})}
      aria-keyshortcuts="Alt+Shift+P"
      title={`${words} (${t('handKeyHint')})`}
      onClick={() => void moveHand(queue, acts, only.id)}
    >
      <HandIcon hand={hand} />
      {look === 'wide' && words}
    </button>
  )
}

type OwnHand = 'down' | 'up' | 'speaks'

export function handOf(queue: ShownQueue, seatId: string): OwnHand {
  if (queue.speaking?.seatId === seatId) return 'speaks'
  const isUp = queue.view.waiting.some((entry) => entry.seatId === seatId)
  return isUp ? 'up' : 'down'
}

/** Raises it, lowers it, or ends one's turn. */
export async function moveHand(queue: ShownQueue, acts: QueueActs, seatId: string): Promise<boolean> {
  const hand = handOf(queue, seatId)
  if (hand === 'speaks') return acts.end()
  if (hand === 'down') return acts.raise(seatId)
  const up = queue.view.waiting.find((entry) => entry.seatId === seatId) ?? placeOf(queue, seatId)?.line
  return up ? acts.lower('id' in up ? up.id : up.entryId) : false
}

const HandIcon = ({ hand }: { hand: OwnHand }) =>
  hand === 'speaks' ? <Check className="i" aria-hidden="true" /> : <Hand className="i" aria-hidden="true" />

interface HandsMenuProps {
  readonly queue: ShownQueue
  readonly acts: QueueActs
  readonly look: 'tool' | 'wide'
}

function HandsMenu({ queue, acts, look }: HandsMenuProps) {
  const { t } = useTranslation('queue')
  const hands = queue.ownSeats.map(({ id }) => handOf(queue, id))
  const most: OwnHand = hands.includes('speaks') ? 'speaks' : hands.includes('up') ? 'up' : 'down'
  const doing = (name: string, hand: OwnHand): string =>
    t(hand === 'speaks' ? 'doneFor' : hand === 'up' ? 'lowerFor' : 'askFor', { name })
  return (
    <MenuTrigger>
      <Button
        className={`btn queue-hand ${look} ${most}`}
        {...(look === 'tool' ? { 'aria-label': t('ask') } : {})}
      >
        <Hand className="i" aria-hidden="true" />
        {look === 'wide' && t('ask')}
      </Button>
      <Popover className="popover" placement="top">
        <Menu className="menu" aria-label={t('handsLabel')}>
          {queue.ownSeats.map(({ id, name }) => (
            <MenuItem key={id} id={id} className="menu-item" onAction={() => void moveHand(queue, acts, id)}>
              {doing(name, handOf(queue, id))}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
