// The short form that opens a question: the sentence, what it is about, and the settings of its kind. Defaults start in one click.
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ItemsField } from '#client/features/decision/ItemsField.tsx'
import { useCommand } from '#client/live/useCommand.ts'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { type BallotWish, itemCounts, type QuestionWish } from '#shared/decision/ballot.ts'
import { type ItemWish, itemTextLimit } from '#shared/decision/decisionItem.ts'

export interface QuestionDialogProps {
  readonly title: string
  readonly ballot: BallotWish
  readonly firstItems: readonly ItemWish[]
  readonly firstQuestion: string
  /** The settings of the kind. */
  readonly children?: ReactNode
  readonly onClose: () => void
}

export function QuestionDialog(props: QuestionDialogProps) {
  const { title, ballot, firstItems, firstQuestion, children, onClose } = props
  const { t } = useTranslation('decision')
  const open = useCommand('decision.open')
  const [typed, setTyped] = useState<string | null>(null)
  const [items, setItems] = useState(firstItems)
  const question = typed ?? firstQuestion
  const { least } = itemCounts[ballot.kind]
  const needsItems = ballot.kind !== 'gradient' && ballot.kind !== 'consent' ? least : 0
  const missing =
    question.trim() === '' ? 'form.questionWanted' : items.length < needsItems ? 'form.itemsWanted' : null

  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (missing) return
    const wish: QuestionWish = { ballot, question: question.trim(), items: [...items] }
    if (sayRefusal(await open(wish))) onClose()
  }
  return (
    <ModalDialog title={title} onClose={onClose}>
      <form className="stack decision-form" onSubmit={(event) => void start(event)} noValidate>
        {children}
        <Field
          label={t('form.question')}
          value={question}
          maxLength={itemTextLimit}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <ItemsField
          label={t(`form.items.${ballot.kind}`)}
          items={items}
          single={ballot.kind === 'consent'}
          onChange={setItems}
        />
        <div className="acts">
          {missing && (
            <p className="sm soft grow" id="decision-missing">
              {t(missing, { count: needsItems })}
            </p>
          )}
          <button
            type="submit"
            className="btn primary"
            aria-disabled={missing ? 'true' : undefined}
            aria-describedby={missing ? 'decision-missing' : undefined}
          >
            {t(`form.start.${ballot.kind}`)}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}
