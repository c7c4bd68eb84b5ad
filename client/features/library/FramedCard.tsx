// One card beside a draft, and what is said of the two together: reality, outside on purpose, or to be asked.

import { Check, CircleHelp, Shapes } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CardLine } from '#client/features/library/CardList.tsx'
import { markCard } from '#client/features/library/libraryApi.ts'
import { useLibraryAct } from '#client/features/library/useLibrary.ts'
import { ActForm } from '#client/ui/ActForm.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { dayAndMonth } from '#client/ui/dates.ts'
import { Words } from '#client/ui/Words.tsx'
import type { FrameCard } from '#shared/library/libraryAnswers.ts'
import { type FrameMark, frameMarks, longest } from '#shared/library/libraryEntries.ts'

const looks = {
  reality: ['info', Check],
  outside: ['line', Shapes],
  ask: ['warn', CircleHelp],
} as const

export interface FramedCardProps {
  readonly one: FrameCard
  readonly group: string
  readonly draftId: string
  readonly language: string
  readonly mayMark: boolean
  readonly onAsk: () => void
}

export function FramedCard(props: FramedCardProps) {
  const { one, language, mayMark } = props
  const { t, i18n } = useTranslation('library')
  const title = useId()
  const [marking, setMarking] = useState(false)
  return (
    <li data-card={one.cardId} data-mark={one.mark ?? 'none'}>
      <div className="row between wrap">
        <b id={title} lang={language}>
          {one.card.title}
        </b>
        {one.mark && <MarkChip mark={one.mark} />}
      </div>
      {one.note !== '' && <p lang={language}>{one.note}</p>}
      {one.mark && (
        <p className="xs soft">
          {t('markedBy', { name: one.byName, day: dayAndMonth(i18n.language, one.day) })}
        </p>
      )}
      <details>
        <summary>
          {one.words.length > 0 ? t('inCommon', { words: one.words.join(', ') }) : t('readCard')}
        </summary>
        <p lang={language}>{one.card.text}</p>
        <p className="xs soft">{one.card.source}</p>
        <CardLine card={one.card} />
      </details>
      {mayMark && !marking && (
        <div className="row wrap li-acts">
          <button
            type="button"
            className="btn sm"
            data-act="mark"
            aria-describedby={title}
            onClick={() => setMarking(true)}
          >
            {t(one.mark ? 'markAgain' : 'markIt')}
          </button>
          {one.mark === 'ask' && (
            <button type="button" className="btn sm quiet" data-act="ask-mark" onClick={props.onAsk}>
              {t('askTeam')}
            </button>
          )}
        </div>
      )}
      {marking && <MarkForm {...props} onDone={() => setMarking(false)} />}
    </li>
  )
}

function MarkChip({ mark }: { mark: FrameMark }) {
  const { t } = useTranslation('library')
  const [look, Icon] = looks[mark]
  return (
    <span className={`chip ${look}`}>
      <Icon className="i" aria-hidden="true" />
      {t(`mark.${mark}`)}
    </span>
  )
}

function MarkForm({ one, group, draftId, onDone }: FramedCardProps & { onDone: () => void }) {
  const { t } = useTranslation('library')
  const acting = useLibraryAct()
  const [mark, setMark] = useState<FrameMark | 'none'>(one.mark ?? 'reality')
  const [note, setNote] = useState(one.note)
  const send = async (): Promise<void> => {
    const input = {
      ...{ seen: one.version, draftId, cardId: one.cardId },
      ...{ mark: mark === 'none' ? null : mark, note: mark === 'none' ? '' : note },
    }
    if (await acting.run(() => markCard(group, input), t('marked'))) onDone()
  }
  return (
    <ActForm acting={acting} submit={t('keepMark')} ready onSubmit={() => void send()}>
      <Choice
        look="segments"
        label={t('markWhat')}
        value={mark}
        onChange={setMark}
        options={[
          ...frameMarks.map((value) => ({ value, label: t(`mark.${value}`) })),
          ...(one.mark ? [{ value: 'none' as const, label: t('noMark') }] : []),
        ]}
      />
      <Words label={t('markNote')} value={note} maxLength={longest.note} rows={2} onChange={setNote} />
    </ActForm>
  )
}
