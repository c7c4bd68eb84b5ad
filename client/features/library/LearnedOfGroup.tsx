// On a group's page: what the group learnt, session by session, and one line more.

import { Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LinkHeaders, sayLearned, withdrawLearned } from '#client/features/library/libraryApi.ts'
import { useLearned, useLibraryAct } from '#client/features/library/useLibrary.ts'
import { ActForm } from '#client/ui/ActForm.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { dayAndMonth } from '#client/ui/dates.ts'
import { OneOf } from '#client/ui/OneOf.tsx'
import { Words } from '#client/ui/Words.tsx'
import { randomId } from '#shared/contract/ids.ts'
import type { LearnedLine } from '#shared/library/learned.ts'
import type { LearnedAnswer } from '#shared/library/libraryAnswers.ts'
import { learnedKinds, longest } from '#shared/library/libraryEntries.ts'
import '#client/features/library/library.css'

export interface LearnedOfGroupProps {
  readonly group: string
  /** Of a personal link. */
  readonly headers: LinkHeaders
}

export function LearnedOfGroup({ group, headers }: LearnedOfGroupProps) {
  const { t, i18n } = useTranslation('library')
  const { data } = useLearned(group, headers)
  const acting = useLibraryAct()
  const [adding, setAdding] = useState(false)
  if (!data || (data.lines.length === 0 && (!data.maySay || data.sessions.length === 0))) return null
  const days = [...new Map(data.lines.map((line) => [line.sessionId, line.sessionDate]))].reverse()
  const subjectOf = (id: string): string => data.sessions.find((one) => one.id === id)?.subject ?? ''
  return (
    <section className="card li-learned-group" aria-labelledby="li-learned-group">
      <h2 id="li-learned-group">{t('learnedTitle')}</h2>
      {days.length === 0 && <p className="soft">{t('learnedEmpty')}</p>}
      {days.map(([sessionId, day]) => (
        <div key={sessionId}>
          <h3>{[dayAndMonth(i18n.language, day), subjectOf(sessionId)].filter(Boolean).join(', ')}</h3>
          <ul>
            {data.lines
              .filter((line) => line.sessionId === sessionId)
              .map((line) => (
                <Line
                  key={line.id}
                  line={line}
                  onWithdraw={() =>
                    void acting.run(() => withdrawLearned(group, line.id, headers), t('withdrawn'))
                  }
                />
              ))}
          </ul>
        </div>
      ))}
      {data.maySay && data.sessions.length > 0 && !adding && (
        <button type="button" className="btn sm" data-act="say-learned" onClick={() => setAdding(true)}>
          {t('sayLearned')}
        </button>
      )}
      {adding && <SayForm {...{ group, headers, data }} onDone={() => setAdding(false)} />}
    </section>
  )
}

function Line({ line, onWithdraw }: { line: LearnedLine; onWithdraw: () => void }) {
  const { t } = useTranslation('library')
  const words = useId()
  return (
    <li className="row">
      <span className="grow" id={words}>
        {line.kind === 'open' && <span className="chip warn">{t('learned.open')}</span>} {line.text}
        {line.fromMinutes && <span className="sm soft"> {t('fromMinutes')}</span>}
      </span>
      {line.own && (
        <button
          type="button"
          className="btn quiet icon sm"
          aria-label={t('withdrawLine')}
          aria-describedby={words}
          onClick={onWithdraw}
        >
          <Trash2 className="i" aria-hidden="true" />
        </button>
      )}
    </li>
  )
}

function SayForm({
  group,
  headers,
  data,
  onDone,
}: LearnedOfGroupProps & { data: LearnedAnswer; onDone: () => void }) {
  const { t, i18n } = useTranslation('library')
  const acting = useLibraryAct()
  const [id] = useState(randomId)
  const [kind, setKind] = useState<LearnedLine['kind']>('learned')
  const [text, setText] = useState('')
  const [sessionId, setSessionId] = useState(data.sessions[0]?.id ?? '')
  const send = async (): Promise<void> => {
    if (
      await acting.run(
        () => sayLearned(group, { id, line: { kind, text, sessionId } }, headers),
        t('learnedKept'),
      )
    )
      onDone()
  }
  return (
    <ActForm acting={acting} submit={t('add')} ready={text.trim() !== ''} onSubmit={() => void send()}>
      <OneOf
        label={t('session')}
        value={sessionId}
        options={data.sessions.map((one) => [
          one.id,
          [dayAndMonth(i18n.language, one.date), one.subject].filter(Boolean).join(', '),
        ])}
        onChange={setSessionId}
      />
      <Choice
        look="segments"
        label={t('learnedWhat')}
        value={kind}
        onChange={setKind}
        options={learnedKinds.map((one) => ({ value: one, label: t(`learned.${one}`) }))}
      />
      <Words label={t('learnedWords')} value={text} maxLength={longest.learned} rows={3} onChange={setText} />
      <p className="sm soft">{t('learnedSeen')}</p>
    </ActForm>
  )
}
