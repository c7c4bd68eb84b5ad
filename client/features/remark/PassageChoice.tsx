// Chooses a passage without selecting on the screen: sentence by sentence, for the keyboard, a screen reader and a thumb.
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftPlace } from '#client/features/remark/remarkDesk.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { type DraftMap, draftsOf } from '#shared/draft/draftModel.ts'
import { sentencesOf } from '#shared/merge/sentences.ts'
import { anchorOf, lettersOf, textsIn } from '#shared/remark/anchor.ts'
import { type RemarkAnchor, type RemarkPlace, remarkPlaces } from '#shared/remark/remark.ts'

export interface PassageChoiceProps {
  readonly draft: DraftPlace
  readonly value: RemarkAnchor | null
  readonly onChange: (anchor: RemarkAnchor | null) => void
}

const whole = 'whole'

export function PassageChoice({ draft, value, onChange }: PassageChoiceProps) {
  const { t } = useTranslation('remark')
  const id = useId()
  const room = useLiveRoom()
  // As it reads when the form opens: a list that moves under the fingers is no choice.
  const [map] = useState(() => {
    const live = room.draftsOf(draft.spaceId)
    return live && draftsOf(live.doc).get(draft.draftId)
  })
  const passages = useMemo(() => (map ? passagesOf(map) : []), [map])
  const at = passages.findIndex(({ start }) => start === value?.start)
  return (
    <div className="field">
      <label htmlFor={id}>{t('form.about')}</label>
      <select
        id={id}
        className="input"
        value={at < 0 ? whole : at}
        onChange={(event) => onChange(passages[Number(event.target.value)] ?? null)}
      >
        <option value={whole}>{t('form.wholeText')}</option>
        {remarkPlaces.map((place) => {
          const here = [...passages.entries()].filter(([, passage]) => passage.place === place)
          return (
            here.length > 0 && (
              <optgroup key={place} label={t(`place.${place}`)}>
                {here.map(([index, { quote }]) => (
                  <option key={index} value={index}>
                    {quote.length > shownLetters ? `${quote.slice(0, shownLetters)}…` : quote}
                  </option>
                ))}
              </optgroup>
            )
          )
        })}
      </select>
    </div>
  )
}

const shownLetters = 90

function passagesOf(draft: DraftMap): RemarkAnchor[] {
  return remarkPlaces.flatMap((place: RemarkPlace) =>
    textsIn(draft, place).flatMap((text) =>
      sentencesOf(lettersOf(text)).flatMap(({ start, end }) => {
        const anchor = anchorOf(draft, place, [
          { text, index: start },
          { text, index: end },
        ])
        return anchor ? [anchor] : []
      }),
    ),
  )
}
