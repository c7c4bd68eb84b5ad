// Questions that the draft leaves open: one line each.
import { Plus, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DetailPartProps } from '#client/features/draft/DraftDetail.tsx'
import { entryText, takeOut } from '#client/features/draft/draftActs.ts'
import { asOneStep, draftUndo } from '#client/features/draft/draftUndo.ts'
import { smallTextLimit } from '#client/features/draft/NuanceDialog.tsx'
import { SharedField } from '#client/features/draft/SharedField.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import { addQuestion } from '#shared/draft/draftModel.ts'

export function Questions({ live, draft, draftId, read, editable, onDone }: DetailPartProps) {
  const { t } = useTranslation('draft')
  const [fresh, setFresh] = useState<string>()
  const id = useId()
  if (!editable && read.questions.length === 0) return null
  const remove = (questionId: string): void => {
    takeOut(draft, 'questions', questionId)
    showToast({
      text: t('question.removed'),
      action: { label: t('undo'), run: () => void draftUndo(draft).undo() },
    })
  }
  return (
    <section className="draft-part" aria-labelledby={id}>
      <h3 id={id}>{t('question.heading')}</h3>
      <ul className="draft-list">
        {read.questions.map((question, at) => {
          const text = entryText(draft, 'questions', question.id)
          if (!editable || !text) return <li key={question.id}>{question.text}</li>
          return (
            <li key={question.id} className="draft-line">
              <SharedField
                live={live}
                draft={draft}
                draftId={draftId}
                place={`question:${question.id}`}
                text={text}
                label={t('question.label', { number: at + 1 })}
                labelHidden
                invite={t('question.invite')}
                limit={smallTextLimit}
                autoFocus={question.id === fresh}
                onDone={onDone}
              />
              <button
                type="button"
                className="btn icon quiet"
                aria-label={t('question.removeLabel', { number: at + 1 })}
                onClick={() => remove(question.id)}
              >
                <Trash2 className="i" aria-hidden="true" />
              </button>
            </li>
          )
        })}
      </ul>
      {editable && (
        <button
          type="button"
          className="btn sm"
          onClick={() => asOneStep(draft, () => setFresh(addQuestion(draft, '')))}
        >
          <Plus className="i" aria-hidden="true" />
          {t('question.add')}
        </button>
      )}
    </section>
  )
}
