// A list as it was handed over: its texts word for word, what stayed behind, the questions, and who signed.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { readHanded } from '#client/features/handover/handoverApi.ts'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import type { ReadDraft } from '#shared/draft/draftModel.ts'
import type { HandedOverText, HandoverVersion } from '#shared/handover/handedOver.ts'

export interface HandedListDialogProps {
  /** The room's or the group's lists. */
  readonly base: string
  readonly id: string
  readonly renderText: (draft: ReadDraft) => ReactNode
  readonly onClose: () => void
}

export function HandedListDialog({ base, id, renderText, onClose }: HandedListDialogProps) {
  const { t } = useTranslation('handover')
  const { data, isError } = useQuery({
    queryKey: ['handed-over', base, id],
    queryFn: ({ signal }) => readHanded(base, id, signal),
  })
  return (
    <ModalDialog title={t('frozen.title')} onClose={onClose} width="wide">
      {isError && <p>{t('unread')}</p>}
      {!data && !isError && <Skeleton lines={[60, 95, 90, 70]} label={t('loading')} />}
      {data && <Frozen handover={data} renderText={renderText} />}
    </ModalDialog>
  )
}

function Frozen({
  handover,
  renderText,
}: {
  handover: HandoverVersion
  renderText: HandedListDialogProps['renderText']
}) {
  const { t, i18n } = useTranslation('handover')
  const { texts, left, questions, signatures, why } = handover.body
  const names = (list: readonly string[]): string =>
    new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(list)
  return (
    <article className="stack handover">
      {handover.takenBack && <p className="sm">{t('takenBack', { ...handover.takenBack })}</p>}
      {handover.outcome === 'none' && (
        <p>
          <b>{t('outcome.none')}.</b> <span lang={contentLanguage()}>{why}</span>
        </p>
      )}
      {texts.map((text) => (
        <HandedText key={text.key} text={text} renderText={renderText} />
      ))}
      {left.length > 0 && (
        <section aria-label={t('left', { count: left.length })}>
          <h3>{t('left', { count: left.length })}</h3>
          <ul lang={contentLanguage()}>
            {left.map(({ key, title, reason }) => (
              <li key={key}>{[title, reason].filter(Boolean).join(' : ')}</li>
            ))}
          </ul>
        </section>
      )}
      {questions.length > 0 && (
        <section aria-label={t('questions.title')}>
          <h3>{t('questions.title')}</h3>
          <ul lang={contentLanguage()}>
            {questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label={t('signed.title')}>
        <h3>{t('signed.title')}</h3>
        {signatures.members.length > 0 && <p>{names(signatures.members)}</p>}
        {signatures.facilitators.length > 0 && (
          <p className="sm">{t('signed.facilitators', { names: names(signatures.facilitators) })}</p>
        )}
        {signatures.secretaries.length > 0 && (
          <p className="sm">{t('signed.secretaries', { names: names(signatures.secretaries) })}</p>
        )}
        {signatures.consent.said.map((said) => (
          <p key={`${said.name} ${said.words}`} className="sm" lang={contentLanguage()}>
            {said.name === '' ? said.words : `${said.name} : ${said.words}`}
          </p>
        ))}
      </section>
    </article>
  )
}

function HandedText({
  text,
  renderText,
}: {
  text: HandedOverText
  renderText: HandedListDialogProps['renderText']
}) {
  const { t } = useTranslation(['handover', 'draft'])
  const { addressee, scope } = text
  return (
    <details className="handover-frozen">
      <summary lang={contentLanguage()}>{text.title}</summary>
      <p className="sm soft">
        {[addressee && t(`draft:addressee.${addressee}`), scope && t(`draft:scope.${scope}`)]
          .filter(Boolean)
          .join(', ')}
      </p>
      {renderText(text.draft)}
    </details>
  )
}
