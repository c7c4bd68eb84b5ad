// Small signs to everybody and being away for a moment, folded into one row: what runs now keeps the screen.
import { Smile } from 'lucide-react'
import { useState } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { AwayToggle } from '#client/features/attention/AwayToggle.tsx'
import { ReactionsBar, useReactionCounts } from '#client/features/attention/ReactionsBar.tsx'
import { useAway, useOwnSeats } from '#client/features/attention/useAttention.ts'
import { useEscapeFromNowhere } from '#client/ui/useEscapeFromNowhere.ts'

/** Null for observers. Whoever is away finds the way back without opening anything. */
export function OwnSigns() {
  const { t } = useTranslation('shell')
  const counts = useReactionCounts()
  const away = useAway()
  const seats = useOwnSeats()
  const [open, setOpen] = useState(false)
  useEscapeFromNowhere(open, () => setOpen(false))
  if (seats.length === 0) return null
  const isAway = seats.some(({ id }) => away.has(id))
  const said = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <div className="own-signs">
      {isAway && <AwayToggle />}
      <DialogTrigger isOpen={open} onOpenChange={setOpen}>
        <Button className="btn own-signs-open">
          <Smile className="i" aria-hidden="true" />
          {t('room.react')}
          {said > 0 && <b className="num">{said}</b>}
        </Button>
        <Popover className="popover own-signs-popover" placement="top">
          <Dialog className="own-signs-panel" aria-label={t('room.react')}>
            <ReactionsBar />
            {!isAway && <AwayToggle onAway={() => setOpen(false)} />}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  )
}
