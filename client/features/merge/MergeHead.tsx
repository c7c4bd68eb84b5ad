// The head of an open merge: its name, what remains to be settled, which passages are shown, and the further tools.
import { ArrowLeft, Check, CircleDashed, CircleQuestionMark, Ellipsis, ListChecks, Rows3 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { CloseDialog } from '#client/features/merge/CloseDialog.tsx'
import { ConfirmRewordings } from '#client/features/merge/ConfirmRewordings.tsx'
import { HeaderDialog } from '#client/features/merge/HeaderDialog.tsx'
import { MergeWithDialog } from '#client/features/merge/MergeWithDialog.tsx'
import { type PassageFilter, useMergeHands } from '#client/features/merge/mergeContext.ts'

export interface MergeHeadProps {
  readonly title: string
  readonly onBack: () => void
  readonly onFilter: (filter: PassageFilter) => void
  readonly onChoosing: (on: boolean) => void
  /** Undefined where the list of passages is a view of its own. */
  readonly listed: boolean | undefined
  readonly onListed: (on: boolean) => void
  /** What the room adds: its tools. */
  readonly more?: ReactNode
}

export function MergeHead(props: MergeHeadProps) {
  const { title, onBack, onChoosing, listed, onListed } = props
  const { t } = useTranslation('merge')
  const { choosing, openDialog, reading } = useMergeHands()
  const { proposed } = reading.counts
  return (
    <header className="mg-head" data-region="merge-head" tabIndex={-1}>
      <button
        type="button"
        className="btn quiet icon"
        aria-label={t('back')}
        title={t('back')}
        onClick={onBack}
      >
        <ArrowLeft className="i" aria-hidden="true" />
      </button>
      <h2>{title}</h2>
      <Remaining />
      <Filters onFilter={props.onFilter} />
      <div className="mg-head-acts">
        <button
          type="button"
          className="btn sm"
          data-act="confirm-list"
          onClick={() => openDialog((close) => <ConfirmRewordings onClose={close} />)}
        >
          <CircleQuestionMark className="i" aria-hidden="true" />
          {t('count.proposed', { count: proposed })}
        </button>
        <button
          type="button"
          className="btn sm mg-choosing"
          aria-pressed={choosing}
          onClick={() => onChoosing(!choosing)}
          title={t('chosen.start')}
        >
          <ListChecks className="i" aria-hidden="true" />
          <span>{t('chosen.startShort')}</span>
        </button>
        {listed !== undefined && (
          <button type="button" className="btn sm" aria-pressed={listed} onClick={() => onListed(!listed)}>
            <Rows3 className="i" aria-hidden="true" />
            {t('view.list')}
          </button>
        )}
        {props.more}
        <MoreMenu />
      </div>
    </header>
  )
}

/** Always in sight. */
function Remaining() {
  const { t } = useTranslation('merge')
  const { open, proposed } = useMergeHands().reading.counts
  // What waits for the word of its group is not settled either.
  const isSettled = open + proposed === 0
  const Icon = isSettled ? Check : CircleDashed
  return (
    <span className={`chip mg-remaining ${isSettled ? 'ok' : 'warn'}`} data-remaining={open}>
      <Icon className="i" aria-hidden="true" />
      {open === 0 && !isSettled ? t('count.proposed', { count: proposed }) : t('count.open', { count: open })}
    </span>
  )
}

function Filters({ onFilter }: Pick<MergeHeadProps, 'onFilter'>) {
  const { t } = useTranslation('merge')
  const { filter, reading } = useMergeHands()
  const { open } = reading.counts
  const filters = [
    ['all', t('filter.all')],
    ['open', t('filter.open', { count: open })],
  ] as const
  return (
    <div className="mg-filters" role="group" aria-label={t('filter.label')}>
      {filters.map(([key, label]) => (
        <button key={key} type="button" aria-pressed={filter === key} onClick={() => onFilter(key)}>
          {label}
        </button>
      ))}
    </div>
  )
}

function MoreMenu() {
  const { t } = useTranslation(['merge', 'shell'])
  const { openDialog, blocked, merge } = useMergeHands()
  return (
    <MenuTrigger>
      <Button className="btn quiet icon sm" aria-label={t('shell:room.more')}>
        <Ellipsis className="i" aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu">
          <MenuItem
            className="menu-item"
            onAction={() => openDialog((close) => <HeaderDialog onClose={close} />)}
          >
            {t('merge:joint.headerLabel')}
          </MenuItem>
          {blocked === undefined && (
            <MenuItem
              className="menu-item"
              onAction={() => openDialog((close) => <MergeWithDialog into={merge} onClose={close} />)}
            >
              {t('merge:pane.bring')}
            </MenuItem>
          )}
          {blocked === undefined && (
            <MenuItem
              className="menu-item danger"
              onAction={() => openDialog((close) => <CloseDialog onClose={close} />)}
            >
              {t('merge:close.act')}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
