// One session: the time line, and below it the texts, the notes, what changed, and the board of the instant that is shown.
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReplayBoard } from '#client/features/replay/ReplayBoard.tsx'
import { ReplayChanges } from '#client/features/replay/ReplayChanges.tsx'
import type { ReplayDialogProps } from '#client/features/replay/ReplayDialog.tsx'
import { ReplayNotes } from '#client/features/replay/ReplayNotes.tsx'
import { ReplayTexts } from '#client/features/replay/ReplayTexts.tsx'
import { TimeLine } from '#client/features/replay/TimeLine.tsx'
import { useInstant } from '#client/features/replay/useInstant.ts'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { changesBetween, type ReplayChange } from '#shared/replay/changesBetween.ts'
import type { ReplaySession } from '#shared/replay/replayAnswer.ts'
import { baselineOf } from '#shared/replay/timeLine.ts'

export function ReplayedSession({
  session,
  ...props
}: ReplayDialogProps & { readonly session: ReplaySession }) {
  const { t } = useTranslation('replay')
  const [at, setAt] = useState(session.from)
  const { instant, isComing, hasFailed, retry } = useInstant(props.code, at)
  const before = useInstant(props.code, baselineOf(session, at)).instant
  const changes = useMemo(() => (before && instant ? changesBetween(before, instant) : []), [before, instant])
  return (
    <>
      <TimeLine session={session} at={at} onAt={setAt} isReady={!isComing} onClose={props.onClose} />
      {hasFailed && (
        <div className="replay-problem" role="alert">
          <p>{t('instantFailed')}</p>
          <button type="button" className="btn sm" onClick={retry}>
            {t('retry')}
          </button>
        </div>
      )}
      {instant ? (
        <div className="replay-views" aria-busy={isComing} data-at={instant.at}>
          <ReplaySide {...{ instant, changes }} spaceName={props.spaceName} />
          <ReplayBoard instant={instant} changes={changes} />
        </div>
      ) : (
        !hasFailed && <Skeleton lines={[70, 90, 80]} label={t('loading')} />
      )}
    </>
  )
}

type Side = 'texts' | 'notes' | 'changes'

interface ReplaySideProps extends Pick<ReplayDialogProps, 'spaceName'> {
  readonly instant: Parameters<typeof ReplayBoard>[0]['instant']
  readonly changes: readonly ReplayChange[]
}

function ReplaySide({ instant, changes, spaceName }: ReplaySideProps) {
  const { t } = useTranslation('replay')
  const [side, setSide] = useState<Side>('texts')
  const sides: readonly Side[] = ['texts', 'notes', 'changes']
  return (
    <section className="replay-side" aria-label={t('sideLabel')}>
      <div className="replay-sides" role="group" aria-label={t('show')}>
        {sides.map((one) => (
          <button
            key={one}
            type="button"
            className="btn sm"
            aria-pressed={one === side}
            onClick={() => setSide(one)}
          >
            {t(`side.${one}`)}
          </button>
        ))}
      </div>
      {side === 'texts' && <ReplayTexts instant={instant} changes={changes} spaceName={spaceName} />}
      {side === 'notes' && <ReplayNotes instant={instant} />}
      {side === 'changes' && <ReplayChanges changes={changes} />}
    </section>
  )
}
