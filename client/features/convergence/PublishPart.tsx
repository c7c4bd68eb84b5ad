// What is still missing before the document can be published, and publishing it, knowing which groups have not reviewed it.
import { Megaphone } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '#client/features/convergence/deskContext.ts'
import { useConvergenceActs } from '#client/features/convergence/useConvergence.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { itemOf } from '#shared/convergence/convergenceState.ts'
import { lacksOf } from '#shared/convergence/publishing.ts'

export function PublishPart() {
  const { t } = useTranslation('convergence')
  const { desk, groupsOf, open, state } = useDesk()
  const { publish } = useConvergenceActs()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const lacks = lacksOf(state, desk.texts)
  const items = Object.keys(state.items).length
  const together = Object.keys(desk.together).filter((id) => desk.together[id] === 'changed')
  const lacked =
    lacks.texts.length +
    lacks.summaries.length +
    lacks.proposals.length +
    lacks.sources.length +
    together.length
  const ready = items > 0 && lacked === 0
  const missing = groupsOf(desk.unreviewed)
  const lacking = new Set([...lacks.summaries, ...lacks.proposals, ...lacks.sources, ...together])
  // In the order of the document.
  const wordless = state.families.flatMap(({ items: ids }) => ids.filter((id) => lacking.has(id)))
  const go = async (): Promise<void> => {
    setBusy(true)
    await publish(desk.unreviewed)
    setBusy(false)
    setAsking(false)
  }
  return (
    <section className="card cv-publish" aria-labelledby="cv-publish">
      <h2 id="cv-publish">{t('publishing')}</h2>
      <ul>
        {lacks.texts.length > 0 && <li>{t('lackTexts', { count: lacks.texts.length })}</li>}
        {lacks.summaries.length > 0 && <li>{t('lackSummaries', { count: lacks.summaries.length })}</li>}
        {lacks.proposals.length > 0 && <li>{t('lackProposals', { count: lacks.proposals.length })}</li>}
        {lacks.sources.length > 0 && <li>{t('lackSources', { count: lacks.sources.length })}</li>}
        {together.length > 0 && <li>{t('lackTogether', { count: together.length })}</li>}
        {ready && <li>{t('readyToPublish', { count: items })}</li>}
      </ul>
      {wordless.length > 0 && (
        <ul className="cv-lacking">
          {wordless.slice(0, 6).map((id) => (
            <li key={id}>
              <button type="button" className="btn link sm" onClick={() => open(id)}>
                {desk.numbers[id]} {itemOf(state, id)?.title}
              </button>
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <details className="cv-unreviewed">
          <summary>{t('unreviewed', { count: missing.length })}</summary>
          <ul>
            {missing.map(({ id, place, wear }) => (
              <li key={id}>
                <Antenna wear={wear} place={place} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <button
        type="button"
        className="btn primary"
        aria-disabled={ready ? undefined : 'true'}
        data-act="publish"
        onClick={() => ready && setAsking(true)}
      >
        <Megaphone className="i" aria-hidden="true" />
        {t('publish')}
      </button>
      {asking && (
        <ConfirmDialog
          title={t('publishTitle')}
          confirm={t('publish')}
          busy={busy}
          onConfirm={() => void go()}
          onClose={() => setAsking(false)}
        >
          <p>{t('publishText', { count: items })}</p>
          {missing.length > 0 && (
            <>
              <p>{t('publishUnreviewed')}</p>
              <ul className="cv-marks">
                {missing.map(({ id, place, wear }) => (
                  <li key={id}>
                    <Antenna wear={wear} place={place} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </ConfirmDialog>
      )}
    </section>
  )
}
