// The words of an adopted version as they were written: sections with their lists, what holds in one country, nuances.

import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import type { ReadBlock, ReadDraft, ReadRun } from '#shared/draft/draftModel.ts'
import { sections } from '#shared/draft/vocabulary.ts'

export function FrozenText({ draft }: { draft: ReadDraft }) {
  const { t } = useTranslation('adoption')
  const countries = Object.entries(draft.countryPassages).filter(([, words]) => words.trim() !== '')
  return (
    <>
      <h3 lang={contentLanguage()}>{draft.title}</h3>
      {draft.summary && (
        <p className="soft" lang={contentLanguage()}>
          {draft.summary}
        </p>
      )}
      {sections.map((section) => (
        <section key={section} className="adoption-part">
          <h4>{t(`version.${section}`)}</h4>
          <div lang={contentLanguage()}>
            {parted(draft.sections[section]).map((part, place) => (
              <Part key={`${section}-${place}`} part={part} />
            ))}
          </div>
        </section>
      ))}
      {countries.map(([entity, words]) => (
        <section key={entity} className="adoption-part">
          <h4>{t('version.country', { entity })}</h4>
          <p lang={contentLanguage()}>{words}</p>
        </section>
      ))}
      {draft.nuances.length > 0 && (
        <section className="adoption-part">
          <h4>{t('version.nuances')}</h4>
          <ul lang={contentLanguage()}>
            {draft.nuances.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Items that follow one another in one kind of list, or one other block. */
interface TextPart {
  readonly kind: ReadBlock['type']
  readonly blocks: readonly ReadBlock[]
}

function parted(blocks: readonly ReadBlock[]): TextPart[] {
  const parts: TextPart[] = []
  for (const block of blocks) {
    const last = parts.at(-1)
    const isListed = block.type === 'bullet' || block.type === 'numbered'
    if (isListed && last?.kind === block.type)
      parts[parts.length - 1] = { ...last, blocks: [...last.blocks, block] }
    else parts.push({ kind: block.type, blocks: [block] })
  }
  return parts
}

function Part({ part: { kind, blocks } }: { part: TextPart }) {
  const items = blocks.map((block, place) => (
    <li key={`${place}`} style={{ marginInlineStart: `${(block.level - 1) * 1.25}rem` }}>
      <Runs runs={block.runs} />
    </li>
  ))
  if (kind === 'bullet') return <ul>{items}</ul>
  if (kind === 'numbered') return <ol>{items}</ol>
  const runs = blocks.flatMap((block) => block.runs)
  if (kind === 'heading')
    return (
      <h5>
        <Runs runs={runs} />
      </h5>
    )
  return (
    <p>
      <Runs runs={runs} />
    </p>
  )
}

function Runs({ runs }: { runs: readonly ReadRun[] }) {
  return runs.map((run, place) => <Fragment key={`${place}`}>{dressed(run)}</Fragment>)
}

function dressed({ text, bold, italic, link }: ReadRun) {
  const slanted = italic ? <em>{text}</em> : text
  const strong = bold ? <strong>{slanted}</strong> : slanted
  return link ? (
    <a href={link} target="_blank" rel="noopener noreferrer nofollow">
      {strong}
    </a>
  ) : (
    strong
  )
}
