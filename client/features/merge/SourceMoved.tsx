// A parent went on being written after it came into the merge: what changed, and the way to take its new version up.
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Difference } from '#client/features/merge/Difference.tsx'
import { useMergeHands } from '#client/features/merge/mergeContext.ts'
import type { Party } from '#client/features/merge/mergeNames.ts'
import { afterTyping } from '#client/features/merge/useMergeReading.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { draftsOf, plainSection, type ReadDraft, readDraft } from '#shared/draft/draftModel.ts'
import { fingerprint } from '#shared/draft/fingerprint.ts'
import { sections } from '#shared/draft/vocabulary.ts'
import type { FrozenParent } from '#shared/merge/frozenParent.ts'

export function SourcesMoved() {
  const { reading, parties } = useMergeHands()
  return reading.parents.map((parent, at) => {
    const party = parties[at]
    return party && <SourceMoved key={parent.key} parent={parent} party={party} />
  })
}

interface MovedProps {
  readonly parent: FrozenParent
  readonly party: Party
}

function SourceMoved({ parent, party }: MovedProps) {
  const { t } = useTranslation('merge')
  const { openDialog } = useMergeHands()
  const source = useSource(parent)
  const print = useMemo(() => source && fingerprint(source), [source])
  // A source that this room does not show, or that was put away, has no news here.
  if (!source || source.deletedAt !== null || print === parent.fingerprint) return null
  const see = (): void =>
    openDialog((close) => <MovedDialog parent={parent} party={party} source={source} onClose={close} />)
  return (
    <Banner
      tone="caution"
      action={
        <button type="button" className="btn sm" onClick={see}>
          {t('moved.see')}
        </button>
      }
    >
      {t('moved.text', { name: party.fullName })}
    </Banner>
  )
}

/** The parent as it stands now, read when nobody types. */
function useSource({ spaceId, draftId }: FrozenParent): ReadDraft | undefined {
  const { room } = useMergeHands()
  const doc = room.draftsOf(spaceId)?.doc
  const [source, setSource] = useState<ReadDraft>()
  useEffect(() => {
    if (!doc) return setSource(undefined)
    const read = (): void => setSource(readDraft(draftId, draftsOf(doc).get(draftId)))
    read()
    return afterTyping(doc, read)
  }, [doc, draftId])
  return source
}

function MovedDialog({
  parent,
  party,
  source,
  onClose,
}: MovedProps & { source: ReadDraft; onClose: () => void }) {
  const { t } = useTranslation(['merge', 'ui'])
  const { acts, blocked } = useMergeHands()
  const parts = sections.flatMap((section) => {
    const before = frozenSection(parent, section)
    const after = plainSection(source.sections[section])
    return before === after ? [] : [{ section, before, after }]
  })
  const refresh = (): void => {
    onClose()
    void acts.refresh(parent.key)
  }
  return (
    <ModalDialog title={t('merge:moved.title', { name: party.fullName })} width="wide" onClose={onClose}>
      <p className="soft">{t('merge:moved.explain')}</p>
      {parent.title !== source.title && <Difference before={parent.title} after={source.title} />}
      {parts.map(({ section, before, after }) => (
        <section key={section}>
          <h3 className="mg-part">{t(`merge:part.${section}`)}</h3>
          <Difference before={before} after={after} />
        </section>
      ))}
      <div className="acts">
        <button type="button" className="btn" onClick={onClose}>
          {t('ui:dialog.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          aria-disabled={blocked === undefined ? undefined : 'true'}
          title={blocked}
          onClick={() => blocked === undefined && refresh()}
        >
          {t('merge:moved.refresh')}
        </button>
      </div>
    </ModalDialog>
  )
}

/** The section as it was frozen: sentences of a paragraph stood one blank apart. */
function frozenSection(parent: FrozenParent, section: (typeof sections)[number]): string {
  const blocks = new Map<number, string[]>()
  for (const passage of parent.passages)
    if (passage.kind === 'sentence' && passage.section === section)
      blocks.set(passage.block, [...(blocks.get(passage.block) ?? []), passage.text])
  return [...blocks.values()].map((words) => words.join(' ')).join('\n')
}
