// One group under a text: whose it is, how many voices said what, and how things stand; opens that group's question.
import { Check, Hand, Minus, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CountSigns } from '#client/features/adoption/CountSigns.tsx'
import { readable, useChanged, useExpected } from '#client/features/adoption/useAdoption.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { announce } from '#client/ui/announcer.tsx'
import type { GroupConsentView, TextConsentView } from '#shared/adoption/adoption.ts'
import { type ConsentState, consentState } from '#shared/adoption/heldConsent.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface GroupCardProps {
  readonly group: RoomGroup
  readonly text: TextConsentView
  readonly fingerprint: string
  readonly onOpen: () => void
}

export function GroupCard({ group, text, fingerprint, onOpen }: GroupCardProps) {
  const { t } = useTranslation('adoption')
  const consent = Object.hasOwn(text.groups, group.id) ? text.groups[group.id] : undefined
  const state = consentState(readable(text), group.id, fingerprint)
  const words = useStateWords(group.id, state, consent)
  useChanged(state, () => announce(t('said.state', { group: group.place, state: words })))
  return (
    <button type="button" className="adoption-group" aria-haspopup="dialog" onClick={onOpen}>
      <span className="grow">
        <b>
          <Antenna wear={group.wear} place={group.place} />
        </b>
        <span className="adoption-state">
          <StateSign state={state} />
          {words}
        </span>
      </span>
      <CountSigns counts={consent?.asking ? consent.asking.counts : (consent?.spoken?.counts ?? null)} />
    </button>
  )
}

export function useStateWords(
  groupId: string,
  state: ConsentState,
  consent: GroupConsentView | undefined,
): string {
  const { t } = useTranslation('adoption')
  const expected = useExpected(groupId, consent)
  if (state !== 'asked') return t(`state.${state}`)
  const rule = consent?.rule.kind ?? 'consent'
  return t(`running.${rule}`, { count: consent?.asking?.answered ?? 0, expected })
}

export function StateSign({ state }: { state: ConsentState }) {
  const [look, Icon] = signs[state]
  return (
    <span className={`cs ${look}`} aria-hidden="true">
      {Icon && <Icon className="i" />}
    </span>
  )
}

const signs = {
  'not-asked': ['wait', null],
  asked: ['wait', null],
  consented: ['ok', Check],
  'with-reservations': ['ok', Minus],
  lapsed: ['res', RotateCcw],
  none: ['obj', Hand],
} as const
