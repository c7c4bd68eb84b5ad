// The menu of one step, for facilitators: everything that a mouse could drag, by keyboard too.
import { EllipsisVertical } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { StepActs } from '#client/features/agenda/useStepActs.ts'
import { hasHappened, type Step } from '#shared/agenda/step.ts'

export interface StepMenuProps {
  readonly step: Step
  readonly running: boolean
  readonly acts: StepActs
  readonly onGo: () => void
  readonly onEdit: () => void
  readonly onAddBefore: () => void
}

export function StepMenu({ step, running, acts, onGo, onEdit, onAddBefore }: StepMenuProps) {
  const { t } = useTranslation('agenda')
  const happened = hasHappened(step)
  return (
    <MenuTrigger>
      <Button className="btn quiet icon agenda-more" aria-label={t('menuLabel', { title: step.title })}>
        <EllipsisVertical className="i" aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu">
          {running && step.state !== 'now' && (
            <MenuItem className="menu-item" onAction={onGo}>
              {t('act.go')}
            </MenuItem>
          )}
          <MenuItem className="menu-item" onAction={onEdit}>
            {t('act.edit')}
          </MenuItem>
          {acts.mayMove(step, -1) && (
            <MenuItem className="menu-item" onAction={() => void acts.move(step, -1)}>
              {t('act.up')}
            </MenuItem>
          )}
          {acts.mayMove(step, 1) && (
            <MenuItem className="menu-item" onAction={() => void acts.move(step, 1)}>
              {t('act.down')}
            </MenuItem>
          )}
          <MenuItem className="menu-item" onAction={onAddBefore}>
            {t('act.addBefore')}
          </MenuItem>
          {!happened && (
            <MenuItem className="menu-item" onAction={() => void acts.skip(step, step.state !== 'skipped')}>
              {t(step.state === 'skipped' ? 'act.unskip' : 'act.skip')}
            </MenuItem>
          )}
          {!happened && (
            <MenuItem className="menu-item danger" onAction={() => void acts.remove(step)}>
              {t('act.remove')}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
