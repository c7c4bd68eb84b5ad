// The facilitators' guide: one page, before, during and after, each line with the button that does it or its name.
import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type GuideAct, guideParts } from '#client/features/welcome/guideParts.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import '#client/features/welcome/welcome.css'

export interface FacilitatorGuideProps {
  readonly onClose: () => void
  /** Does what a line's button says; the guide closes before. */
  readonly onAct: (act: GuideAct) => void
}

export function FacilitatorGuide({ onClose, onAct }: FacilitatorGuideProps) {
  const { t } = useTranslation('welcome')
  return (
    <ModalDialog title={t('guide.title')} onClose={onClose} width="wide">
      <div className="guide">
        <p className="guide-intro">{t('guide.intro')}</p>
        <div className="guide-parts">
          {Object.entries(guideParts).map(([part, lines]) => (
            <section key={part} aria-labelledby={`guide-${part}`}>
              <h3 id={`guide-${part}`}>{t(`guide.part.${part}`)}</h3>
              <ol>
                {lines.map(({ line, act }) => (
                  <li key={line}>
                    <p>
                      <b>{t(`guide.line.${line}.what`)}</b> {t(`guide.line.${line}.how`)}
                    </p>
                    {act && (
                      <button type="button" className="btn sm" onClick={() => onAct(act)}>
                        {t(`guide.act.${act}`)}
                      </button>
                    )}
                  </li>
                ))}
              </ol>
            </section>
          ))}
        </div>
        <p className="guide-rule">{t('guide.rule')}</p>
        <button type="button" className="btn guide-print" onClick={() => window.print()}>
          <Printer className="i" aria-hidden="true" />
          {t('guide.print')}
        </button>
      </div>
    </ModalDialog>
  )
}
