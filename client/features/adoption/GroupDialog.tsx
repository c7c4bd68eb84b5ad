// One group's question on one screen: its rule, one's own voice, the voices that are carried, the closing, and what came of it.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AskForm } from '#client/features/adoption/AskForm.tsx'
import { CarryForm } from '#client/features/adoption/CarryForm.tsx'
import { CountSigns } from '#client/features/adoption/CountSigns.tsx'
import { StateSign, useStateWords } from '#client/features/adoption/GroupCard.tsx'
import { OwnVoices } from '#client/features/adoption/OwnVoices.tsx'
import { SpokenResult } from '#client/features/adoption/SpokenResult.tsx'
import {
  type GroupRights,
  readable,
  type TextPlace,
  useGroupRights,
} from '#client/features/adoption/useAdoption.ts'
import { useCommand } from '#client/live/useCommand.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import type { AskingView, GroupConsentView, TextConsentView } from '#shared/adoption/adoption.ts'
import { consentState } from '#shared/adoption/heldConsent.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface GroupDialogProps extends TextPlace {
  /** Of the words that stand. */
  readonly present: { readonly fingerprint: string }
  readonly group: RoomGroup
  readonly text: TextConsentView
  readonly onClose: () => void
}

export function GroupDialog(props: GroupDialogProps) {
  const { group, text, present, onClose } = props
  const { t } = useTranslation('adoption')
  const consent = Object.hasOwn(text.groups, group.id) ? text.groups[group.id] : undefined
  const rights = useGroupRights(group.id)
  const state = consentState(readable(text), group.id, present.fingerprint)
  const words = useStateWords(group.id, state, consent)
  const asking = consent?.asking
  return (
    <ModalDialog title={t('group.title', { group: group.place })} onClose={onClose}>
      <div className="stack adoption-dialog">
        <p className="adoption-state big" role="status">
          <StateSign state={state} />
          {words}
        </p>
        {consent && asking ? (
          <Running {...props} consent={consent} asking={asking} rights={rights} />
        ) : (
          <>
            {consent?.spoken && <SpokenResult spoken={consent.spoken} />}
            {rights.leads ? (
              <AskForm
                {...props}
                known={consent?.rule}
                again={consent?.spoken !== undefined && consent.spoken !== null}
              />
            ) : (
              !consent?.spoken && <p className="soft">{t('group.wait', { group: group.place })}</p>
            )}
          </>
        )}
      </div>
    </ModalDialog>
  )
}

interface RunningProps extends GroupDialogProps {
  readonly consent: GroupConsentView
  readonly asking: AskingView
  readonly rights: GroupRights
}

function Running({ consent, asking, rights, ...props }: RunningProps) {
  const { t } = useTranslation('adoption')
  const { spaceId, draftId, group, present } = props
  const question = { spaceId, draftId, groupId: group.id, askingId: asking.id }
  const close = useCommand('adoption.close')
  const drop = useCommand('adoption.drop')
  const [carries, setCarries] = useState(false)
  const { rule } = consent
  return (
    <>
      {asking.fingerprint !== present.fingerprint && <Banner tone="warn">{t('running.moved')}</Banner>}
      <p className="soft">
        {t(`rule.${rule.kind}Hint`, rule.kind === 'delegate' ? { name: rule.name } : {})}
      </p>
      <CountSigns counts={asking.counts} />
      <OwnVoices question={question} rule={rule} asking={asking} seats={rights.seats} />
      {rights.leads && (
        <>
          <button type="button" className="btn" aria-expanded={carries} onClick={() => setCarries(!carries)}>
            {t('carry.open')}
          </button>
          {carries && <CarryForm question={question} rule={rule} names={asking.carriedNames} />}
        </>
      )}
      {(rights.leads || rights.notesDown) && (
        <div className="acts">
          {rights.leads && (
            <button type="button" className="btn quiet" onClick={() => void drop(question).then(sayRefusal)}>
              {t('running.drop')}
            </button>
          )}
          <button type="button" className="btn primary" onClick={() => void close(question).then(sayRefusal)}>
            {t('running.close')}
          </button>
        </div>
      )}
    </>
  )
}
