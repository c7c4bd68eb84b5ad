// Inviting one or more groups to a joint session: whom, about what, how long, on which days.
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DaysField, type OfferedDay } from '#client/features/joint/DaysField.tsx'
import { GroupsField } from '#client/features/joint/GroupsField.tsx'
import { readDays, sendInvitation } from '#client/features/joint/jointApi.ts'
import { problemOf, useJointAgain, useJointPage, useJointWords } from '#client/features/joint/useJoint.ts'
import { Word } from '#client/features/joint/Word.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import { type SessionKey, sessionKeys, sessionTemplate } from '#shared/agenda/sessionTemplates.ts'
import { randomId } from '#shared/contract/ids.ts'
import { spoken } from '#shared/group/groupWords.ts'
import type { SessionDay } from '#shared/joint/invitation.ts'
import type { JointPageAnswer } from '#shared/joint/jointAnswers.ts'
import '#client/features/joint/joint.css'

export interface InviteDialogProps {
  /** Id, code or place of the group that invites. */
  readonly group: string
  readonly onClose: () => void
}

export function InviteDialog({ group, onClose }: InviteDialogProps) {
  const { t } = useTranslation('joint')
  const page = useJointPage(group)
  return (
    <ModalDialog title={t('inviteTitle')} onClose={onClose} width="wide">
      {page.isPending && <Skeleton lines={[80, 60, 70]} label={t('loading')} />}
      {page.isError && !page.data && <Banner tone="caution">{t('failed')}</Banner>}
      {page.data && <InviteForm group={group} page={page.data} onClose={onClose} />}
    </ModalDialog>
  )
}

const lengths = [60, 90, 120, 150, 180, 240] as const

interface Wish {
  readonly groupIds: readonly string[]
  readonly subject: string
  readonly template: SessionKey | null
  readonly durationMin: number
  readonly days: readonly SessionDay[]
  readonly word: string
}
const noWish: Wish = {
  ...{ groupIds: [], subject: '', template: 'two-places', durationMin: 120, days: [], word: '' },
}

type Problem = 'groups' | 'subject' | 'days' | 'offline' | 'changed' | 'failed'

const missingIn = ({ days, groupIds, subject }: Wish): Problem | null =>
  groupIds.length === 0 ? 'groups' : subject.trim() === '' ? 'subject' : days.length === 0 ? 'days' : null

function InviteForm({ group, page, onClose }: InviteDialogProps & { readonly page: JointPageAnswer }) {
  const { t, i18n } = useTranslation('joint')
  const again = useJointAgain(group)
  const [wish, setWish] = useState(noWish)
  // One id for this form: pressed again after a lost answer, it is the same invitation.
  const [id] = useState(randomId)
  const [problem, setProblem] = useState<Problem | null>(null)
  const set = (change: Partial<Wish>): void => setWish((before) => ({ ...before, ...change }))
  const send = async (): Promise<void> => {
    const { days, groupIds, ...rest } = wish
    try {
      const language = spoken([i18n.language])
      await sendInvitation(group, { ...rest, id, language, days: [...days], groupIds: [...groupIds] })
      showToast({ text: t('sent') })
      await again()
      onClose()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const missing = missingIn(wish)
    setProblem(missing)
    if (!missing) void send()
  }
  return (
    <form className="stack joint-form" noValidate onSubmit={submit}>
      <GroupsField groups={page.groups} chosen={wish.groupIds} onChange={(groupIds) => set({ groupIds })} />
      <Field
        label={t('subject')}
        value={wish.subject}
        maxLength={160}
        autoComplete="off"
        error={problem === 'subject' ? t('problem.subject') : undefined}
        onChange={({ target }) => set({ subject: target.value })}
      />
      <Shape wish={wish} onChange={set} />
      <FreeDays group={group} wish={wish} today={page.today} onChange={(days) => set({ days })} />
      <Word value={wish.word} label={t('word')} onChange={(word) => set({ word })} />
      {problem && problem !== 'subject' && (
        <Banner tone="caution" alert>
          {t(`problem.${problem}`)}
        </Banner>
      )}
      <div className="acts">
        <button type="button" className="btn" onClick={onClose}>
          {t('cancel')}
        </button>
        <button type="submit" className="btn primary">
          {t('send')}
        </button>
      </div>
    </form>
  )
}

function Shape({ wish, onChange }: { wish: Wish; onChange: (change: Partial<Wish>) => void }) {
  const { t, i18n } = useTranslation('joint')
  const id = useId()
  return (
    <div className="joint-pair">
      <div className="field">
        <label htmlFor={`${id}-template`}>{t('template')}</label>
        <select
          id={`${id}-template`}
          className="input"
          value={wish.template ?? ''}
          onChange={({ target }) =>
            onChange({ template: sessionKeys.find((key) => key === target.value) ?? null })
          }
        >
          {sessionKeys.map((key) => (
            <option key={key} value={key}>
              {sessionTemplate(key, i18n.language).name}
            </option>
          ))}
          <option value="">{t('noTemplate')}</option>
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-length`}>{t('duration')}</label>
        <select
          id={`${id}-length`}
          className="input"
          value={wish.durationMin}
          onChange={({ target }) => onChange({ durationMin: Number(target.value) })}
        >
          {lengths.map((count) => (
            <option key={count} value={count}>
              {t('minutes', { count })}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}

interface FreeDaysProps {
  readonly group: string
  readonly wish: Wish
  readonly today: string
  readonly onChange: (days: readonly SessionDay[]) => void
}

function FreeDays({ group, wish, today, onChange }: FreeDaysProps) {
  const { t } = useTranslation('joint')
  const words = useJointWords()
  const page = useJointPage(group)
  const { groupIds } = wish
  const days = useQuery({
    queryKey: ['joint-days', group, ...groupIds],
    queryFn: ({ signal }) => readDays(group, groupIds, signal),
    enabled: groupIds.length > 0,
  })
  const known = page.data ? [page.data.group, ...page.data.groups] : []
  const placeOf = (id: string): string => known.find((one) => one.id === id)?.place ?? ''
  const offered = (days.data?.days ?? []).map(({ date, startTime, habitOf }): OfferedDay => {
    const places = habitOf.map(placeOf).filter(Boolean)
    return { date, startTime, note: places.length > 0 ? t('habit', { places: words.list(places) }) : '' }
  })
  return (
    <fieldset className="joint-set">
      <legend>{t('days')}</legend>
      <p className="sm soft" role="status">
        {groupIds.length === 0
          ? t('daysFirst')
          : days.isError
            ? t('daysFailed')
            : days.data && offered.length === 0
              ? t('daysNone')
              : t('daysHint')}
      </p>
      <DaysField
        key={offered[0]?.startTime ?? ''}
        offered={offered}
        chosen={wish.days}
        onChange={onChange}
        today={today}
        usualTime={offered[0]?.startTime ?? '19:30'}
      />
    </fieldset>
  )
}
