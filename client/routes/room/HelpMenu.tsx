// Help at hand: the visit for everybody, the guide for whoever facilitates, the record for whoever keeps it.
import { CircleHelp } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { openVisit } from '#client/features/welcome/welcomeSeen.ts'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { useMayRecord } from '#client/routes/room/useMayRecord.ts'

export interface HelpMenuProps {
  readonly onGuide: () => void
  readonly onPresence: () => void
  readonly onReplay: () => void
  readonly onMinutes: () => void
}

export function HelpMenu({ onGuide, onPresence, onReplay, onMinutes }: HelpMenuProps) {
  const { t } = useTranslation(['welcome', 'presence', 'replay', 'minutes'])
  const leads = useMayLead()
  const records = useMayRecord()
  return (
    <MenuTrigger>
      <Button className="btn" aria-label={t('help')}>
        <CircleHelp className="i" aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="top">
        <Menu className="menu" aria-label={t('help')}>
          <MenuItem className="menu-item" onAction={openVisit}>
            {t('name')}
          </MenuItem>
          {leads && (
            <MenuItem className="menu-item" onAction={onGuide}>
              {t('guideName')}
            </MenuItem>
          )}
          {records && (
            <MenuItem className="menu-item" onAction={onPresence}>
              {t('presence:open')}
            </MenuItem>
          )}
          <MenuItem className="menu-item" onAction={onMinutes}>
            {t('minutes:open')}
          </MenuItem>
          <MenuItem className="menu-item" onAction={onReplay}>
            {t('replay:name')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
