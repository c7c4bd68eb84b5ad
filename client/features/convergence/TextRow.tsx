// One handed-over text on the left: read, chosen, dragged or placed by its button; what became of it stands under its title.
import { GripVertical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { dragged, useDesk } from '#client/features/convergence/deskContext.ts'
import { GroupMarks } from '#client/features/convergence/GroupMarks.tsx'
import { spoken } from '#client/features/convergence/spoken.ts'
import { WholeText } from '#client/features/convergence/WholeText.tsx'
import { itemOf, placeOf } from '#shared/convergence/convergenceState.ts'
import { fateOf } from '#shared/convergence/coverage.ts'
import type { HandedText } from '#shared/convergence/handedText.ts'

export interface TextRowProps {
  readonly text: HandedText
  readonly chosen: boolean
  /** What a drag of this row carries: itself, or all that are chosen. */
  readonly carried: readonly string[]
  readonly onChoose: (chosen: boolean) => void
}

export function TextRow({ carried, chosen, onChoose, text }: TextRowProps) {
  const { t } = useTranslation('convergence')
  const { groupsOf, place } = useDesk()
  return (
    <li
      className={chosen ? 'on' : ''}
      data-text={text.id}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(dragged.texts, JSON.stringify(carried))
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <GripVertical className="i cv-grip" aria-hidden="true" />
      <label className="cv-check">
        <input type="checkbox" checked={chosen} onChange={({ target }) => onChoose(target.checked)} />
        <span className="sr">{t('choose', { title: text.title })}</span>
      </label>
      <div className="grow">
        <div className="row between cv-title">
          <b>{text.title}</b>
          <GroupMarks groups={groupsOf(text.groupIds)} />
        </div>
        <Where text={text} />
        <details>
          <summary>
            {t('read')}
            <span className="sr"> {text.title}</span>
          </summary>
          <WholeText text={text} />
        </details>
      </div>
      <button
        type="button"
        className="btn sm"
        aria-haspopup="dialog"
        aria-label={t('placeText', { title: spoken(text.title) })}
        data-act="place"
        onClick={() => place([text])}
      >
        {t('place')}
      </button>
    </li>
  )
}

/** « Fusionné dans 1.2 Un comité local »; a way to the item. */
function Where({ text }: { text: HandedText }) {
  const { t } = useTranslation('convergence')
  const { desk, open, state } = useDesk()
  const at = placeOf(state, text.id)
  const fate = fateOf(state, desk.texts, text)
  if (fate === null) return at && <p className="cv-where warn">{t('changedSince')}</p>
  return (
    <div className="cv-where">
      <span className="chip line">{t(`fate.${fate}`)}</span>
      {at?.aside && <span>{at.aside.reason}</span>}
      {(at?.into ?? []).map(({ itemId }) => (
        <button key={itemId} type="button" className="btn link sm" onClick={() => open(itemId)}>
          {desk.numbers[itemId]} {itemOf(state, itemId)?.title}
        </button>
      ))}
    </div>
  )
}
