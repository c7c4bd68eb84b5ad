// « Arrivé depuis la dernière séance », for facilitators: what people brought, carried into the room one by one or all at once.
import { CornerDownRight, Inbox } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ContributionWords } from '#client/features/group/ContributionWords.tsx'
import { carryIn } from '#client/features/group/groupApi.ts'
import type { GroupActs } from '#client/features/group/useGroupPage.ts'
import { UnreachableServer } from '#client/live/api.ts'
import { Empty } from '#client/ui/Empty.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import type { Contribution, GroupPageAnswer } from '#shared/group/groupPage.ts'

export function ArrivedCard({ page, acts }: { page: GroupPageAnswer; acts: GroupActs }) {
  const { t } = useTranslation('group')
  const waits = page.contributions.filter(({ takenAt }) => takenAt === null)
  const taken = page.contributions.length - waits.length
  const { busy, carry } = useCarrying(page.group.id, acts)
  return (
    <section className="card gp-arrived" aria-labelledby="gp-arrived">
      <div className="row between wrap">
        <h2 id="gp-arrived">{t('arrived')}</h2>
        {waits.length > 1 && (
          <button
            type="button"
            className="btn sm primary"
            aria-disabled={busy || undefined}
            onClick={() => void carry(waits)}
          >
            {t('carryAll', { count: waits.length })}
          </button>
        )}
      </div>
      {waits.length === 0 && (
        <Empty icon={Inbox} title={t('arrivedNone')}>
          {t('arrivedNoneText')}
        </Empty>
      )}
      <ul>
        {waits.map((contribution) => (
          <li key={contribution.id}>
            <span>
              <ContributionWords {...contribution} />
              <small>{contribution.name}</small>
            </span>
            <button
              type="button"
              className="btn sm"
              aria-disabled={busy || undefined}
              aria-label={t(contribution.kind === 'note' ? 'carryNoteLabel' : 'carryTextLabel', {
                name: contribution.name,
              })}
              onClick={() => void carry([contribution])}
            >
              <CornerDownRight className="i" aria-hidden="true" />
              {t(contribution.kind === 'note' ? 'carryNote' : 'carryText')}
            </button>
          </li>
        ))}
      </ul>
      {taken > 0 && <p className="sm soft">{t('carriedBefore', { count: taken })}</p>}
    </section>
  )
}

function useCarrying(group: string, acts: GroupActs) {
  const { t } = useTranslation('group')
  const [busy, setBusy] = useState(false)
  const carry = async (those: readonly Contribution[]): Promise<void> => {
    if (busy) return
    setBusy(true)
    let carried = 0
    try {
      // One after the other, in the order of their arrival: so they lie on the board.
      for (const { id } of those) {
        await carryIn(group, id)
        carried += 1
      }
      showToast({ text: t('carried', { count: carried }) })
    } catch (error) {
      const said = error instanceof UnreachableServer ? 'carryOffline' : 'carryFailed'
      showToast({ text: t(said, { count: carried }), tone: 'problem' })
    } finally {
      setBusy(false)
      await acts.refresh()
    }
  }
  return { busy, carry }
}
