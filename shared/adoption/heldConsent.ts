// Which text a group's consent holds on: the one it spoke on, carried along corrections of form that it kept and nobody contested.
import {
  type Adopted,
  consentOf,
  type SpokenConsent,
  type TextConsent,
} from '#shared/adoption/adoptionState.ts'

/** [AD7] Undefined where the group never said yes. */
export function heldFingerprint(text: TextConsent, groupId: string): string | undefined {
  const spoken = consentOf(text, groupId)?.spoken
  if (!spoken || spoken.outcome === 'none') return undefined
  let held = spoken.fingerprint
  for (const { from, to, keptBy, contested } of text.corrections)
    if (!contested && keptBy.includes(groupId) && from[groupId] === held) held = to
  return held
}

/** [AD5] `lapsed`: it was given, to other words than those that stand now. */
export type ConsentState = 'not-asked' | 'asked' | 'consented' | 'with-reservations' | 'lapsed' | 'none'

export function consentState(text: TextConsent, groupId: string, fingerprint: string): ConsentState {
  const consent = consentOf(text, groupId)
  const spoken = consent?.spoken
  if (consent?.asking) return 'asked'
  if (!spoken) return 'not-asked'
  if (spoken.outcome === 'none') return 'none'
  return heldFingerprint(text, groupId) === fingerprint ? spoken.outcome : 'lapsed'
}

/** Whether a group said no to these very words. */
export const refusesNow = (spoken: SpokenConsent | null | undefined, fingerprint: string): boolean =>
  spoken?.outcome === 'none' && spoken.fingerprint === fingerprint

/** The version that stands, if one does: the last that was not withdrawn. */
export const standingVersion = ({ adopted }: Pick<TextConsent, 'adopted'>): Adopted | undefined =>
  adopted.findLast(({ withdrawn }) => withdrawn === null)

/** *Séparé*: everything that was adopted was withdrawn. */
export const isSeparated = (text: Pick<TextConsent, 'adopted'>): boolean =>
  text.adopted.length > 0 && standingVersion(text) === undefined
