// What this person brought for the next session: what waits on this device, what arrived, what was taken up; each may be taken back in time.
import { CircleAlert, CloudOff, CornerDownRight, Inbox } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ContributionWords } from '#client/features/group/ContributionWords.tsx'
import type { ContributionBox, Typed } from '#client/features/group/contributionBox.ts'
import { takeBack } from '#client/features/group/groupApi.ts'
import type { GroupActs } from '#client/features/group/useGroupPage.ts'
import { UnreachableServer } from '#client/live/api.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { Contribution, GroupPageAnswer } from '#shared/group/groupPage.ts'

export interface OwnContributionsProps {
  readonly page: GroupPageAnswer
  readonly box: ContributionBox
  readonly acts: GroupActs
  /** The words stand in the form again. */
  readonly onBack: (words: Partial<Typed>) => void
}

export function OwnContributions({ page, box, acts, onBack }: OwnContributionsProps) {
  const { t } = useTranslation('group')
  const mine = page.contributions.filter(({ mine }) => mine)
  const arrived = new Set(mine.map(({ id }) => id))
  // The page may be read again before the answer to what was sent is here: each stands once.
  const waiting = box.waiting().filter(({ input }) => !arrived.has(input.id))
  if (waiting.length + mine.length === 0) return null
  return (
    <section className="gp-own" aria-labelledby="gp-own">
      <h3 id="gp-own">{t('own')}</h3>
      <ul>
        {mine.map((contribution) => (
          <li key={contribution.id}>
            <OwnArrived group={page.group.id} contribution={contribution} acts={acts} onBack={onBack} />
          </li>
        ))}
        {waiting.map(({ input, refused }) => (
          <li key={input.id}>
            <span>
              <ContributionWords
                kind={input.kind}
                text={input.text}
                degree={input.kind === 'position' ? input.degree : null}
                draft={
                  input.kind === 'note'
                    ? null
                    : (page.drafts.find(({ draftId }) => draftId === input.draftId) ?? null)
                }
              />
              <small>
                {refused ? (
                  <CircleAlert className="i" aria-hidden="true" />
                ) : (
                  <CloudOff className="i" aria-hidden="true" />
                )}
                {t(refused ? 'notTaken' : 'waitsHere')}
              </small>
            </span>
            <span className="row">
              {refused && (
                <button type="button" className="btn sm quiet" onClick={() => box.retry(input.id)}>
                  {t('tryAgain')}
                </button>
              )}
              <button
                type="button"
                className="btn sm"
                onClick={() => {
                  box.forget(input.id)
                  onBack({ kind: input.kind, text: input.text })
                }}
              >
                {t('takeBack')}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface OwnArrivedProps extends Pick<OwnContributionsProps, 'acts' | 'onBack'> {
  readonly group: string
  readonly contribution: Contribution
}

function OwnArrived({ group, contribution, acts, onBack }: OwnArrivedProps) {
  const { t } = useTranslation('group')
  const [busy, setBusy] = useState(false)
  const { kind, text, degree, draft, takenAt } = contribution
  const back = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      await takeBack(group, contribution.id)
      await acts.refresh()
      onBack({ kind, text, ...(draft ? { draft: `${draft.spaceId}/${draft.draftId}` } : {}) })
    } catch (error) {
      const away = error instanceof UnreachableServer
      showToast({ text: t(away ? 'takeBackOffline' : 'takeBackFailed'), tone: 'problem' })
      if (!away) await acts.refresh()
    } finally {
      setBusy(false)
    }
  }
  const Icon = takenAt === null ? Inbox : CornerDownRight
  return (
    <>
      <span>
        <ContributionWords kind={kind} text={text} degree={degree} draft={draft} />
        <small>
          <Icon className="i" aria-hidden="true" />
          {t(takenAt === null ? 'arrivedHere' : kind === 'note' ? 'takenNote' : 'takenText')}
        </small>
      </span>
      {takenAt === null && (
        <button type="button" className="btn sm" onClick={() => void back()}>
          {t('takeBack')}
        </button>
      )}
    </>
  )
}
