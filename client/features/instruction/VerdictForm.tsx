// The board's verdict on one text: which, why, with which words and which vote; what is missing is said in words.
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redline } from '#client/features/instruction/Redline.tsx'
import {
  type Sitting,
  SittingFields,
  sittingActs,
  sittingToday,
  votesOf,
} from '#client/features/instruction/SittingFields.tsx'
import { TextArea } from '#client/features/instruction/TextArea.tsx'
import { useActing } from '#client/features/instruction/useDesk.ts'
import { useTyped } from '#client/features/instruction/useTyped.ts'
import { verdictLooks } from '#client/features/instruction/verdictLooks.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { Field } from '#client/ui/Field.tsx'
import {
  type BodyOf,
  type Ground,
  grounds,
  type RewordedPart,
  reworded,
  type Verdict,
  verdicts,
} from '#shared/instruction/instructionActs.ts'
import type { DeskAnswer, DeskItem } from '#shared/instruction/instructionAnswers.ts'
import { changedParts, type VerdictFault, verdictFaults } from '#shared/instruction/verdictRules.ts'

export interface VerdictFormProps {
  readonly desk: DeskAnswer
  readonly item: DeskItem
  readonly person: string
}

/** What stood on the desk when the first word was typed: the verdict is about that, whatever comes meanwhile. */
interface Pinned {
  readonly version: number
  readonly seen: number
  readonly parts: DeskItem['parts']
}

interface Typed {
  readonly pinned: Pinned | null
  readonly decision: Verdict | null
  readonly reason: string
  readonly basis: readonly Ground[]
  readonly part: RewordedPart
  readonly rewording: Partial<Record<RewordedPart, string>>
  readonly possibleIf: string
  readonly hereNow: string
  readonly postponedUntil: string
}
const nothing: Typed = {
  pinned: null,
  ...{ decision: null, reason: '', basis: [], part: 'proposition', rewording: {} },
  ...{ possibleIf: '', hereNow: '', postponedUntil: '' },
}

export function VerdictForm({ desk, item, person }: VerdictFormProps) {
  const { t } = useTranslation('instruction')
  const [typed, keep, forget] = useTyped<Typed>(`${person}|${desk.board.id}|${item.id}`, nothing)
  const standing: Pinned = { version: item.version, seen: item.seen, parts: item.parts }
  const pinned = typed.pinned ?? standing
  const moved = pinned.version !== standing.version || pinned.seen !== standing.seen
  const type = (change: Partial<Typed>): void => keep({ pinned, ...change })
  const [sitting, setSitting] = useState<Sitting>(() => sittingToday(desk))
  const [tried, setTried] = useState(false)
  const { busy, problem, run } = useActing()
  const { sittingId, acts } = useMemo(() => sittingActs(desk, sitting), [desk, sitting])
  const verdict = bodyOf(typed, { desk, item, pinned, sitting, sittingId })
  const faults = verdict
    ? verdictFaults(verdict, { today: desk.today, present: sitting.presentIds.length, text: item.parts })
    : []
  const wrong = (fault: VerdictFault): string | undefined =>
    tried && faults.includes(fault) ? t(`fault.${fault}`) : undefined
  const send = async (): Promise<void> => {
    setTried(true)
    if (!verdict || faults.length > 0 || moved) return
    if (await run([...acts, { seen: pinned.seen, body: verdict }], t('written', { code: item.code }))) {
      forget()
      setTried(false)
    }
  }
  const choose = (decision: Verdict): void => {
    // The prepared reason is one for accepting: under another verdict it would say the contrary.
    const untouched = typed.reason === '' || typed.reason === t('prepared')
    type({ decision, ...(untouched && { reason: decision === 'accept' ? t('prepared') : '' }) })
  }
  return (
    <form
      className="in-form"
      aria-label={t('formLabel', { board: desk.board.name })}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <h2>{t('form', { board: desk.board.name })}</h2>
      {item.state === 'changed' && <Banner tone="caution">{t('changedSince')}</Banner>}
      <Choice
        label={t('formChoice')}
        look="cards"
        options={verdicts.map((value) => {
          const { icon: Icon } = verdictLooks[value]
          return {
            value,
            label: (
              <>
                <Icon className="i" aria-hidden="true" />
                {t(`rule.${value}`)}
              </>
            ),
          }
        })}
        value={typed.decision}
        onChange={choose}
      />
      {typed.decision && (
        <>
          {typed.decision === 'reformulate' && (
            <Rewording {...{ desk, item, typed, type }} error={wrong('rewording')} />
          )}
          <Grounds basis={typed.basis} onChange={(basis) => type({ basis })} error={wrong('basis')} />
          <TextArea
            label={t('reason')}
            hint={t('reasonHint')}
            value={typed.reason}
            maxLength={1200}
            error={wrong('reason')}
            onChange={(reason) => type({ reason })}
          />
          {(typed.decision === 'postpone' || typed.decision === 'refuse') && (
            <>
              <TextArea
                label={t('possibleIf')}
                value={typed.possibleIf}
                maxLength={800}
                error={wrong('possibleIf')}
                onChange={(possibleIf) => type({ possibleIf })}
              />
              <TextArea
                label={t('hereNow')}
                value={typed.hereNow}
                maxLength={800}
                error={wrong('hereNow')}
                onChange={(hereNow) => type({ hereNow })}
              />
            </>
          )}
          {typed.decision === 'postpone' && (
            <Field
              label={t('review')}
              type="date"
              value={typed.postponedUntil}
              error={wrong('postponedUntil')}
              onChange={({ target }) => type({ postponedUntil: target.value })}
            />
          )}
          <SittingFields
            {...{ desk, sitting }}
            onChange={(change) => setSitting((before) => ({ ...before, ...change }))}
            error={wrong('votes') ?? wrong('majority')}
          />
          {moved && (
            <MovedMeanwhile {...{ desk, pinned, standing }} onRead={() => keep({ pinned: standing })} />
          )}
          {problem && <Banner tone="danger">{problem}</Banner>}
          <p className="sm soft">{t('formForGood')}</p>
          <button type="submit" className="btn primary" data-act="write-verdict" aria-disabled={busy}>
            {t('write')}
          </button>
        </>
      )}
    </form>
  )
}

interface MovedProps {
  readonly desk: DeskAnswer
  readonly pinned: Pinned
  readonly standing: Pinned
  readonly onRead: () => void
}

/** The text, or what this board has said of it, is another than when the first word was typed: read before anything is sent. */
function MovedMeanwhile({ desk, pinned, standing, onRead }: MovedProps) {
  const { t } = useTranslation('instruction')
  const parts = reworded.filter((part) => pinned.parts[part] !== standing.parts[part])
  return (
    <Banner tone="caution">
      <p>{t(pinned.version === standing.version ? 'movedVerdict' : 'movedText', { n: standing.version })}</p>
      {parts.map((part) => (
        <div key={part} className="in-part">
          <h3>{t(`part.${part}`)}</h3>
          <Redline before={pinned.parts[part]} after={standing.parts[part]} lang={desk.language} />
        </div>
      ))}
      <button type="button" className="btn" data-act="read-moved" onClick={onRead}>
        {t('movedRead')}
      </button>
    </Banner>
  )
}

interface BodyAbout {
  readonly desk: DeskAnswer
  readonly item: DeskItem
  readonly pinned: Pinned
  readonly sitting: Sitting
  readonly sittingId: string
}

function bodyOf(
  typed: Typed,
  { desk, item, pinned, sitting, sittingId }: BodyAbout,
): BodyOf<'verdict'> | undefined {
  const { decision } = typed
  if (!decision) return undefined
  const declined = decision === 'postpone' || decision === 'refuse'
  const parts = decision === 'reformulate' ? changedParts(typed.rewording, item.parts) : []
  return {
    ...{ kind: 'verdict', boardId: desk.board.id, recommendationId: item.id, version: pinned.version },
    ...{ decision, reason: typed.reason.trim(), basis: [...typed.basis], contextIds: [] },
    rewording: Object.fromEntries(parts.map((part) => [part, typed.rewording[part] ?? ''])),
    possibleIf: declined ? typed.possibleIf.trim() : '',
    hereNow: declined ? typed.hereNow.trim() : '',
    postponedUntil: decision === 'postpone' ? typed.postponedUntil || null : null,
    ...{ votes: votesOf(sitting), sittingId },
  }
}

interface RewordingProps {
  readonly desk: DeskAnswer
  readonly item: DeskItem
  readonly typed: Typed
  readonly type: (change: Partial<Typed>) => void
  readonly error: string | undefined
}

function Rewording({ desk, item, typed, type, error }: RewordingProps) {
  const { t } = useTranslation('instruction')
  const { part } = typed
  const now = typed.rewording[part] ?? item.parts[part]
  return (
    <>
      <div className="field">
        <label htmlFor="in-part">{t('whichPart')}</label>
        <select
          id="in-part"
          className="input"
          value={part}
          onChange={({ target }) =>
            type({ part: reworded.find((one) => one === target.value) ?? 'proposition' })
          }
        >
          {reworded.map((one) => (
            <option key={one} value={one}>
              {t(`part.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <TextArea
        label={t('reword')}
        value={now}
        maxLength={6000}
        rows={6}
        lang={desk.language}
        error={error}
        onChange={(text) => type({ rewording: { ...typed.rewording, [part]: text } })}
      />
      {now !== item.parts[part] && (
        <div className="field">
          <span className="lab">{t('tracked')}</span>
          <Redline before={item.parts[part]} after={now} lang={desk.language} />
        </div>
      )}
      <p className="xs soft">{t('originalStays')}</p>
    </>
  )
}

interface GroundsProps {
  readonly basis: readonly Ground[]
  readonly onChange: (basis: readonly Ground[]) => void
  readonly error: string | undefined
}

function Grounds({ basis, onChange, error }: GroundsProps) {
  const { t } = useTranslation('instruction')
  return (
    <fieldset className="in-grounds">
      <legend className="lab">{t('grounds')}</legend>
      {grounds.map((one) => (
        <label key={one} className="in-check">
          <input
            type="checkbox"
            checked={basis.includes(one)}
            onChange={({ target }) =>
              onChange(grounds.filter((each) => (each === one ? target.checked : basis.includes(each))))
            }
          />
          <span>{t(`ground.${one}`)}</span>
        </label>
      ))}
      {error && <p className="field-error">{error}</p>}
    </fieldset>
  )
}
