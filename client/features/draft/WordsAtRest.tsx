// The words of a draft that nobody may change here; what the page puts over them stands in their boxes.
import { use, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import * as Y from 'yjs'
import { InkedText } from '#client/features/draft/InkedText.tsx'
import { TextSlots } from '#client/features/draft/textSlots.ts'
import type { WordSources } from '#client/features/draft/wordSources.ts'
import type { LiveDocument } from '#client/live/liveRoom.ts'
import { type DraftMap, plainSection, type ReadDraft } from '#shared/draft/draftModel.ts'
import { type Section, sections } from '#shared/draft/vocabulary.ts'

interface WordsAtRestProps {
  readonly live: LiveDocument
  readonly draft: DraftMap
  readonly draftId: string
  readonly read: ReadDraft
  readonly sources: WordSources | undefined
}

export function WordsAtRest({ read, ...words }: WordsAtRestProps) {
  const { t } = useTranslation('draft')
  return (
    <div className="draft-words-box">
      {read.summary && <SummaryAtRest {...words} words={read.summary} />}
      {sections
        .filter((section) => plainSection(read.sections[section]).trim() !== '')
        .map((section) => (
          <section className="draft-part" key={section}>
            <h3>{t(`section.${section}`)}</h3>
            <SectionAtRest {...words} section={section} />
          </section>
        ))}
    </div>
  )
}

type TextAtRestProps = Omit<WordsAtRestProps, 'read'>

export function SectionAtRest({
  live,
  draft,
  draftId,
  sources,
  section,
}: TextAtRestProps & { readonly section: Section }) {
  const { Words } = use(TextSlots)
  const text = useRef<HTMLDivElement>(null)
  const shared = draft.get(section)
  return (
    <div className="draft-text">
      <div className="draft-words" ref={text}>
        <InkedText live={live} section={shared} sources={sources} />
      </div>
      {Words && shared instanceof Y.XmlFragment && (
        <Words live={live} draftId={draftId} place={section} shared={shared} text={text} />
      )}
    </div>
  )
}

function SummaryAtRest({ live, draft, draftId, words }: TextAtRestProps & { readonly words: string }) {
  const { Words } = use(TextSlots)
  const text = useRef<HTMLParagraphElement>(null)
  const shared = draft.get('summary')
  return (
    <div className="draft-text">
      <p className="draft-lead" ref={text}>
        {words}
      </p>
      {Words && shared instanceof Y.Text && (
        <Words live={live} draftId={draftId} place="summary" shared={shared} text={text} />
      )}
    </div>
  )
}
