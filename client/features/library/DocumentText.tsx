// A document in numbered paragraphs; each number is an address, and its reference can be copied.
import { Copy, PenLine, Printer } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DocumentDialog } from '#client/features/library/DocumentDialog.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { copyText } from '#client/ui/copyText.ts'
import { wholeDay } from '#client/ui/dates.ts'
import { GlossedText } from '#client/ui/GlossedText.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import type { DocumentAnswer } from '#shared/library/libraryAnswers.ts'
import { type DocumentBlock, paragraphAddress } from '#shared/library/paragraphs.ts'

export interface DocumentTextProps {
  readonly document: DocumentAnswer
  /** `#p12` of the address. */
  readonly hash: string
}

export function DocumentText({ document, hash }: DocumentTextProps) {
  const { t, i18n } = useTranslation('library')
  const [editing, setEditing] = useState(false)
  const meant = Number(/^#p(\d+)$/u.exec(hash)?.[1] ?? 0)
  const text = useRef<HTMLElement>(null)
  useEffect(() => {
    if (meant === 0) return
    const paragraph = text.current?.querySelector<HTMLElement>(`#p${meant}`)
    paragraph?.scrollIntoView({ block: 'center' })
    paragraph?.focus({ preventScroll: true })
  }, [meant])
  const { changed } = document
  return (
    <article className="li-document" ref={text}>
      <header>
        <Link to="/library?tab=documents">{t('backToDocuments')}</Link>
        <h1 lang={document.language}>{document.title}</h1>
        <p className="soft">
          {[
            t(`documentKind.${document.kind}`),
            t('since', { day: wholeDay(i18n.language, document.date) }),
            t('version', { version: document.version }),
          ].join(', ')}
          {changed && `. ${t('keptBy', { name: changed.byName, day: wholeDay(i18n.language, changed.day) })}`}
          {changed && changed.why !== '' && ` ${changed.why}`}
        </p>
        {document.fictional && <p className="chip line">{t('fictional')}</p>}
        <div className="row wrap li-acts">
          <button type="button" className="btn sm" onClick={() => print()}>
            <Printer className="i" aria-hidden="true" />
            {t('print')}
          </button>
          {document.source !== null && document.version === document.newest && (
            <button type="button" className="btn sm" data-act="new-version" onClick={() => setEditing(true)}>
              <PenLine className="i" aria-hidden="true" />
              {t('newVersion')}
            </button>
          )}
        </div>
      </header>
      {document.version < document.newest && (
        <Banner tone="caution" action={<Link to={`/library/${document.id}`}>{t('readNewest')}</Link>}>
          {t('olderVersion')}
        </Banner>
      )}
      <div className="card li-paragraphs" lang={document.language}>
        {document.blocks.map((block, at) => (
          <Block key={block.kind === 'heading' ? `h${at}` : block.number} {...{ block, document, meant }} />
        ))}
      </div>
      {editing && (
        <DocumentDialog
          document={document}
          today={changed?.day ?? document.date}
          language={document.language}
          onClose={() => setEditing(false)}
        />
      )}
    </article>
  )
}

interface BlockProps {
  readonly block: DocumentBlock
  readonly document: DocumentAnswer
  readonly meant: number
}

function Block({ block, document, meant }: BlockProps) {
  if (block.kind === 'heading') {
    // The first heading repeats the title of the page.
    if (block.text === document.title) return null
    return block.level < 3 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>
  }
  return (
    <div
      className={`li-paragraph ${block.number === meant ? 'is-meant' : ''}`}
      id={`p${block.number}`}
      tabIndex={-1}
    >
      <ParagraphNumber document={document} number={block.number} />
      {block.kind === 'paragraph' ? (
        <p>
          <GlossedText text={block.text} lang={document.language} />
        </p>
      ) : (
        <ul>
          {block.items.map((item) => (
            <li key={item}>
              <GlossedText text={item} lang={document.language} />
            </li>
          ))}
        </ul>
      )}
      <CopyReference document={document} number={block.number} />
    </div>
  )
}

function ParagraphNumber({ document, number }: { document: DocumentAnswer; number: number }) {
  const { t, i18n } = useTranslation('library')
  return (
    <a
      className="li-number"
      href={paragraphAddress(document.id, document.version, number)}
      aria-label={t('paragraphLabel', { number })}
      lang={i18n.language}
    >
      {number}
    </a>
  )
}

/** « Statuts, § 12 (version 1) » and its address. */
function CopyReference({ document, number }: { document: DocumentAnswer; number: number }) {
  const { t, i18n } = useTranslation('library')
  const [shown, setShown] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const address = `${location.origin}${paragraphAddress(document.id, document.version, number)}`
  const words = `${t('reference', { title: document.title, number, version: document.version })} ${address}`
  const copy = async (): Promise<void> => {
    if ((await copyText(words, null)) === 'copied') showToast({ text: t('copied'), tone: 'done' })
    else setShown(true)
  }
  useEffect(() => {
    if (!shown) return
    field.current?.focus()
    field.current?.select()
  }, [shown])
  return (
    <span className="li-copy" lang={i18n.language}>
      <button
        type="button"
        className="btn quiet icon sm"
        aria-label={t('copyReferenceLabel', { number })}
        title={t('copyReference')}
        onClick={() => void copy()}
      >
        <Copy className="i" aria-hidden="true" />
      </button>
      {shown && (
        <input ref={field} className="input" readOnly value={words} aria-label={t('referenceLabel')} />
      )}
    </span>
  )
}
