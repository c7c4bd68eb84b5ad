// The group reads its list together: what goes with it, what stays behind and why, whom each text asks; then consents and hands it over.
import '#client/features/handover/handover.css'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HandedLists } from '#client/features/handover/HandedLists.tsx'
import { ListedTexts } from '#client/features/handover/ListedTexts.tsx'
import { Outcome } from '#client/features/handover/Outcome.tsx'
import { Questions } from '#client/features/handover/Questions.tsx'
import { useHandover } from '#client/features/handover/useHandover.ts'
import { useCommand } from '#client/live/useCommand.ts'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import type { ReadDraft } from '#shared/draft/draftModel.ts'
import type { HandoverAnswer } from '#shared/handover/handedOver.ts'
import { lacksOf } from '#shared/handover/handoverList.ts'
import { nothingHandedOver, standingHandover } from '#shared/handover/handoverState.ts'

export interface HandoverSlots {
  /** The group's consent to the list of that fingerprint. */
  readonly consent: (list: { readonly groupId: string; readonly fingerprint: string }) => ReactNode
  /** A text as it was frozen. */
  readonly renderText: (draft: ReadDraft) => ReactNode
  /** Whether the group has consented to that list. */
  readonly isConsented: (list: { readonly groupId: string; readonly fingerprint: string }) => boolean
}

export interface HandoverDialogProps extends HandoverSlots {
  readonly onClose: () => void
}

export function HandoverDialog({ onClose, ...slots }: HandoverDialogProps) {
  const { t } = useTranslation('handover')
  const { answer, failed } = useHandover()
  return (
    <ModalDialog title={t('title')} onClose={onClose} width="wide">
      {failed && !answer && <Banner tone="warn">{t('unread')}</Banner>}
      {!answer && !failed && <Skeleton lines={[60, 95, 90, 70]} label={t('loading')} />}
      {answer && <Prepared answer={answer} {...slots} />}
    </ModalDialog>
  )
}

function Prepared({ answer, ...slots }: HandoverSlots & { readonly answer: HandoverAnswer }) {
  const { t } = useTranslation('handover')
  const state = useSlice('handover') ?? nothingHandedOver
  const { list, groupId, leads, notesDown } = answer
  const prepares = leads || notesDown
  return (
    <div className="stack handover">
      <p className="soft">{t('intro')}</p>
      <Outcome state={state} prepares={prepares} />
      <ListedTexts list={list} outcome={state.outcome} prepares={prepares} />
      <Questions state={state} prepares={prepares} />
      <section aria-labelledby="handover-consent">
        <h3 id="handover-consent">{t('consent')}</h3>
        {slots.consent({ groupId, fingerprint: list.fingerprint })}
      </section>
      {leads && <HandOver answer={answer} isConsented={slots.isConsented} />}
      <HandedLists answer={answer} renderText={slots.renderText} />
    </div>
  )
}

/** The act, or what it still waits for in words. */
function HandOver({ answer, isConsented }: Pick<HandoverSlots, 'isConsented'> & { answer: HandoverAnswer }) {
  const { t } = useTranslation('handover')
  const handOver = useCommand('handover.handOver')
  const state = useSlice('handover') ?? nothingHandedOver
  const [asks, setAsks] = useState(false)
  const { list, groupId } = answer
  const { fingerprint } = list
  const lacking = list.texts.filter((text) => lacksOf(text).length > 0).length
  const done = standingHandover(state)?.fingerprint === fingerprint
  const wait = done
    ? t('wait.done')
    : state.outcome === 'none' && state.why === ''
      ? t('wait.why')
      : state.outcome === 'list' && list.texts.length === 0
        ? t('wait.empty')
        : lacking > 0
          ? t('wait.lacking', { count: lacking })
          : isConsented({ groupId, fingerprint })
            ? ''
            : t('wait.consent')
  const send = async (): Promise<void> => {
    setAsks(false)
    if (sayRefusal(await handOver({ fingerprint }))) announce(t('said'))
  }
  return (
    <div className="handover-act">
      {wait !== '' && (
        <p className="sm soft" id="handover-wait">
          {wait}
        </p>
      )}
      <button
        type="button"
        className={`btn lg ${wait === '' ? 'primary' : ''}`}
        aria-haspopup="dialog"
        aria-describedby={wait === '' ? undefined : 'handover-wait'}
        disabled={done}
        onClick={() => setAsks(true)}
      >
        {t(state.outcome === 'none' ? 'handOver.none' : 'handOver.list')}
      </button>
      {asks && (
        <ConfirmDialog
          title={t('ask.title')}
          confirm={t('ask.confirm')}
          onConfirm={() => void send()}
          onClose={() => setAsks(false)}
        >
          <p>{t('ask.body', { count: list.texts.length })}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
