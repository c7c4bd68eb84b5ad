// The right-hand reading: the second parent, a chosen one where there are more, or the way to bring one in.
import { FilePlus2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MergeWithDialog } from '#client/features/merge/MergeWithDialog.tsx'
import { useMergeHands } from '#client/features/merge/mergeContext.ts'
import { ParentPane } from '#client/features/merge/ParentPane.tsx'
import { Empty } from '#client/ui/Empty.tsx'

export function OtherPane() {
  const { t } = useTranslation('merge')
  const { reading, parties, selected, names } = useMergeHands()
  const [wished, setWished] = useState<string>()
  const others = reading.parents.slice(1)
  // A passage that is looked at brings its text along.
  const looked = selected === undefined ? undefined : names.get(selected)?.parent.key
  const [lastLooked, setLastLooked] = useState(looked)
  if (looked !== lastLooked) {
    setLastLooked(looked)
    if (others.some(({ key }) => key === looked)) setWished(looked)
  }
  const parent = others.find(({ key }) => key === wished) ?? others[0]
  const party = parties.find(({ key }) => key === parent?.key)
  if (!parent || !party) return <NoOther />
  const choice = others.length > 1 && (
    <label className="mg-which">
      <span className="sr">{t('pane.choose')}</span>
      <select className="input" value={parent.key} onChange={(event) => setWished(event.target.value)}>
        {parties.slice(1).map(({ key, fullName }) => (
          <option key={key} value={key}>
            {fullName}
          </option>
        ))}
      </select>
    </label>
  )
  return <ParentPane key={parent.key} parent={parent} party={party} look="side" above={choice} />
}

function NoOther() {
  const { t } = useTranslation('merge')
  const { blocked, merge, openDialog } = useMergeHands()
  return (
    <section className="mg-pane mg-side mg-no-other" aria-label={t('pane.alone')}>
      <Empty
        icon={FilePlus2}
        title={t('pane.alone')}
        action={
          blocked === undefined && (
            <button
              type="button"
              className="btn"
              onClick={() => openDialog((close) => <MergeWithDialog into={merge} onClose={close} />)}
            >
              {t('pane.bring')}
            </button>
          )
        }
      >
        {t('pane.aloneText')}
      </Empty>
    </section>
  )
}
