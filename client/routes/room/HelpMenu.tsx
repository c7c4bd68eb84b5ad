// Help at hand: the visit for everybody, the guide for whoever facilitates.
import { CircleHelp } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { openVisit } from '#client/features/welcome/welcomeSeen.ts'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'

export function HelpMenu({ onGuide }: { onGuide: () => void }) {
  const { t } = useTranslation('welcome')
  const leads = useMayLead()
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
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
