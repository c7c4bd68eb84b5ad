// The words that differ between what a group consented to and what stands now; marked, kept or contested as a correction of form.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeBandProps } from '#client/features/adoption/ChangeBand.tsx'
import { readable, useGroupRights } from '#client/features/adoption/useAdoption.ts'
import { readConsented } from '#client/features/adoption/versionsApi.ts'
import { useCommand } from '#client/live/useCommand.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import type { Correction, WordChange } from '#shared/adoption/adoptionState.ts'
import { heldFingerprint } from '#shared/adoption/heldConsent.ts'
import { formWordLimit, wordChanges } from '#shared/adoption/wordChanges.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface ChangesDialogProps extends ChangeBandProps {
  readonly lapsed: readonly string[]
  readonly correction: Correction | undefined
  readonly onClose: () => void
}

export function ChangesDialog(props: ChangesDialogProps) {
  const { t } = useTranslation('adoption')
  const { correction, lapsed, groups, onClose, spaceId, draftId } = props
  const changes = useChangesSince(props)
  const markForm = useCommand('adoption.markForm')
  const { join } = useLiveRoom()
  return (
    <ModalDialog title={t('change.title')} onClose={onClose} width="wide">
      <div className="stack adoption-dialog">
        <p className="soft">{t(correction ? 'change.formText' : 'change.lapsedText')}</p>
        <Differences changes={correction ? correction.changes : changes} />
        {correction ? (
          <>
            <p className="sm">{t('change.by', { name: correction.by.name })}</p>
            <ul className="adoption-keeping">
              {groups
                .filter(({ id }) => Object.hasOwn(correction.from, id))
                .map((group) => (
                  <Keeping
                    key={group.id}
                    {...{ group, correction, spaceId, draftId }}
                    isLapsed={lapsed.includes(group.id)}
                  />
                ))}
            </ul>
            {join.you.role !== 'observer' && <Contest {...{ correction, spaceId, draftId }} />}
          </>
        ) : (
          <>
            <p className="sm soft">{t('change.rule', { count: formWordLimit })}</p>
            {join.you.role !== 'observer' && (
              <div className="acts">
                <button
                  type="button"
                  className="btn"
                  onClick={() => void markForm({ spaceId, draftId }).then(sayRefusal)}
                >
                  {t('change.mark')}
                </button>
              </div>
            )}
          </>
        )}
      </div>
    </ModalDialog>
  )
}

/** Undefined while the older words are on their way; null where they are not known, or nearly everything changed. */
function useChangesSince({ lapsed, text, present, spaceId, draftId }: ChangesDialogProps) {
  const { code } = useLiveRoom().join.room
  const held = lapsed[0] === undefined ? undefined : heldFingerprint(readable(text), lapsed[0])
  const { data, isError } = useQuery({
    queryKey: ['consented', code, spaceId, draftId, held],
    queryFn: ({ signal }) => readConsented({ code, spaceId, draftId, fingerprint: held ?? '' }, signal),
    enabled: held !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (isError) return null
  return data && wordChanges(data.text, present.draft)
}

export function Differences({ changes }: { changes: readonly WordChange[] | null | undefined }) {
  const { t } = useTranslation('adoption')
  if (changes === undefined) return <Skeleton lines={[80, 60]} label={t('change.loading')} />
  if (changes === null) return <p>{t('change.tooMuch')}</p>
  return (
    <ul className="adoption-changes" lang={contentLanguage()}>
      {changes.map(({ before, after }, place) => (
        <li key={`${place}-${before}`}>
          <span className="sr">{t('change.before')}</span>
          <del>{before}</del>
          <span className="sr">{t('change.after')}</span>
          <ins>{after}</ins>
        </li>
      ))}
    </ul>
  )
}

interface KeepingProps {
  readonly group: RoomGroup
  readonly correction: Correction
  readonly spaceId: string
  readonly draftId: string
  readonly isLapsed: boolean
}

function Keeping({ group, correction, spaceId, draftId, isLapsed }: KeepingProps) {
  const { t } = useTranslation('adoption')
  const keep = useCommand('adoption.keepConsent')
  const { leads } = useGroupRights(group.id)
  const kept = correction.keptBy.includes(group.id)
  const input = { spaceId, draftId, correctionId: correction.id, groupId: group.id }
  return (
    <li>
      <b>{group.place}</b>
      {kept || !isLapsed ? (
        <span className="chip ok">{t('change.keptBy')}</span>
      ) : leads ? (
        <button
          type="button"
          className="btn primary"
          aria-label={t('change.keepLabel', { group: group.place })}
          onClick={() => void keep(input).then(sayRefusal)}
        >
          {t('change.keep')}
        </button>
      ) : (
        <span className="chip warn">{t('change.awaits')}</span>
      )}
    </li>
  )
}

function Contest({ correction, spaceId, draftId }: Omit<KeepingProps, 'group' | 'isLapsed'>) {
  const { t } = useTranslation('adoption')
  const contest = useCommand('adoption.contest')
  const [reason, setReason] = useState('')
  return (
    <details className="adoption-contest">
      <summary>{t('change.contest')}</summary>
      <div className="stack">
        <label className="field">
          <span>{t('change.contestReason')}</span>
          <textarea
            className="input"
            rows={2}
            maxLength={400}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <div className="acts">
          <button
            type="button"
            className="btn danger"
            onClick={() =>
              void contest({ spaceId, draftId, correctionId: correction.id, reason }).then(sayRefusal)
            }
          >
            {t('change.contestSend')}
          </button>
        </div>
      </div>
    </details>
  )
}
