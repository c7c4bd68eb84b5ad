// A person's menu: what everybody may do, and for facilitators letting watch only, letting write again, sending out after a confirmation.
import { EllipsisVertical } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { deviceName } from '#client/features/people/places.ts'
import { changeRole, removePerson } from '#client/live/apiRoom.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import type { PersonPresent } from '#shared/room/people.ts'

export interface PersonActionsProps {
  readonly person: PersonPresent
  /** Whether this person may do what facilitators do. */
  readonly runs: boolean
  /** Entries that everybody has. */
  readonly children?: ReactNode
}

export function PersonActions({ person, runs, children }: PersonActionsProps) {
  const { t, i18n } = useTranslation('people')
  const { code } = useLiveRoom().join.room
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const name = deviceName(person, i18n.language)

  const act = async (doIt: () => Promise<void>, done: string): Promise<void> => {
    // Not by disabling the button: it has the focus, and a dialog without focus hears no Escape.
    if (busy) return
    setBusy(true)
    try {
      await doIt()
      showToast({ text: done })
    } catch {
      showToast({ text: t('failed'), tone: 'problem' })
    } finally {
      setBusy(false)
      setAsking(false)
    }
  }
  const switchRole = (): void => {
    const role = person.role === 'observer' ? 'participant' : 'observer'
    void act(() => changeRole(code, person.participantId, role), t('roleChanged', { name }))
  }

  return (
    <>
      <MenuTrigger>
        <Button className="btn quiet icon sm" aria-label={t('actionsLabel', { name })}>
          <EllipsisVertical className="i" aria-hidden="true" />
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu">
            {children}
            {runs && (
              <>
                <MenuItem className="menu-item" onAction={switchRole}>
                  {t(person.role === 'observer' ? 'makeParticipant' : 'makeObserver')}
                </MenuItem>
                <MenuItem className="menu-item danger" onAction={() => setAsking(true)}>
                  {t('remove')}
                </MenuItem>
              </>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      {asking && (
        <ConfirmDialog
          title={t('removeTitle', { name })}
          confirm={t('removeConfirm')}
          danger
          busy={busy}
          onClose={() => setAsking(false)}
          onConfirm={() => void act(() => removePerson(code, person.participantId), t('removed', { name }))}
        >
          {t('removeText')}
        </ConfirmDialog>
      )}
    </>
  )
}
