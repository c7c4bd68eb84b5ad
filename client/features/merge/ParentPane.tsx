// One parent's reading: its passages in their order, each with its fate, under the group's colours.
import { Download } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type MergeHands, useMergeHands } from '#client/features/merge/mergeContext.ts'
import { type Party, partOf } from '#client/features/merge/mergeNames.ts'
import { PassageItem, type PassageItemProps } from '#client/features/merge/PassageItem.tsx'
import { Antenna, Tape } from '#client/ui/Antenna.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import type { FrozenParent, Passage } from '#shared/merge/frozenParent.ts'

/** Letters of a paragraph's beginning, to name it by. */
const openingLength = 40

export interface ParentPaneProps {
  readonly parent: FrozenParent
  readonly party: Party
  /** `list`: on its own, as on a phone; `side`: beside the joint text. */
  readonly look: 'side' | 'list'
  /** What stands before it: the choice of another parent. */
  readonly above?: ReactNode
}

export function ParentPane({ parent, party, look, above }: ParentPaneProps) {
  const { t } = useTranslation('merge')
  const hands = useMergeHands()
  const { acts, blocked } = hands
  const free = freeOf(hands, parent.passages)
  return (
    <section
      className={`mg-pane mg-${look}`}
      aria-label={t('pane.label', { name: party.fullName })}
      data-pane={parent.key}
      data-region={`parent-${parent.key}`}
      tabIndex={-1}
    >
      <Tape wear={party.wear} />
      {above}
      <header>
        <Antenna wear={party.wear} place={party.group?.place ?? party.name} />
        <span className="xs muted">
          {parent.code
            ? t('code', { code: parent.code, version: parent.version })
            : t('version', { version: parent.version })}
        </span>
      </header>
      <h3 lang={contentLanguage()}>{parent.title || t('untitled')}</h3>
      {free.length > 0 && blocked === undefined && (
        <div className="mg-pane-acts">
          <button
            type="button"
            className="btn quiet sm"
            aria-label={t('pane.takeAllLabel', { name: party.fullName })}
            onClick={() => void acts.take(free)}
          >
            <Download className="i" aria-hidden="true" />
            {t('pane.takeAll')}
          </button>
        </div>
      )}
      <Passages parent={parent} party={party} />
    </section>
  )
}

function Passages({ parent, party }: { parent: FrozenParent; party: Party }) {
  const { t } = useTranslation('merge')
  const hands = useMergeHands()
  const words = useWhy()
  const { selected } = hands
  const shown = shownPassages(hands, parent)
  if (shown.length === 0)
    return (
      <p className="mg-none soft sm">
        <b>{t('noneLeft')}.</b> {t('noneLeftText')}
      </p>
    )
  const current = shown.some(({ id }) => id === selected)
    ? selected
    : (shown.find(({ id }) => selected !== undefined && hands.rowOf.get(selected)?.includes(id)) ?? shown[0])
        ?.id
  return (
    <>
      {partsOf(shown).map(({ part, blocks }) => (
        <Fragment key={part}>
          <h4 className="mg-part">{t(`part.${part}`)}</h4>
          {blocks.map((block) => (
            <Block key={block[0]?.id} block={block} name={`${party.fullName}, ${t(`part.${part}`)}`}>
              {block.map((passage) => (
                <PassageItem
                  key={passage.id}
                  {...itemProps(hands, passage, words)}
                  current={passage.id === current}
                />
              ))}
            </Block>
          ))}
        </Fragment>
      ))}
    </>
  )
}

const itemProps = (hands: MergeHands, passage: Passage, why: (id: string) => string) => {
  const { reading, names, rowOf, merge, selected, openPassage, chosen, choosing, blocked } = hands
  const { id } = passage
  const row = rowOf.get(id) ?? [id]
  return {
    ...{ passage, choosing, why: why(id), name: names.get(id)?.name ?? '' },
    kind: reading.fates.get(id)?.kind ?? ('open' as const),
    isRewording: merge.rewording.some((other) => row.includes(other)),
    look: lookOf(id, row, selected),
    isChosen: chosen.includes(id),
    mayDrag: blocked === undefined,
    isOpen: openPassage === id,
  }
}

function lookOf(id: string, row: readonly string[], selected: string | undefined): PassageItemProps['look'] {
  if (selected === id) return 'selected'
  return selected !== undefined && row.includes(selected) ? 'beside' : undefined
}

/** The reason of what is not taken up, which other sentence says it, and who decided; empty where there is none. */
function useWhy(): (passage: string) => string {
  const { t } = useTranslation('merge')
  const { merge, names, reading } = useMergeHands()
  return (passage) => {
    const [fate, decided] = [reading.fates.get(passage), merge.fates[passage]]
    if (fate?.kind !== 'set-aside') return ''
    const { code, text, coveredBy } = fate.reason
    const sayer = coveredBy ? names.get(coveredBy)?.name : undefined
    const parts = [t(`reason.${code}`), text, sayer && t('passage.saidBy', { name: sayer })]
    const name = decided && merge.people[decided.by]?.name
    const by = name ? ` (${t('passage.by', { name })})` : ''
    return `${parts.filter(Boolean).join('. ')}${by}`
  }
}

/** A paragraph; where it has several sentences they can be taken at once. */
function Block({ block, name, children }: { block: readonly Passage[]; name: string; children: ReactNode }) {
  const { t } = useTranslation('merge')
  const hands = useMergeHands()
  const { acts, blocked } = hands
  const free = freeOf(hands, block)
  const words = (block[0]?.text ?? '').slice(0, openingLength)
  return (
    <>
      {block.length > 1 && free.length > 1 && blocked === undefined && (
        <button
          type="button"
          className="btn quiet sm mg-paragraph"
          aria-label={t('pane.takeParagraphLabel', { words })}
          onClick={() => void acts.take(free)}
        >
          <Download className="i" aria-hidden="true" />
          {t('pane.takeParagraph')}
        </button>
      )}
      <ol className="mg-block" aria-label={name}>
        {children}
      </ol>
    </>
  )
}

/** What may be taken along with others: not what somebody left with a reason or joined. */
const freeOf = ({ merge, reading }: MergeHands, passages: readonly Passage[]): readonly string[] =>
  passages
    .map(({ id }) => id)
    .filter(
      (id) =>
        merge.taken[id]?.now !== true && ['open', 'proposed'].includes(reading.fates.get(id)?.kind ?? 'open'),
    )

export const shownPassages = ({ filter, reading }: MergeHands, parent: FrozenParent): readonly Passage[] =>
  filter === 'all'
    ? parent.passages
    : parent.passages.filter(({ id }) => (reading.fates.get(id)?.kind ?? 'open') === filter)

/** Runs of passages of one part, and within it of one paragraph. */
function partsOf(passages: readonly Passage[]) {
  const parts: { part: ReturnType<typeof partOf>; blocks: Passage[][] }[] = []
  for (const passage of passages) {
    const part = partOf(passage)
    if (parts.at(-1)?.part !== part) parts.push({ part, blocks: [] })
    const blocks = parts.at(-1)?.blocks ?? []
    const before = blocks.at(-1)?.at(-1)
    const goesOn =
      passage.kind !== 'sentence' || (before?.kind === 'sentence' && before.block === passage.block)
    if (before && goesOn) blocks.at(-1)?.push(passage)
    else blocks.push([passage])
  }
  return parts
}
