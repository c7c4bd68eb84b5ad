// One item, opened: its words and its summary, where they come from, what they leave out, what its groups said.
import { useTranslation } from 'react-i18next'
import { useDesk } from '#client/features/convergence/deskContext.ts'
import { ItemPlace } from '#client/features/convergence/ItemPlace.tsx'
import { ItemWords } from '#client/features/convergence/ItemWords.tsx'
import { LeftOut } from '#client/features/convergence/LeftOut.tsx'
import { ReviewPart } from '#client/features/convergence/ReviewPart.tsx'
import { SourcedWords } from '#client/features/convergence/SourcedWords.tsx'
import { SummaryPart } from '#client/features/convergence/SummaryPart.tsx'
import { TogetherPart } from '#client/features/convergence/TogetherPart.tsx'
import { Bold } from '#client/ui/Bold.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { itemOf, textsIn } from '#shared/convergence/convergenceState.ts'
import { nuancesOf } from '#shared/convergence/publishing.ts'
import { sentenceSources } from '#shared/convergence/sentenceSources.ts'

export function ItemDialog({ itemId, onClose }: { itemId: string; onClose: () => void }) {
  const { t } = useTranslation('convergence')
  const { desk, page, state } = useDesk()
  const item = itemOf(state, itemId)
  if (!item) {
    return (
      <ModalDialog title={t('item')} onClose={onClose}>
        <p>{t('refused.gone')}</p>
      </ModalDialog>
    )
  }
  const own = textsIn(state, desk.texts, { itemId, as: 'text' })
  const nuances = nuancesOf(state, desk.texts, item)
  const read = sentenceSources(item, own)
  return (
    <ModalDialog title={`${desk.numbers[itemId] ?? ''} ${item.title}`.trim()} onClose={onClose} width="wide">
      <div className="stack cv-item" data-act="item">
        <SummaryPart item={item} />
        <section aria-labelledby="cv-whole">
          <h3 id="cv-whole">{t('wholeText')}</h3>
          <SourcedWords read={read} item={item} />
          {page.may.write && <TogetherPart item={item} />}
          {page.may.write && <ItemWords key={item.id} item={item} />}
        </section>
        <LeftOut item={item} left={read.left} />
        {nuances.length > 0 && (
          <section aria-labelledby="cv-nuances">
            <h3 id="cv-nuances">{t('nuances')}</h3>
            {nuances.map(({ id, text, type }) => (
              <p key={id} className="cv-nuance">
                <b>{t(`nuanceType.${type}`)}</b> {text}
              </p>
            ))}
          </section>
        )}
        <ReviewPart item={item} />
        {page.may.write && <ItemPlace item={item} />}
        {!page.may.write && (
          <p className="sm soft">
            <Bold text={t('ownTextsOnly')} />
          </p>
        )}
      </div>
    </ModalDialog>
  )
}
