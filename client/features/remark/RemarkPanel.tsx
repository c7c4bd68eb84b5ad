// The remarks of one draft below its text: in the text's order, open ones first seen, decided ones one press away.
import { MessageSquarePlus, MessageSquareText } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { beginRemark } from '#client/features/remark/beginRemark.ts'
import { RemarkItem } from '#client/features/remark/RemarkItem.tsx'
import { type DraftPlace, useRemarkDesk } from '#client/features/remark/remarkDesk.ts'
import { type PlacedRemark, usePlacedRemarks } from '#client/features/remark/remarkOrder.ts'
import { useUnsent } from '#client/features/remark/unsent.ts'
import { type UnsentRemark, unsentKey } from '#client/features/remark/unsentRemark.ts'
import { type ReadRemarks, useRemarks } from '#client/features/remark/useRemarks.ts'
import { markMentionsSeen } from '#client/live/apiRemarks.ts'
import { useLiveRoom, useLiveRoomChanges } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import type { Remark } from '#shared/remark/remark.ts'
import '#client/features/remark/remark.css'

const filters = ['open', 'all', 'mine'] as const
type Filter = (typeof filters)[number]

/** `level`: of its heading. */
export function RemarkPanel({
  level: Heading = 'h4',
  ...draft
}: DraftPlace & { readonly level?: 'h3' | 'h4' }) {
  const { t } = useTranslation('remark')
  const id = useId()
  const desk = useRemarkDesk()
  const room = useLiveRoomChanges(useLiveRoom())
  const read = useRemarks(draft)
  const placed = usePlacedRemarks(room.draftsOf(draft.spaceId), draft.draftId, read.answer?.remarks)
  const named = useNamed(draft, read)
  const [filter, setFilter] = useState<Filter>('open')
  useSaidNews(read.answer?.remarks)
  const mayRemark = read.answer?.may.remark ?? false
  if (!desk || (placed.length === 0 && !mayRemark && !read.failed)) return null
  const open = placed.filter(({ remark }) => remark.status === 'open')
  const done = placed.filter(({ remark }) => remark.status !== 'open')
  const mine = placed.filter(({ remark }) => named(remark))
  const chosen = { open, all: placed, mine }[filter]
  return (
    <section className="remarks" aria-labelledby={id} data-remarks={`${draft.spaceId}/${draft.draftId}`}>
      <header className="remarks-head">
        <Heading id={id}>
          <MessageSquareText className="i" aria-hidden="true" />
          {t('title')}
          {open.length > 0 && (
            <span className="chip num">
              {open.length}
              <span className="sr"> {t('openOnes', { count: open.length })}</span>
            </span>
          )}
        </Heading>
        {mayRemark && (
          <button
            type="button"
            className="btn sm"
            data-act="remark.begin"
            // What is selected in the text stays selected.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => beginRemark(desk, draft)}
          >
            <MessageSquarePlus className="i" aria-hidden="true" />
            {t('add')}
          </button>
        )}
      </header>
      <Unsent draft={draft} />
      {read.failed && <Trouble read={read} />}
      {placed.length === 0 && !read.failed && <p className="sm soft">{t('none')}</p>}
      {placed.length > 1 && (
        <Choice
          look="segments"
          label={t('filter.label')}
          value={filter}
          onChange={setFilter}
          options={filters.map((value) => ({
            value,
            label: t(`filter.${value}`, { count: { open, all: placed, mine }[value].length }),
          }))}
        />
      )}
      {placed.length > 0 && chosen.length === 0 && <p className="sm soft">{t(`filter.no.${filter}`)}</p>}
      <RemarkItems
        draft={draft}
        placed={chosen}
        read={read}
        label={t(`filter.${filter}`, { count: chosen.length })}
      />
      {filter === 'open' && done.length > 0 && (
        <details className="remarks-done">
          <summary>{t('done', { count: done.length })}</summary>
          <RemarkItems draft={draft} placed={done} read={read} label={t('done', { count: done.length })} />
        </details>
      )}
    </section>
  )
}

interface ItemsProps {
  readonly draft: DraftPlace
  readonly placed: readonly PlacedRemark[]
  readonly read: ReadRemarks
  readonly label: string
}

function RemarkItems({ draft, placed, read, label }: ItemsProps) {
  if (placed.length === 0) return null
  return (
    <ul className="remark-list" aria-label={label}>
      {placed.map((one) => (
        <RemarkItem
          key={one.remark.id}
          draft={draft}
          placed={one}
          maySuggest={read.answer?.may.suggest ?? false}
        />
      ))}
    </ul>
  )
}

function Trouble({ read }: { read: ReadRemarks }) {
  const { t } = useTranslation('remark')
  return (
    <p className="remarks-trouble sm">
      {t(read.answer ? 'stale' : 'unread')}
      <button type="button" className="btn quiet sm" onClick={read.again}>
        {t('again')}
      </button>
    </p>
  )
}

/** A form that was closed before it was sent. */
function Unsent({ draft }: { draft: DraftPlace }) {
  const { t } = useTranslation('remark')
  const desk = useRemarkDesk()
  const [kept, keep] = useUnsent<UnsentRemark>(unsentKey(draft))
  if (!kept) return null
  return (
    <p className="remarks-unsent sm">
      <span className="grow">{t('unsent')}</span>
      <button type="button" className="btn sm" onClick={() => desk?.begin(kept.writing)}>
        {t('resume')}
      </button>
      <button type="button" className="btn quiet sm" onClick={() => keep(undefined)}>
        {t('discard')}
      </button>
    </p>
  )
}

/** Whether a remark names this person or their group. Looking at them counts as having seen them. */
function useNamed(
  { spaceId, draftId }: DraftPlace,
  { answer, again }: ReadRemarks,
): (remark: Remark) => boolean {
  const { room, you } = useLiveRoom().join
  const seen = useRef(new Set<string>())
  const fresh = (answer?.remarks ?? []).filter(({ mentionsMe }) => mentionsMe)
  for (const { id } of fresh) seen.current.add(id)
  const isNews = fresh.length > 0
  useEffect(() => {
    // A page that nobody looks at has shown nothing.
    if (isNews && document.visibilityState === 'visible')
      markMentionsSeen({ code: room.code, spaceId, draftId }).then(again, () => undefined)
  }, [isNews, room.code, spaceId, draftId, again])
  return (remark) =>
    remark.mentionsMe ||
    seen.current.has(remark.id) ||
    [remark.mentions, ...remark.replies.map(({ mentions }) => mentions)]
      .flat()
      .some(({ kind, id, name }) => (kind === 'group' ? id === you.groupId : name === you.name))
}

/** Others' new remarks are said once, together. */
function useSaidNews(remarks: readonly Remark[] | undefined): void {
  const { t } = useTranslation('remark')
  const known = useRef<ReadonlySet<string> | undefined>(undefined)
  useEffect(() => {
    if (!remarks) return
    const before = known.current
    known.current = new Set(remarks.map(({ id }) => id))
    const news = before ? remarks.filter(({ id, mine }) => !mine && !before.has(id)) : []
    if (news[0]) announce(t('said.news', { count: news.length, name: news[0].by.name }))
  }, [remarks, t])
}
