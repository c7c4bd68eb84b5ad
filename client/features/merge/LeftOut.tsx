// Below the joint text: what is not taken up as it is, with its reason or as a nuance. Nothing disappears.
import { MessageCircle, MessageCirclePlus, RotateCcw, Slash } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { FateChip } from '#client/features/merge/FateChip.tsx'
import { useMergeHands } from '#client/features/merge/mergeContext.ts'
import { askReason } from '#client/features/merge/PassageActs.tsx'
import { Antenna } from '#client/ui/Antenna.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'

export function LeftOut() {
  const { t } = useTranslation('merge')
  const { reading, names, select } = useMergeHands()
  const id = useId()
  const left = [...reading.fates].flatMap(([passage, { kind }]) =>
    kind === 'joined' || kind === 'set-aside' ? [{ passage, kind }] : [],
  )
  return (
    <section className="mg-left-out" aria-labelledby={id} data-region="left-out" tabIndex={-1}>
      <h3 id={id}>
        <MessageCircle className="i" aria-hidden="true" />
        {t('leftOut.heading', { count: left.length })}
      </h3>
      <p>{t('leftOut.text')}</p>
      {left.length > 0 && (
        <ul>
          {left.map(({ passage, kind }) => {
            const named = names.get(passage)
            return (
              <li
                key={passage}
                data-left-out={passage}
                onMouseEnter={() => select(passage)}
                onFocus={() => select(passage)}
              >
                {named && <Antenna wear={named.party.wear} place={named.party.name} size="mini" />}
                <span className="grow">
                  <span className="sr">{named?.name}: </span>
                  <span lang={contentLanguage()}>{named?.passage.text}</span>
                  <ReasonLine passage={passage} />
                </span>
                <FateChip kind={kind} />
                <LeftOutActs passage={passage} kind={kind} />
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

function ReasonLine({ passage }: { passage: string }) {
  const { t } = useTranslation('merge')
  const { reading, names } = useMergeHands()
  const fate = reading.fates.get(passage)
  if (fate?.kind !== 'set-aside') return null
  const { code, text, coveredBy } = fate.reason
  const words = [t(`reason.${code}`), text].filter(Boolean).join('. ')
  const sayer = coveredBy ? names.get(coveredBy)?.name : undefined
  return (
    <small>
      {t('leftOut.reason', { words })}
      {sayer && `. ${t('passage.saidBy', { name: sayer })}`}
    </small>
  )
}

function LeftOutActs({ passage, kind }: { passage: string; kind: 'joined' | 'set-aside' }) {
  const { t } = useTranslation('merge')
  const hands = useMergeHands()
  const { acts, blocked, names } = hands
  const name = names.get(passage)?.name ?? ''
  if (blocked !== undefined) return null
  const offered = [
    ...(kind === 'set-aside'
      ? ([
          { icon: MessageCirclePlus, label: t('act.join'), run: () => void acts.join([passage]) },
          { icon: Slash, label: t('act.changeReason'), run: () => askReason(hands, [passage]) },
        ] as const)
      : []),
    { icon: RotateCcw, label: t('act.reopen'), run: () => void acts.reopen([passage]) },
  ]
  return (
    <span className="mg-left-acts">
      {offered.map(({ icon: Icon, label, run }) => (
        <button
          key={label}
          type="button"
          className="btn quiet icon sm"
          aria-label={`${label}, ${name}`}
          title={label}
          onClick={run}
        >
          <Icon className="i" aria-hidden="true" />
        </button>
      ))}
    </span>
  )
}
