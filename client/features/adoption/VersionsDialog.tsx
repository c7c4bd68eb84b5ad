// The versions of a text: what was adopted when, under reserve, withdrawn with its reason; each can be read, the last one separated.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BarPartProps } from '#client/features/adoption/AdoptionBar.tsx'
import { VersionDialog } from '#client/features/adoption/VersionDialog.tsx'
import { roomBase } from '#client/features/adoption/versionsApi.ts'
import { useCommand } from '#client/live/useCommand.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import type { TextConsentView } from '#shared/adoption/adoption.ts'
import type { Adopted, OpenPoint } from '#shared/adoption/adoptionState.ts'

export interface VersionsDialogProps extends BarPartProps {
  readonly text: TextConsentView
  readonly onClose: () => void
}

export function VersionsDialog({ text, spaceId, draftId, onClose }: VersionsDialogProps) {
  const { t, i18n } = useTranslation('adoption')
  const { code } = useLiveRoom().join.room
  const leads = useMayLead()
  const [read, setRead] = useState<string | null>(null)
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' })
  return (
    <ModalDialog title={t('versions.title')} onClose={onClose}>
      <ul className="adoption-versions">
        {[...text.adopted].reverse().map((version) => (
          <li key={version.id}>
            <div className="grow">
              <b>{t('versions.number', { number: version.number })}</b> <VersionChip version={version} />
              <p lang={contentLanguage()}>{version.title}</p>
              <p className="xs muted">{day.format(version.at)}</p>
              {version.reserved && !version.withdrawn && <Points version={version} />}
              {version.withdrawn && (
                <p className="sm">
                  {t('versions.withdrawn', {
                    name: version.withdrawn.by.name,
                    reason: version.withdrawn.reason,
                  })}
                </p>
              )}
              {leads && !version.withdrawn && <Separate {...{ version, spaceId, draftId }} />}
            </div>
            <button
              type="button"
              className="btn sm"
              aria-label={t('versions.readLabel', { number: version.number })}
              onClick={() => setRead(version.id)}
            >
              {t('versions.read')}
            </button>
          </li>
        ))}
      </ul>
      {read !== null && <VersionDialog base={roomBase(code)} id={read} onClose={() => setRead(null)} />}
    </ModalDialog>
  )
}

export function VersionChip({
  version,
}: {
  version: { readonly reserved: unknown; readonly withdrawn: unknown }
}) {
  const { t } = useTranslation('adoption')
  if (version.withdrawn) return <span className="chip line">{t('versions.chipWithdrawn')}</span>
  if (version.reserved) return <span className="chip warn">{t('versions.chipReserved')}</span>
  return <span className="chip ok">{t('adopted.chip')}</span>
}

export function Points({ version }: { version: { readonly reserved: readonly OpenPoint[] | null } }) {
  const { t, i18n } = useTranslation('adoption')
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' })
  return (
    <ul className="adoption-points" aria-label={t('reserve.title')}>
      {(version.reserved ?? []).map(({ text, who, when }, place) => (
        <li key={`${place}-${text}`}>
          {t('reserve.line', { text, who, when: day.format(new Date(`${when}T12:00:00`)) })}
        </li>
      ))}
    </ul>
  )
}

interface SeparateProps {
  readonly version: Adopted
  readonly spaceId: string
  readonly draftId: string
}

function Separate({ version, spaceId, draftId }: SeparateProps) {
  const { t } = useTranslation('adoption')
  const unmerge = useCommand('adoption.unmerge')
  const [reason, setReason] = useState('')
  const [wanted, setWanted] = useState(false)
  const send = async (): Promise<void> => {
    if (reason.trim() === '') return setWanted(true)
    sayRefusal(await unmerge({ spaceId, draftId, versionId: version.id, reason }))
  }
  return (
    <details className="adoption-contest">
      <summary>{t(version.parents.length > 0 ? 'separate.merge' : 'separate.text')}</summary>
      <div className="stack">
        <p className="soft">{t('separate.hint')}</p>
        <label className="field">
          <span>{t('separate.reason')}</span>
          <textarea
            className="input"
            rows={2}
            maxLength={600}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {wanted && reason.trim() === '' && (
          <p className="field-error" role="alert">
            {t('separate.reasonWanted')}
          </p>
        )}
        <div className="acts">
          <button type="button" className="btn danger" onClick={() => void send()}>
            {t('separate.do')}
          </button>
        </div>
      </div>
    </details>
  )
}
