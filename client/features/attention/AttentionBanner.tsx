// What is said of the room's attention across everybody's views: an invitation, the light, the pointer.
import { Crosshair, MousePointer2, Sun } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useAttention } from '#client/features/attention/useAttention.ts'
import { useInvitation } from '#client/features/attention/useInvitation.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { announce } from '#client/ui/announcer.tsx'
import type { LookPlace } from '#shared/attention/lookPlace.ts'
import '#client/features/attention/attention.css'

export interface AttentionBannerProps {
  /** Brings the views there: the board's camera, or a draft. */
  readonly onLook: (place: LookPlace) => void
}

/** To stand above the views, in the flow: it pushes them down and covers nothing. */
export function AttentionBanner({ onLook }: AttentionBannerProps) {
  useSaidAttention()
  return (
    <>
      <InvitationBanner onLook={onLook} />
      <OwnInvitation />
      <LitBanner onLook={onLook} />
      <PointingBanner />
    </>
  )
}

function InvitationBanner({ onLook }: AttentionBannerProps) {
  const { t } = useTranslation('attention')
  const invitation = useInvitation(onLook)
  const said = useRef<string>(undefined)
  const id = invitation?.invite.id
  const name = invitation?.invite.by.name
  const label = invitation?.invite.label || t('part')
  useEffect(() => {
    if (!id || said.current === id) return
    said.current = id
    announce(t('saidInvite', { name, label }))
  }, [id, name, label, t])
  if (!invitation) return null
  const { seconds, go, stay } = invitation
  return (
    <section className="attention-banner now" aria-label={t('gather')}>
      <Crosshair className="i" aria-hidden="true" />
      <p className="grow">
        <b>{t('invites', { name, label })}</b>{' '}
        <span className="num">{seconds === null ? t('goWhenReady') : t('goIn', { count: seconds })}</span>
      </p>
      <button type="button" className="btn" onClick={go}>
        {t('go')}
      </button>
      <button
        type="button"
        className="btn quiet"
        onClick={() => {
          stay()
          announce(t('saidStay'))
        }}
      >
        {t('stay')}
      </button>
    </section>
  )
}

function OwnInvitation() {
  const { t } = useTranslation('attention')
  const room = useLiveRoom()
  const ask = useAsk()
  const invite = useAttention()?.invite
  if (!invite || invite.by.participantId !== room.join.participantId) return null
  return (
    <div className="attention-banner">
      <Crosshair className="i" aria-hidden="true" />
      <p className="grow">{t('youInvite', { label: invite.label || t('part') })}</p>
      <button
        type="button"
        className="btn sm"
        onClick={() => void ask('attention.endInvite', { id: invite.id })}
      >
        {t('endInvite')}
      </button>
    </div>
  )
}

function LitBanner({ onLook }: AttentionBannerProps) {
  const { t } = useTranslation('attention')
  const ask = useAsk()
  const leads = useMayLead()
  const spotlight = useAttention()?.spotlight
  if (!spotlight) return null
  const { place, label } = spotlight
  return (
    <div className="attention-banner">
      <Sun className="i" aria-hidden="true" />
      <p className="grow">{t('litWhat', { label })}</p>
      <button type="button" className="btn sm" onClick={() => onLook(place)}>
        {t('go')}
      </button>
      {leads && (
        <button
          type="button"
          className="btn sm quiet"
          aria-label={t('endLightLabel', { label })}
          onClick={() => void ask('attention.endSpotlight', {})}
        >
          {t('endLight')}
        </button>
      )}
    </div>
  )
}

function PointingBanner() {
  const { t } = useTranslation('attention')
  const room = useLiveRoom()
  const laser = useAttention()?.laser
  if (!laser || laser.participantId === room.join.participantId) return null
  return (
    <div className="attention-banner">
      <MousePointer2 className="i" aria-hidden="true" />
      <p className="grow">{t('pointing', { name: laser.name })}</p>
    </div>
  )
}

/** Politely: light and pointer when they come, and the question whether one is ready. Not what was there on arriving. */
function useSaidAttention(): void {
  const { t } = useTranslation('attention')
  const attention = useAttention()
  const before = useRef<typeof attention>(undefined)
  useEffect(() => {
    const last = before.current
    before.current = attention
    if (!last || !attention) return
    const { spotlight, laser, ready } = attention
    if (spotlight && JSON.stringify(spotlight) !== JSON.stringify(last.spotlight))
      announce(t('saidLit', { name: spotlight.by.name, label: spotlight.label }))
    if (laser && laser.participantId !== last.laser?.participantId)
      announce(t('pointing', { name: laser.name }))
    if (ready && ready.id !== last.ready?.id) announce(t('saidReady'))
  }, [attention, t])
}
