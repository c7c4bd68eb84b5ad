// One act on several passages: take, put side by side, join, leave with one reason.
import { Columns2, Download, MessageCirclePlus, Slash, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMergeHands } from '#client/features/merge/mergeContext.ts'
import { askReason } from '#client/features/merge/PassageActs.tsx'

export function ChosenBar({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation('merge')
  const hands = useMergeHands()
  const { acts, blocked, chosen, merge, names } = hands
  if (chosen.length === 0) return null
  const free = chosen.filter((id) => merge.taken[id]?.now !== true)
  const parents = new Set(chosen.map((id) => names.get(id)?.parent.key))
  const done = (act: Promise<boolean>): void => void act.then((isDone) => isDone && onClear())
  const offered = [
    {
      key: 'pair',
      icon: Columns2,
      label: t('act.pair'),
      off: parents.size < 2 ? t('chosen.pairHint') : undefined,
      run: () => done(acts.pair(chosen)),
    },
    {
      key: 'take',
      icon: Download,
      label: t('act.take'),
      off: undefined,
      run: () => done(acts.take(free)),
    },
    {
      key: 'join',
      icon: MessageCirclePlus,
      label: t('act.join'),
      off: undefined,
      run: () => done(acts.join(chosen)),
    },
    {
      key: 'set-aside',
      icon: Slash,
      label: t('act.setAside'),
      off: undefined,
      run: () => askReason(hands, chosen, onClear),
    },
  ]
  return (
    <div className="mg-chosen" role="group" aria-label={t('chosen.label')}>
      <p className="b sm grow">{t('chosen.count', { count: chosen.length })}</p>
      {offered.map(({ key, icon: Icon, label, off, run }) => {
        const why = blocked ?? off
        return (
          <button
            key={key}
            type="button"
            className="btn sm"
            data-act={key}
            aria-disabled={why === undefined ? undefined : 'true'}
            title={why}
            onClick={() => why === undefined && run()}
          >
            <Icon className="i" aria-hidden="true" />
            {label}
            {why !== undefined && <span className="sr">. {why}</span>}
          </button>
        )
      })}
      <button type="button" className="btn quiet icon sm" aria-label={t('chosen.clear')} onClick={onClear}>
        <X className="i" aria-hidden="true" />
      </button>
    </div>
  )
}
