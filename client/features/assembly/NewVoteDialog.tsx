// Preparing a vote: what is asked, secret or open, majority and quorum; weights and proxies only with the paragraph that asks for them.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { makeBallot } from '#client/features/assembly/assemblyApi.ts'
import { emptyStatutes, StatuteFields, statutesOf } from '#client/features/assembly/StatuteFields.tsx'
import { useActing } from '#client/features/assembly/useAssembly.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { Switch } from '#client/ui/Switch.tsx'
import type { DeskAnswer } from '#shared/assembly/assemblyAnswers.ts'
import { type BallotInput, ballotInput, faultOf, type Purpose, purposes } from '#shared/assembly/ballot.ts'

export interface NewVoteDialogProps {
  readonly desk: DeskAnswer
  readonly maySettleStatutes: boolean
  readonly onClose: () => void
}

export function NewVoteDialog({ desk, maySettleStatutes, onClose }: NewVoteDialogProps) {
  const { t } = useTranslation('assembly')
  const acting = useActing()
  const [form, setForm] = useState(emptyForm)
  const [statutes, setStatutes] = useState(emptyStatutes)
  const set = (more: Partial<typeof form>): void => setForm({ ...form, ...more })
  const read = ballotInput.safeParse({ ...inputOf(form), ...statutesOf(statutes) })
  const fault = read.success ? faultOf(read.data) : undefined
  const ready = read.success && !fault && !acting.busy
  const send = async (): Promise<void> => {
    if (read.success && (await acting.run(() => makeBallot(read.data), t('voteMade')))) onClose()
  }
  return (
    <ModalDialog title={t('newVote')} onClose={onClose} width="wide">
      <form
        className="as-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void send()
        }}
      >
        <Choice
          look="segments"
          label={t('what')}
          value={form.purpose}
          onChange={(purpose) => set({ purpose, title: form.title || t(`purposeTitle.${purpose}`) })}
          options={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
        />
        <Field
          label={t('voteTitle')}
          maxLength={200}
          value={form.title}
          onChange={({ target }) => set({ title: target.value })}
        />
        <Field
          label={t('voteText')}
          maxLength={2000}
          value={form.text}
          onChange={({ target }) => set({ text: target.value })}
        />
        <Switch label={t('voteSecret')} isOn={form.secret} onChange={(secret) => set({ secret })} />
        {form.purpose === 'themes' ? (
          <Field
            label={t('mostRanked')}
            type="number"
            min={1}
            max={20}
            value={form.most}
            onChange={({ target }) => set({ most: target.value })}
          />
        ) : (
          <Choice
            look="segments"
            label={t('majority')}
            value={form.majority}
            onChange={(majority) => set({ majority })}
            options={(['half', 'two-thirds'] as const).map((value) => ({
              value,
              label: t(`majorityName.${value}`),
            }))}
          />
        )}
        <QuorumFields form={form} set={set} members={desk.members} />
        {maySettleStatutes && (
          <StatuteFields
            voters={desk.voters}
            statutes={statutes}
            onChange={setStatutes}
            weighted={form.purpose !== 'themes'}
          />
        )}
        {fault && <Banner tone="caution">{t(`fault.${fault}`)}</Banner>}
        {acting.problem && (
          <Banner tone="danger" alert>
            {acting.problem}
          </Banner>
        )}
        <div className="acts">
          <button type="submit" className="btn primary" data-act="make-vote" aria-disabled={!ready}>
            {t('makeVote')}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}

const emptyForm = {
  purpose: 'motion' as Purpose,
  title: '',
  text: '',
  secret: true,
  majority: 'half' as BallotInput['majority'],
  most: '5',
  eligible: '',
  percent: '',
  quorumStatute: '',
}
type Form = typeof emptyForm

function inputOf({ eligible, majority, most, percent, purpose, quorumStatute, secret, text, title }: Form) {
  return {
    ...{ purpose, title, text, secret, majority },
    most: Number(most) || 5,
    eligible: eligible === '' ? null : Number(eligible),
    quorum: percent === '' ? null : { percent: Number(percent), statute: quorumStatute },
  }
}

function QuorumFields({
  form,
  members,
  set,
}: {
  form: Form
  members: number
  set: (more: Partial<Form>) => void
}) {
  const { t } = useTranslation('assembly')
  return (
    <details className="as-more">
      <summary>{t('quorum')}</summary>
      <Field
        label={t('eligible')}
        hint={t('eligibleHint', { count: members })}
        type="number"
        min={1}
        value={form.eligible}
        onChange={({ target }) => set({ eligible: target.value })}
      />
      <Field
        label={t('quorumPercent')}
        type="number"
        min={1}
        max={100}
        value={form.percent}
        onChange={({ target }) => set({ percent: target.value })}
      />
      <Field
        label={t('statute')}
        hint={t('statuteHint')}
        maxLength={200}
        value={form.quorumStatute}
        onChange={({ target }) => set({ quorumStatute: target.value })}
      />
    </details>
  )
}
