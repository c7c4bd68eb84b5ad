// The frame of the joint text: what it is, the way to its heading, and how its lines are read.
import { Heading, Merge as MergeIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { HeaderDialog } from '#client/features/merge/HeaderDialog.tsx'
import { useMergeHands } from '#client/features/merge/mergeContext.ts'
import { wearStyle } from '#client/ui/wear.ts'

export function JointPane({ children }: { children: ReactNode }) {
  const { t } = useTranslation('merge')
  const { openDialog } = useMergeHands()
  return (
    <section className="mg-pane mg-joint" aria-label={t('joint.label')}>
      <header>
        <span className="chip brand">
          <MergeIcon className="i" aria-hidden="true" />
          {t('label')}
        </span>
        <button
          type="button"
          className="btn quiet sm"
          onClick={() => openDialog((close) => <HeaderDialog onClose={close} />)}
        >
          <Heading className="i" aria-hidden="true" />
          {t('joint.header')}
        </button>
      </header>
      <div className="mg-joint-text">{children}</div>
      <Legend />
    </section>
  )
}

function Legend() {
  const { t } = useTranslation('merge')
  const { parties } = useMergeHands()
  return (
    <p className="mg-legend">
      <b>{t('joint.read')}</b>
      {parties.map(({ key, wear, name }) => (
        <span key={key}>
          <span className={`pv a ${wear.line === 'double' ? 'dbl' : ''}`} style={wearStyle(wear)}>
            {t(`line.${wear.line}`)}
          </span>{' '}
          {name}
        </span>
      ))}
      <span>
        <span className="pv-new">{t('line.dotted')}</span> {t('joint.new')}
      </span>
      <span className="mg-keys">{t('keys')}</span>
    </p>
  )
}
