// One record of the cycle in a form; what the whole cycle has against it is said beside, and nothing typed is lost.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { removeRecord, saveRecord } from '#client/features/admin/cycleAdminApi.ts'
import { ProblemList } from '#client/features/admin/ProblemList.tsx'
import { RecordFields, type Values } from '#client/features/admin/RecordFields.tsx'
import { problemWords } from '#client/features/admin/sayProblem.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import type { CycleAdminAnswer, EditedAnswer, SeenRecord } from '#shared/admin/cycleAdmin.ts'
import { type EditedKind, editedFields, isSingle } from '#shared/admin/editedRecords.ts'

export interface RecordDialogProps {
  readonly kind: EditedKind
  /** Null makes a new one. */
  readonly seen: SeenRecord | null
  readonly around: CycleAdminAnswer
  readonly onClose: () => void
}

/** What a new one begins with. */
function firstValues(kind: EditedKind, around: CycleAdminAnswer): Values {
  const { records } = around
  const only = records.entities.length === 1 ? records.entities[0]?.record : undefined
  if (kind === 'themes') return { order: records.themes.length + 1, jurisdictions: [] }
  if (kind === 'groups')
    return {
      ...{ themeId: records.themes[0]?.record.id ?? null, antennaId: null },
      entityIds: only ? [only.id] : [],
    }
  return kind === 'boards' || kind === 'antennas' ? { entityId: only?.id ?? null } : {}
}

export function RecordDialog({ kind, seen, around, onClose }: RecordDialogProps) {
  const { t } = useTranslation('admin')
  const client = useQueryClient()
  const [values, setValues] = useState<Values>(() => seen?.record ?? firstValues(kind, around))
  const about = { kind, id: seen?.record.id ?? 'new', seen: seen?.seen ?? null }
  const onSuccess = async (answer: EditedAnswer): Promise<void> => {
    if (!answer.ok) return
    showToast({ text: t('cycle.saved') })
    onClose()
    await client.invalidateQueries()
  }
  const saving = useMutation({
    mutationFn: () => saveRecord({ ...about, record: withoutEmpty(values) }),
    onSuccess,
  })
  const removing = useMutation({ mutationFn: () => removeRecord(about), onSuccess })
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (!saving.isPending) saving.mutate()
  }
  const refused = [saving.data, removing.data].find((answer) => answer?.ok === false)
  const failed = saving.error ?? removing.error
  return (
    <ModalDialog title={t(`cycle.one.${kind}`)} onClose={onClose} width="wide">
      <form className="admin-form" onSubmit={save} noValidate data-form={`record-${kind}`}>
        <RecordFields fields={editedFields[kind]} values={values} around={around} onChange={setValues} />
        {refused?.ok === false && <ProblemList refused={refused} />}
        {failed && (
          <p className="field-error" role="alert">
            {problemWords(failed)}
          </p>
        )}
        <div className="acts">
          <button type="submit" className="btn primary" data-act="save-record">
            {t('cycle.save')}
          </button>
          {seen && !isSingle(kind) && (
            <button
              type="button"
              className="btn"
              data-act="remove-record"
              onClick={() => !removing.isPending && removing.mutate()}
            >
              {t('cycle.takeAway')}
            </button>
          )}
        </div>
      </form>
    </ModalDialog>
  )
}

/** Words that were begun and emptied again are none. */
const withoutEmpty = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.filter((one) => one !== '') : value,
    ]),
  )
