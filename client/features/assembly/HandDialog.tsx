// Hands raised in the room, or papers collected there: entered by whoever counted them, and said to be so.
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countHands } from '#client/features/assembly/assemblyApi.ts'
import { useActing } from '#client/features/assembly/useAssembly.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { type Answer, answers, type Ballot, isRanking, type Paper } from '#shared/assembly/ballot.ts'

export interface HandDialogProps {
  readonly ballot: Ballot
  /** People who have voted so far, on their screens and in the room. */
  readonly voted: number
  readonly rankForm: (parts: {
    readonly ballot: Ballot
    readonly onOrder: (order: readonly string[]) => void
  }) => ReactNode
  readonly onClose: () => void
}

export function HandDialog({ ballot, onClose, rankForm, voted }: HandDialogProps) {
  const { t } = useTranslation('assembly')
  const acting = useActing()
  const [paper, setPaper] = useState<Paper | null>(null)
  const [count, setCount] = useState('1')
  const number = Number(count)
  const filled = paper !== null && (typeof paper === 'string' || paper.length > 0)
  const { eligible } = ballot
  const tooMany = eligible !== null && voted + number > eligible
  const ready = filled && Number.isInteger(number) && number > 0 && !tooMany && !acting.busy
  const send = async (): Promise<void> => {
    if (paper !== null && (await acting.run(() => countHands(ballot.id, paper, number), t('counted'))))
      onClose()
  }
  return (
    <ModalDialog title={t(isRanking(ballot) ? 'papersTitle' : 'handsTitle')} onClose={onClose} width="wide">
      <form
        className="as-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void send()
        }}
      >
        <p className="soft">{t('handsText')}</p>
        {isRanking(ballot) ? (
          rankForm({ ballot, onOrder: (order) => setPaper([...order]) })
        ) : (
          <Choice
            look="segments"
            label={t('handsOf')}
            value={typeof paper === 'string' ? paper : null}
            onChange={(answer: Answer) => setPaper(answer)}
            options={answers.map((value) => ({ value, label: t(`vote.answer.${value}`) }))}
          />
        )}
        <Field
          label={t(isRanking(ballot) ? 'papersCount' : 'handsCount')}
          type="number"
          inputMode="numeric"
          min={1}
          max={100000}
          value={count}
          onChange={({ target }) => setCount(target.value)}
        />
        {tooMany && (
          <Banner tone="caution" alert>
            {t('handsTooMany', { count: eligible, voted })}
          </Banner>
        )}
        {acting.problem && (
          <Banner tone="danger" alert>
            {acting.problem}
          </Banner>
        )}
        <div className="acts">
          <button type="submit" className="btn primary" data-act="send-hand" aria-disabled={!ready}>
            {t('keep')}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}
