// The texts of the list in their order, each with whom it asks and how far it reaches, and the way to leave it behind with a reason.
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LeaveForm } from '#client/features/handover/LeaveForm.tsx'
import { useCommand } from '#client/live/useCommand.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { draftsOf } from '#shared/draft/draftModel.ts'
import { type Addressee, addressees, type Scope, scopes } from '#shared/draft/vocabulary.ts'
import { type HandoverList, type LeftText, type ListedText, lacksOf } from '#shared/handover/handoverList.ts'
import type { HandoverOutcome } from '#shared/handover/handoverState.ts'

export interface ListedTextsProps {
  readonly list: HandoverList
  readonly outcome: HandoverOutcome
  readonly prepares: boolean
}

export function ListedTexts({ list, outcome, prepares }: ListedTextsProps) {
  const { t } = useTranslation('handover')
  return (
    <>
      {outcome === 'list' && (
        <section aria-labelledby="handover-texts">
          <h3 id="handover-texts">{t('texts', { count: list.texts.length })}</h3>
          {list.texts.length === 0 && <p className="soft">{t('noTexts')}</p>}
          <ol className="handover-texts">
            {list.texts.map((text) => (
              <Text key={text.key} text={text} prepares={prepares} />
            ))}
          </ol>
        </section>
      )}
      {list.left.length > 0 && (
        <section aria-labelledby="handover-left">
          <h3 id="handover-left">{t('left', { count: list.left.length })}</h3>
          <ul className="handover-texts">
            {list.left.map((text) => (
              <Left key={text.key} text={text} prepares={prepares && outcome === 'list'} />
            ))}
          </ul>
        </section>
      )}
      {list.merged.length > 0 && (
        <ul className="sm soft handover-merged">
          {list.merged.map(({ title, into }) => (
            <li key={`${title}/${into}`}>{t('merged', { title, into })}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function Text({ text, prepares }: { text: ListedText; prepares: boolean }) {
  const { t } = useTranslation('handover')
  const [leaving, setLeaving] = useState(false)
  const lacks = lacksOf(text)
  const title = text.title.trim() || t('untitled')
  return (
    <li className="handover-text" data-lacks={lacks.length > 0}>
      <div className="handover-head">
        <b lang={contentLanguage()}>{title}</b>
        {text.versionId !== null && <span className="chip line">{t('joint')}</span>}
      </div>
      <Asked text={text} title={title} prepares={prepares} />
      {prepares && !leaving && (
        <button
          type="button"
          className="btn quiet sm"
          aria-label={t('leave.of', { title })}
          onClick={() => setLeaving(true)}
        >
          {t('leave.open')}
        </button>
      )}
      {leaving && <LeaveForm textKey={text.key} title={title} onClose={() => setLeaving(false)} />}
    </li>
  )
}

function Left({ text, prepares }: { text: LeftText; prepares: boolean }) {
  const { t } = useTranslation('handover')
  const putBack = useCommand('handover.putBack')
  const title = text.title.trim() || t('untitled')
  return (
    <li className="handover-text">
      <b lang={contentLanguage()}>{title}</b>
      {text.reason !== '' && <p lang={contentLanguage()}>{text.reason}</p>}
      {prepares && (
        <button
          type="button"
          className="btn quiet sm"
          aria-label={t('putBack.of', { title })}
          onClick={() => void putBack({ key: text.key }).then(sayRefusal)}
        >
          {t('putBack.act')}
        </button>
      )}
    </li>
  )
}

/** [H3] Written in the draft itself, or for a joint text, whose words are frozen, in the list. */
function Asked({ text, title, prepares }: { text: ListedText; title: string; prepares: boolean }) {
  const { t } = useTranslation('handover')
  const room = useLiveRoom()
  const askOf = useCommand('handover.askOf')
  const [half, setHalf] = useState<{ addressee?: Addressee; scope?: Scope }>({})
  const live = room.draftsOf(text.spaceId)
  const isWritable = text.versionId === null ? live?.access === 'write' : prepares
  const addressee = half.addressee ?? text.addressee
  const scope = half.scope ?? text.scope
  const choose = (field: 'addressee' | 'scope', value: string): void => {
    const chosen = { ...half, [field]: value }
    setHalf(chosen)
    if (text.versionId === null) {
      const draft = live && draftsOf(live.doc).get(text.draftId)
      if (draft) live.doc.transact(() => void draft.set(field, value))
      return
    }
    const whom = chosen.addressee ?? text.addressee
    const reach = chosen.scope ?? text.scope
    // Both are asked of a joint text at once: half an answer waits for the other.
    if (whom && reach) void askOf({ key: text.key, addressee: whom, scope: reach }).then(sayRefusal)
  }
  return (
    <div className="handover-asked">
      <Pick
        label={t('addressee')}
        of={title}
        value={addressee}
        options={addressees}
        words="draft:addressee"
        writable={isWritable}
        onPick={(value) => choose('addressee', value)}
      />
      <Pick
        label={t('scope')}
        of={title}
        value={scope}
        options={scopes}
        words="draft:scope"
        writable={isWritable}
        onPick={(value) => choose('scope', value)}
      />
    </div>
  )
}

interface PickProps {
  readonly label: string
  /** The text that is asked about. */
  readonly of: string
  readonly value: string | null
  readonly options: readonly string[]
  /** Where the options' words are. */
  readonly words: 'draft:addressee' | 'draft:scope'
  readonly writable: boolean
  readonly onPick: (value: string) => void
}

function Pick({ label, of, value, options, words, writable, onPick }: PickProps) {
  const { t } = useTranslation(['handover', 'draft'])
  const id = useId()
  const wordOf = (option: string): string => t(`${words}.${option}` as 'draft:scope.all') // every option has its word
  if (!writable)
    return (
      <p className="sm">
        <span className="soft">{label}</span> {value === null ? t('handover:open_') : wordOf(value)}
      </p>
    )
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        <span className="sr">, {of}</span>
      </label>
      <select
        id={id}
        className="input"
        data-lacks={value === null}
        value={value ?? ''}
        onChange={({ target }) => onPick(target.value)}
      >
        {value === null && <option value="">{t('handover:choose')}</option>}
        {options.map((option) => (
          <option key={option} value={option}>
            {wordOf(option)}
          </option>
        ))}
      </select>
    </div>
  )
}
