// « Fait ici, sans attendre »: local initiatives, who adopted them, and the way to begin one.
import { Plus, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { monthYear } from '#client/features/followUp/days.ts'
import { LookChip } from '#client/features/followUp/LookChip.tsx'
import { initiativeLooks } from '#client/features/followUp/looks.ts'
import { actOf, useFollowUpAct } from '#client/features/followUp/useFollowUp.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { FollowUpYou, ShownInitiative } from '#shared/followUp/followUpAnswers.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface InitiativesProps {
  readonly initiatives: readonly ShownInitiative[]
  readonly places: number
  readonly groups: readonly RoomGroup[]
  readonly language: string
  readonly you: FollowUpYou
  readonly title: string
  readonly onDeclare: () => void
  readonly onTend: (initiative: ShownInitiative) => void
}

const shownAtFirst = 5

export function InitiativesCard(props: InitiativesProps) {
  const { initiatives, onDeclare, places, title, you } = props
  const { t } = useTranslation('followUp')
  const [all, setAll] = useState(false)
  // The newest first: what has just begun is what others may join.
  const ordered = initiatives.toReversed()
  const shown = all ? ordered : ordered.slice(0, shownAtFirst)
  return (
    <section className="card fu-initiatives" aria-labelledby="fu-initiatives">
      <h2 id="fu-initiatives">{title}</h2>
      <p className="sm soft">
        {initiatives.length === 0
          ? t('initiativesNone')
          : `${t('initiatives', { count: initiatives.length })} ${t('inPlaces', { count: places })}`}
      </p>
      <ul>
        {shown.map((one) => (
          <Initiative key={one.id} one={one} {...props} />
        ))}
      </ul>
      {ordered.length > shown.length && (
        <button type="button" className="btn quiet" onClick={() => setAll(true)}>
          {t('allInitiatives', { count: ordered.length })}
        </button>
      )}
      {you.groupIds.length > 0 && (
        <button type="button" className="btn" data-act="declare" onClick={onDeclare}>
          <Plus className="i" aria-hidden="true" />
          {t('declare')}
        </button>
      )}
    </section>
  )
}

function Initiative({ one, groups, language, onTend, you }: InitiativesProps & { one: ShownInitiative }) {
  const { t, i18n } = useTranslation('followUp')
  const group = groups.find(({ id }) => id === one.groupId)
  const news = one.news.at(-1)
  return (
    <li>
      <span className="row between wrap">
        {group ? <Antenna wear={group.wear} place={one.place} /> : <b>{one.place}</b>}
        {one.state !== 'active' && (
          <LookChip look={initiativeLooks[one.state]}>{t(`initiative.${one.state}`)}</LookChip>
        )}
      </span>
      <b lang={language}>
        <Unbroken text={one.title} />
      </b>
      <span className="xs soft">
        {one.people !== null && (
          <>
            <UsersRound className="i" aria-hidden="true" /> {t('people', { count: one.people })},{' '}
          </>
        )}
        {t('since', { day: monthYear(i18n.language, one.since) })}
      </span>
      {one.adopted.length > 0 && (
        <span className="sm">
          {t('adoptedBy', { places: one.adopted.map(({ place }) => place).join(', ') })}
        </span>
      )}
      {news && (
        <span className="sm" lang={language}>
          {news.text}
        </span>
      )}
      <span className="row wrap">
        <Adopt one={one} you={you} groups={groups} />
        {one.mine && (
          <button
            type="button"
            className="btn quiet sm"
            aria-label={t('tellLabel', { title: one.title })}
            onClick={() => onTend(one)}
          >
            {t('tell')}
          </button>
        )}
      </span>
    </li>
  )
}

/** One's own first group that neither began nor adopted it; whoever acts for every group chooses in the dialog. */
function Adopt({ one, you, groups }: Pick<InitiativesProps, 'you' | 'groups'> & { one: ShownInitiative }) {
  const { t } = useTranslation('followUp')
  const acting = useFollowUpAct()
  if (you.keeps || one.state === 'ended') return null
  const theirs = one.adopted.map(({ groupId }) => groupId)
  const own = groups.find(({ id }) => you.groupIds.includes(id) && id !== one.groupId && !theirs.includes(id))
  const left = groups.find(({ id }) => you.groupIds.includes(id) && theirs.includes(id))
  const send = (body: Parameters<typeof actOf>[0]['body'], done: string): void =>
    void acting.run(actOf({ target: 'initiative', targetId: one.id, body }), done)
  return (
    <>
      {own && (
        <button
          type="button"
          className="btn sm"
          aria-label={t('adoptLabel', { title: one.title, place: own.place })}
          aria-disabled={acting.busy}
          data-act="adopt"
          onClick={() =>
            !acting.busy &&
            send(
              { kind: 'adopted', groupId: own.id, antennaId: null, text: '' },
              t('adoptDone', { place: own.place }),
            )
          }
        >
          {t('adopt')}
        </button>
      )}
      {left && (
        <button
          type="button"
          className="btn quiet sm"
          aria-label={t('leaveLabel', { title: one.title, place: left.place })}
          onClick={() => !acting.busy && send({ kind: 'left', groupId: left.id }, t('leaveDone'))}
        >
          {t('leave')}
        </button>
      )}
      {acting.problem && (
        <span className="field-error" role="alert">
          {acting.problem}
        </span>
      )}
    </>
  )
}
