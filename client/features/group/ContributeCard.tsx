// « Contribuer pour la prochaine séance »: a note, a nuance or a position, in few taps; what is typed never depends on a line.
import { MessageCircle, Scale, StickyNote } from 'lucide-react'
import { type FormEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewContribution, Typed } from '#client/features/group/contributionBox.ts'
import { OwnContributions } from '#client/features/group/OwnContributions.tsx'
import type { BoxHandle } from '#client/features/group/useContributionBox.ts'
import type { GroupActs } from '#client/features/group/useGroupPage.ts'
import { announce } from '#client/ui/announcer.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { Field } from '#client/ui/Field.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import {
  type ContributionKind,
  contributionKinds,
  contributionLimit,
  type GroupDraft,
  type GroupPageAnswer,
} from '#shared/group/groupPage.ts'

const icons = { note: StickyNote, nuance: MessageCircle, position: Scale } as const
/** As in a session: from yes, wholeheartedly (5), to no (1). */
const degreesShown = ['5', '4', '3', '2', '1'] as const

type Missing = 'text' | 'draft' | 'degree' | 'name'

export interface ContributeCardProps {
  readonly page: GroupPageAnswer
  readonly handle: BoxHandle
  readonly acts: GroupActs
}

export function ContributeCard({ page, handle, acts }: ContributeCardProps) {
  const { t } = useTranslation('group')
  const form = useContributeForm(page, handle)
  const { typed, type, kind, missing } = form
  return (
    <section className="card gp-give" aria-labelledby="gp-give">
      <h2 id="gp-give">{t('contribute')}</h2>
      <form ref={form.form} noValidate onSubmit={form.submit}>
        {page.drafts.length > 0 && (
          <Choice<ContributionKind>
            look="segments"
            label={t('kindLabel')}
            value={kind}
            onChange={(chosen) => type({ kind: chosen })}
            options={contributionKinds.map((value) => ({ value, label: <KindWord kind={value} /> }))}
          />
        )}
        {kind !== 'note' && <DraftSelect drafts={page.drafts} form={form} />}
        {kind === 'position' && <DegreeChoice form={form} />}
        <WordsField form={form} />
        {page.you.name === null && (
          <Field
            label={t('yourName')}
            name="name"
            maxLength={60}
            autoComplete="given-name"
            value={typed.name}
            error={missing === 'name' ? t('missing.name') : undefined}
            onChange={({ target }) => type({ name: target.value })}
          />
        )}
        <div className="row between wrap">
          <Readers page={page} />
          <button type="submit" className="btn primary">
            {t(`add.${kind}`)}
          </button>
        </div>
      </form>
      <OwnContributions page={page} box={handle.box} acts={acts} onBack={form.giveBack} />
    </section>
  )
}

function Readers({ page }: { page: GroupPageAnswer }) {
  const { t } = useTranslation('group')
  const [first] = page.facilitators
  const known = page.you.standing !== 'facilitator' && first !== undefined
  return <span className="xs soft gp-reads">{known ? t('readBy', { name: first }) : t('readByAll')}</span>
}

function KindWord({ kind }: { kind: ContributionKind }) {
  const { t } = useTranslation('group')
  const Icon = icons[kind]
  return (
    <>
      <Icon className="i" aria-hidden="true" />
      {t(`kind.${kind}`)}
    </>
  )
}

type ContributeForm = ReturnType<typeof useContributeForm>

function DraftSelect({ drafts, form }: { drafts: readonly GroupDraft[]; form: ContributeForm }) {
  const { t } = useTranslation('group')
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('draftLabel')}</label>
      <select
        id={id}
        name="draft"
        className={`input ${form.missing === 'draft' ? 'wrong' : ''}`}
        value={form.draft}
        aria-invalid={form.missing === 'draft' || undefined}
        onChange={({ target }) => form.type({ draft: target.value })}
      >
        {form.draft === '' && <option value="">{t('chooseDraft')}</option>}
        {drafts.map(({ spaceId, draftId, code, title }) => (
          <option key={`${spaceId}/${draftId}`} value={`${spaceId}/${draftId}`} lang={contentLanguage()}>
            {[code, title.trim() || t('untitled')].filter(Boolean).join('\u2002')}
          </option>
        ))}
      </select>
      {form.missing === 'draft' && <p className="field-error">{t('missing.draft')}</p>}
    </div>
  )
}

function DegreeChoice({ form: { typed, type, missing } }: { form: ContributeForm }) {
  const { t } = useTranslation('group')
  const wrong = missing === 'degree'
  return (
    <div className={`gp-degrees ${wrong ? 'wrong' : ''}`}>
      <Choice
        look="cards"
        label={t('degreeLabel')}
        value={typed.degree === null ? null : String(typed.degree)}
        onChange={(degree) => type({ degree: Number(degree) })}
        options={degreesShown.map((value) => ({ value, label: t(`degree.${value}`) }))}
      />
      {wrong && <p className="field-error">{t('missing.degree')}</p>}
    </div>
  )
}

function WordsField({ form: { typed, type, kind, missing } }: { form: ContributeForm }) {
  const { t } = useTranslation('group')
  const id = useId()
  const wrong = missing === 'text'
  return (
    <div className="field">
      <label htmlFor={id}>{t(`words.${kind}`)}</label>
      <textarea
        id={id}
        name="text"
        className={`input ${wrong ? 'wrong' : ''}`}
        rows={3}
        maxLength={contributionLimit}
        value={typed.text}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-error` : undefined}
        onChange={({ target }) => type({ text: target.value })}
      />
      {wrong && (
        <p className="field-error" id={`${id}-error`}>
          {t('missing.text')}
        </p>
      )}
    </div>
  )
}

function useContributeForm(page: GroupPageAnswer, { box, flush }: BoxHandle) {
  const { t } = useTranslation('group')
  const [missing, setMissing] = useState<Missing | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const typed = box.typed()
  const kind: ContributionKind = page.drafts.length === 0 ? 'note' : typed.kind
  // A text that was taken away meanwhile is no longer chosen; where there is only one, there is nothing to choose.
  const known = page.drafts.map(({ spaceId, draftId }) => `${spaceId}/${draftId}`)
  const draft = known.includes(typed.draft) ? typed.draft : known.length === 1 ? (known[0] ?? '') : ''
  const type = (change: Partial<Typed>): void => {
    setMissing(null)
    box.type({ ...typed, ...change })
  }
  const lacks = (): Missing | null => {
    if (kind !== 'note' && draft === '') return 'draft'
    if (kind === 'position' && typed.degree === null) return 'degree'
    if (kind !== 'position' && typed.text.trim() === '') return 'text'
    return page.you.name === null && typed.name.trim() === '' ? 'name' : null
  }
  const send = async (): Promise<void> => {
    box.put(asContribution({ ...typed, kind, draft }, page.you.name === null))
    box.type({ ...typed, text: '', degree: null })
    form.current?.querySelector('textarea')?.focus()
    const arrived = await flush()
    showToast({ text: t(arrived > 0 ? `sent.${kind}` : 'keptHere') })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const lacking = lacks()
    setMissing(lacking)
    if (lacking === null) return void send()
    announce(t(`missing.${lacking}`))
    const field = form.current?.querySelector<HTMLElement>(
      lacking === 'degree' ? '.gp-degrees input' : `[name="${lacking}"]`,
    )
    field?.focus()
  }
  /** Words taken back stand in the field again, unless others stand there. */
  const giveBack = (words: Partial<Typed>): void => {
    if (box.typed().text.trim() === '') box.type({ ...box.typed(), ...words })
    form.current?.querySelector('textarea')?.focus()
  }
  return { form, typed, kind, draft, missing, type, submit, giveBack }
}

function asContribution(typed: Typed, named: boolean): NewContribution {
  const [spaceId = '', draftId = ''] = typed.draft.split('/')
  const text = typed.text.trim()
  const name = named ? { name: typed.name.trim() } : {}
  switch (typed.kind) {
    case 'note':
      return { kind: 'note', text, ...name }
    case 'nuance':
      return { kind: 'nuance', text, spaceId, draftId, ...name }
    case 'position':
      return { kind: 'position', text, degree: typed.degree ?? 3, spaceId, draftId, ...name }
    default:
      return typed.kind satisfies never
  }
}
