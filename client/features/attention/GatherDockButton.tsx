// « Tout le monde vers moi »: invites everybody to look, puts something in the light, takes the pointer.
import { Crosshair } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Lookable } from '#client/features/attention/lookable.ts'
import { useAsk, useAttention } from '#client/features/attention/useAttention.ts'
import { useLookables } from '#client/features/attention/useLookables.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { DockPopover } from '#client/ui/DockPopover.tsx'
import { Switch } from '#client/ui/Switch.tsx'
import type { LookPlace } from '#shared/attention/lookPlace.ts'

export interface GatherProps {
  /** What this person's board shows at this moment; undefined while it is not open. */
  readonly getView?: (() => Extract<LookPlace, { kind: 'view' }> | undefined) | undefined
}

export function GatherDockButton({ getView }: GatherProps) {
  const { t } = useTranslation('attention')
  const attention = useAttention()
  const leads = useMayLead()
  if (!leads || !attention) return null
  const { invite, spotlight, laser } = attention
  return (
    <DockPopover icon={Crosshair} label={t('gather')} runs={Boolean(invite ?? spotlight ?? laser)}>
      {(close) => <GatherPanel getView={getView} onDone={close} />}
    </DockPopover>
  )
}

function GatherPanel({ getView, onDone }: GatherProps & { readonly onDone: () => void }) {
  const { t } = useTranslation('attention')
  const ask = useAsk()
  const { join } = useLiveRoom()
  const attention = useAttention()
  const { frames, drafts } = useLookables()
  const invite = async (place: LookPlace, label: string): Promise<void> => {
    if (await ask('attention.invite', { place, label })) onDone()
  }
  const view = getView?.()
  const invited = attention?.invite
  const hasLaser = attention?.laser?.participantId === join.participantId
  return (
    <>
      <p className="attention-hint">{t('gatherText')}</p>
      {invited && (
        <button
          type="button"
          className="btn"
          onClick={() => void ask('attention.endInvite', { id: invited.id })}
        >
          {t('endInvite')}
        </button>
      )}
      {view && (
        <button type="button" className="btn primary" onClick={() => void invite(view, '')}>
          {t('hereNow')}
        </button>
      )}
      <Switch
        label={t('pointerOn')}
        isOn={hasLaser}
        onChange={(isOn) => void ask('attention.laser', { isOn })}
      />
      {frames.length + drafts.length === 0 && <p className="attention-hint">{t('nothing')}</p>}
      <PlaceList title={t('frames')} places={frames} onInvite={invite} />
      <PlaceList title={t('drafts')} places={drafts} onInvite={invite} />
    </>
  )
}

interface PlaceListProps {
  readonly title: string
  readonly places: readonly Lookable[]
  readonly onInvite: (place: LookPlace, label: string) => Promise<void>
}

function PlaceList({ title, places, onInvite }: PlaceListProps) {
  const { t } = useTranslation('attention')
  const ask = useAsk()
  const lit = useAttention()?.spotlight?.place
  if (places.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul className="attention-places">
        {places.map(({ key, place, label }) => {
          const isLit = lit !== undefined && JSON.stringify(lit) === JSON.stringify(place)
          return (
            <li key={key}>
              <span className="grow">{label}</span>
              <button
                type="button"
                className="btn sm"
                aria-label={t('inviteLabel', { label })}
                onClick={() => void onInvite(place, label)}
              >
                {t('invite')}
              </button>
              <button
                type="button"
                className="btn sm"
                aria-label={t(isLit ? 'endLightLabel' : 'lightLabel', { label })}
                onClick={() =>
                  void (isLit
                    ? ask('attention.endSpotlight', {})
                    : ask('attention.spotlight', { place, label }))
                }
              >
                {t(isLit ? 'endLight' : 'light')}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
