// The ring around what is in the light, wherever it is shown: on the board, in the list, on a phone.
import { useTranslation } from 'react-i18next'
import { useAttention } from '#client/features/attention/useAttention.ts'
import type { LitPlace } from '#shared/attention/lookPlace.ts'

/** Once per room. Views name their objects by `data-shape-id`, `data-row` and `data-draft`; nothing in them changes. */
export function SpotlightRing() {
  const { t } = useTranslation('attention')
  const spotlight = useAttention()?.spotlight
  if (!spotlight) return null
  const targets = targetsOf(spotlight.place)
  const label = JSON.stringify(t('lit'))
  return (
    <style>
      {`${targets.join(',')}{outline:4px solid var(--now);outline-offset:4px;border-radius:8px}
${targets.map((target) => `${target}::before`).join(',')}{content:${label};position:absolute;z-index:1;left:8px;top:-13px;padding:3px 8px;border-radius:99px;background:var(--now);color:var(--on-now);font:700 13px/1.2 var(--font-text);pointer-events:none}
${targets.filter((target) => !target.startsWith('[data-shape')).join(',')}{position:relative}`}
    </style>
  )
}

/** Ids are checked by the server: letters, digits, `-` and `_`, nothing that could leave a selector. */
function targetsOf(place: LitPlace): readonly string[] {
  if (place.kind === 'draft') {
    const row = CSS.escape(`${place.spaceId}/${place.draftId}`)
    return [`.list-draft[data-row="${row}"]`, `.draft-card[data-draft="${CSS.escape(place.draftId)}"]`]
  }
  const id = CSS.escape(place.id)
  return [`[data-shape-id="${id}"]`, `[data-row="${id}"]`]
}
