// The cooperative and its cycle as lists of records: who it is, when it works, on what, where and in which groups.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { PenLine, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { makeRoom } from '#client/features/admin/adminApi.ts'
import { BeginForm } from '#client/features/admin/BeginForm.tsx'
import { readCycle } from '#client/features/admin/cycleAdminApi.ts'
import { PartState } from '#client/features/admin/PartState.tsx'
import { RecordDialog } from '#client/features/admin/RecordDialog.tsx'
import { recordWords } from '#client/features/admin/recordWords.ts'
import { sayProblem } from '#client/features/admin/sayProblem.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { CycleAdminAnswer, SeenRecord } from '#shared/admin/cycleAdmin.ts'
import { type EditedKind, isSingle } from '#shared/admin/editedRecords.ts'

export const OrganisationPart = () => <Records kinds={['organisation', 'entities', 'boards']} />
export const CyclePart = () => <Records kinds={['cycle', 'themes']} />
export const GroupsPart = () => <Records kinds={['antennas', 'groups']} />

interface Open {
  readonly kind: EditedKind
  readonly seen: SeenRecord | null
}

function Records({ kinds }: { kinds: readonly EditedKind[] }) {
  const cycle = useQuery({ queryKey: ['admin', 'cycle'], queryFn: ({ signal }) => readCycle(signal) })
  const [open, setOpen] = useState<Open | null>(null)
  const { data } = cycle
  return (
    <>
      <PartState query={cycle} />
      {data && !data.begun && <BeginForm mayMove={data.mayMove} />}
      {data?.begun &&
        kinds.map((kind) => <RecordList key={kind} kind={kind} around={data} onOpen={setOpen} />)}
      {data && open && <RecordDialog {...open} around={data} onClose={() => setOpen(null)} />}
    </>
  )
}

interface RecordListProps {
  readonly kind: EditedKind
  readonly around: CycleAdminAnswer
  readonly onOpen: (open: Open) => void
}

function RecordList({ kind, around, onOpen }: RecordListProps) {
  const { t } = useTranslation('admin')
  const list = around.records[kind]
  const may = around.editable.includes(kind)
  return (
    <section className="admin-records" data-records={kind} aria-labelledby={`records-${kind}`}>
      <div className="admin-head">
        <h2 id={`records-${kind}`}>{t(`cycle.many.${kind}`)}</h2>
        {may && !isSingle(kind) && (
          <button
            type="button"
            className="btn sm"
            aria-haspopup="dialog"
            data-act={`add-${kind}`}
            onClick={() => onOpen({ kind, seen: null })}
          >
            <Plus className="i" aria-hidden="true" />
            {t(`cycle.add.${kind}`)}
          </button>
        )}
      </div>
      {list.length === 0 && <p className="soft">{t('cycle.noneYet')}</p>}
      <ul className="card admin-lines">
        {list.map((seen) => (
          <RecordLine key={seen.record.id} {...{ kind, seen, around, onOpen, may }} />
        ))}
      </ul>
    </section>
  )
}

function RecordLine({
  kind,
  seen,
  around,
  onOpen,
  may,
}: RecordListProps & { seen: SeenRecord; may: boolean }) {
  const { t, i18n } = useTranslation('admin')
  const { name, more } = recordWords(kind, seen.record, { around, t, language: i18n.language })
  return (
    <li className="admin-person">
      <div className="grow">
        <b>{name}</b>
        {more !== '' && <p className="sm soft">{more}</p>}
      </div>
      {kind === 'groups' && <RoomOf around={around} groupId={seen.record.id} name={name} />}
      {may && (
        <button
          type="button"
          className="btn sm"
          aria-haspopup="dialog"
          data-act="edit-record"
          aria-label={t('cycle.editLabel', { name })}
          onClick={() => onOpen({ kind, seen })}
        >
          <PenLine className="i" aria-hidden="true" />
          {t('cycle.edit')}
        </button>
      )}
    </li>
  )
}

function RoomOf({ around, groupId, name }: { around: CycleAdminAnswer; groupId: string; name: string }) {
  const { t } = useTranslation('admin')
  const client = useQueryClient()
  const making = useMutation({
    mutationFn: () => makeRoom(groupId, name),
    onSuccess: ({ code }) => {
      showToast({ text: t('cycle.roomMade', { code }) })
      return client.invalidateQueries()
    },
    onError: sayProblem,
  })
  if (around.groupsWithRoom.includes(groupId))
    return (
      <Link className="btn sm" to="/admin#rooms" aria-label={t('cycle.roomLabel', { name })}>
        {t('cycle.room')}
      </Link>
    )
  return (
    <button
      type="button"
      className="btn sm"
      data-act="make-room"
      aria-label={t('cycle.makeRoomLabel', { name })}
      onClick={() => !making.isPending && making.mutate()}
    >
      {t('cycle.makeRoom')}
    </button>
  )
}
