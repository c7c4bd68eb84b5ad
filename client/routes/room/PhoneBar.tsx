// The phone's thumb zone: what runs now, list, board, the floor, and the rest in a menu.
import { Circle, CircleDot, Ellipsis, Hand, LayoutDashboard, List, type LucideIcon } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { placesOf } from '#client/features/people/places.ts'
import { openVisit } from '#client/features/welcome/welcomeSeen.ts'
import { usePeople, useSlice } from '#client/live/useLiveRoom.tsx'
import { useMayPutPaper } from '#client/routes/room/PhotoRow.tsx'
import type { ViewBarProps } from '#client/routes/room/TabsBar.tsx'
import { useMayRecord } from '#client/routes/room/useMayRecord.ts'

export function PhoneBar({
  view,
  onView,
  onDialog,
  runs,
  leads,
}: ViewBarProps & { readonly leads: boolean }) {
  const { t } = useTranslation(['shell', 'paper', 'welcome', 'replay', 'minutes', 'call', 'presence'])
  const navigate = useNavigate()
  const mayPutPaper = useMayPutPaper()
  const records = useMayRecord()
  const hasCall = useSlice('call')?.url != null
  const sides = placesOf(usePeople())
  const count = sides.room.count + sides.remote.count
  return (
    <nav className="tabbar" aria-label={t('room.barLabel')} data-region="tools">
      <BarButton
        icon={runs ? CircleDot : Circle}
        label={t('room.now')}
        current={view === 'now'}
        onPress={() => onView('now')}
      />
      <BarButton
        icon={List}
        label={t('room.list')}
        current={view === 'list'}
        onPress={() => onView('list')}
      />
      <BarButton
        icon={LayoutDashboard}
        label={t('room.board')}
        current={view === 'board'}
        onPress={() => onView('board')}
      />
      <BarButton icon={Hand} label={t('room.speech')} onPress={() => onDialog('speech')} />
      <MenuTrigger>
        <Button className="bar-button">
          <Ellipsis className="i" aria-hidden="true" />
          {t('room.more')}
        </Button>
        <Popover className="popover" placement="top end">
          <Menu className="menu">
            {leads && (
              <MenuItem className="menu-item" id="phone-tools" onAction={() => onDialog('tools')}>
                {t('room.tools')}
              </MenuItem>
            )}
            {(leads || hasCall) && (
              <MenuItem className="menu-item" onAction={() => onDialog('call')}>
                {t('call:name')}
              </MenuItem>
            )}
            {mayPutPaper && (
              <>
                <MenuItem className="menu-item" onAction={() => onDialog('photo')}>
                  {t('paper:photo')}
                </MenuItem>
                <MenuItem className="menu-item" onAction={() => onDialog('copyOut')}>
                  {t('paper:batch')}
                </MenuItem>
              </>
            )}
            <MenuItem className="menu-item" onAction={() => onDialog('minutes')}>
              {t('minutes:open')}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => onDialog('people')}>
              {t('room.people')} ({count})
            </MenuItem>
            {records && (
              <MenuItem className="menu-item" onAction={() => onDialog('presence')}>
                {t('presence:open')}
              </MenuItem>
            )}
            <MenuItem className="menu-item" onAction={() => onDialog('share')}>
              {t('room.invite')}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => onDialog('seats')}>
              {t('room.seats')}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => onDialog('appearance')}>
              {t('room.appearance')}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => onDialog('replay')}>
              {t('replay:name')}
            </MenuItem>
            <MenuItem className="menu-item" onAction={openVisit}>
              {t('welcome:name')}
            </MenuItem>
            {leads && (
              <MenuItem className="menu-item" onAction={() => onDialog('guide')}>
                {t('welcome:guideName')}
              </MenuItem>
            )}
            <MenuItem className="menu-item" onAction={() => void navigate('/')}>
              {t('room.leave')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </nav>
  )
}

interface BarButtonProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly current?: boolean
  readonly count?: number
  readonly onPress: () => void
}

function BarButton({ icon: Icon, label, current, count, onPress }: BarButtonProps) {
  const opens = current === undefined
  return (
    <button
      type="button"
      className="bar-button"
      aria-current={current ? 'page' : undefined}
      {...(opens ? { 'aria-haspopup': 'dialog' as const } : {})}
      onClick={onPress}
    >
      <span className="bar-icon">
        <Icon className="i" aria-hidden="true" />
        {count !== undefined && count > 0 && <span className="bar-count num">{count}</span>}
      </span>
      {label}
    </button>
  )
}
