// One close text: whose it is, the words, and the ways on from it.
import { BookOpen, ExternalLink, Merge, X } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Antenna } from '#client/ui/Antenna.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import type { CloseDraft, CloseRecommendation } from '#shared/similar/similarAnswer.ts'

export interface SimilarActs {
  /** Opens a draft that is shown where the person is; undefined for others. */
  readonly openHere?: ((draft: CloseDraft) => (() => void) | undefined) | undefined
  /** Begins a merge of both; undefined where that is not possible. */
  readonly merge?: ((draft: CloseDraft) => (() => void) | undefined) | undefined
}

export interface CloseTextProps extends SimilarActs {
  /** Of its title, one below what stands around it. */
  readonly level: 'h4' | 'h5'
  readonly draft?: CloseDraft
  readonly past?: CloseRecommendation
  readonly onNotClose: () => void
}

export function CloseText({ level: Heading, draft, past, openHere, merge, onNotClose }: CloseTextProps) {
  const { t } = useTranslation('similar')
  const id = useId()
  const [open, setOpen] = useState(false)
  const text = draft ?? past
  if (!text) return null
  const { shared, mine, theirs } = text.words
  return (
    <li className="similar-text">
      <div className="similar-head">
        {draft?.group ? (
          <Antenna wear={draft.group.wear} place={draft.group.place} />
        ) : (
          (draft || past?.theme) && <span className="chip line">{draft ? t('joint') : past?.theme}</span>
        )}
        <Heading id={`${id}-title`} lang={contentLanguage()}>
          {text.code && <b className="code">{text.code}</b>} {text.title.trim() || t('untitled')}
        </Heading>
      </div>
      {shared.length > 0 && <p className="similar-words">{t('close', { words: shared.join(', ') })}</p>}
      <p className="similar-differ">
        {mine.length > 0 && <span>{t('mine', { words: mine.join(', ') })}</span>}
        {theirs.length > 0 && <span>{t('theirs', { words: theirs.join(', ') })}</span>}
      </p>
      {past && <Fates past={past} />}
      {open && <Words summary={text.summary} proposition={text.proposition} />}
      <div className="similar-acts">
        <button
          type="button"
          className="btn sm"
          aria-expanded={open}
          aria-describedby={`${id}-title`}
          onClick={() => setOpen(!open)}
        >
          <BookOpen className="i" aria-hidden="true" />
          {t(open ? 'fold' : 'read')}
        </button>
        {draft && <DraftActs draft={draft} describedBy={`${id}-title`} {...{ openHere, merge }} />}
        <button type="button" className="btn quiet sm" aria-describedby={`${id}-title`} onClick={onNotClose}>
          <X className="i" aria-hidden="true" />
          {t('notClose')}
        </button>
      </div>
    </li>
  )
}

interface DraftActsProps extends SimilarActs {
  readonly draft: CloseDraft
  readonly describedBy: string
}

function DraftActs({ draft, describedBy, openHere, merge }: DraftActsProps) {
  const { t } = useTranslation('similar')
  const [opens, merges] = [openHere?.(draft), merge?.(draft)]
  const { draftId, roomCode, spaceId } = draft
  const place = [spaceId, draftId].map(encodeURIComponent).join('/')
  return (
    <>
      {opens && (
        <button type="button" className="btn sm" aria-describedby={describedBy} onClick={opens}>
          {t('open')}
        </button>
      )}
      {!opens && roomCode !== null && (
        <a
          className="btn sm"
          href={`/r/${encodeURIComponent(roomCode)}#texte=${place}`}
          target="_blank"
          rel="noopener"
          aria-describedby={describedBy}
        >
          <ExternalLink className="i" aria-hidden="true" />
          {t('openRoom')} <span className="sr">{t('newTab')}</span>
        </a>
      )}
      {merges && (
        <button type="button" className="btn sm" aria-describedby={describedBy} onClick={merges}>
          <Merge className="i" aria-hidden="true" />
          {t('merge')}
        </button>
      )}
    </>
  )
}

/** « Déjà proposé en 2018 : reporté, parce que … », board by board: they need not have agreed. */
function Fates({ past }: { past: CloseRecommendation }) {
  const { t } = useTranslation('similar')
  const { ending, fates, fromThis, year } = past
  if (ending)
    return (
      <div className="similar-past">
        <p>
          <b>{t('past', { year })}.</b> {t(`ending.${ending.outcome}`)}{' '}
          {ending.reason !== '' && (
            <>
              {t('because')} <q>{ending.reason}</q>
            </>
          )}
        </p>
      </div>
    )
  return (
    <div className="similar-past">
      <p>
        <b>{t(fromThis ? 'became' : 'past', { year })}.</b> {fates.length === 0 && t('undecided')}
      </p>
      <ul>
        {fates.map(({ board, decision, reason }) => (
          <li key={board}>
            {t(`fate.${decision}`, { board })} <q lang={contentLanguage()}>{reason}</q>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Words({ summary, proposition }: { summary: string; proposition: string }) {
  const paragraphs = [...new Set([summary, ...proposition.split('\n')])].filter((one) => one.trim() !== '')
  return (
    <div className="similar-read" lang={contentLanguage()}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  )
}
