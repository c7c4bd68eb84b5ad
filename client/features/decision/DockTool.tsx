// A dock tool of the decisions: pressed while its kind is open, and then it leads to the running question instead of a new one.
import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RunningPart } from '#client/features/decision/RunningPart.tsx'
import { useExpectedVoices, useOpenDecision } from '#client/features/decision/useDecision.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import type { DecisionKind } from '#shared/decision/ballot.ts'
import type { OpenView } from '#shared/decision/decision.ts'
import '#client/features/decision/decision.css'

export interface DockToolProps {
  readonly label: string
  readonly icon: LucideIcon
  readonly kinds: readonly DecisionKind[]
  readonly form: (onClose: () => void) => ReactNode
}

export function DockTool({ label, icon: Icon, kinds, form }: DockToolProps) {
  const open = useOpenDecision()
  const [asking, setAsking] = useState(false)
  const onClose = (): void => setAsking(false)
  const runs = open !== null && kinds.includes(open.ballot.kind)
  return (
    <>
      <button
        type="button"
        className={`tool ${runs ? 'on' : ''}`}
        aria-pressed={runs}
        aria-haspopup="dialog"
        onClick={() => setAsking(true)}
      >
        <Icon className="i" aria-hidden="true" />
        {label}
      </button>
      {asking && (open ? <RunningDialog key={open.id} open={open} onClose={onClose} /> : form(onClose))}
    </>
  )
}

function RunningDialog({ open, onClose }: { open: OpenView; onClose: () => void }) {
  const { t } = useTranslation('decision')
  const expected = useExpectedVoices(open)
  return (
    <ModalDialog title={open.question} onClose={onClose}>
      <p className="soft">
        {t(`kind.${open.ballot.kind}`)} · {t('now.answered', { count: open.answered, expected })}
      </p>
      <RunningPart open={open} />
    </ModalDialog>
  )
}
