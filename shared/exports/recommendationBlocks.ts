// One published recommendation as blocks: the summary, the whole with its nuances, where it comes from and which version it is.
import { sections } from '#shared/draft/vocabulary.ts'
import {
  type ExportBlock,
  type ExportRun,
  heading,
  lead,
  list,
  paragraph,
  remark,
  said,
  saidParagraphs,
  told,
} from '#shared/exports/exportDocument.ts'
import {
  type ExportFrame,
  type ExportGroup,
  type ExportNotes,
  labelled,
  placeOf,
  placesOf,
} from '#shared/exports/exportFrame.ts'
import { dayIn, exportWords } from '#shared/exports/exportWords.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

export interface TextWorld {
  readonly frame: ExportFrame
  readonly groups: readonly ExportGroup[]
  readonly entities: readonly { readonly code: string; readonly name: string }[]
  /** What was handed over, for the texts that a recommendation comes from. */
  readonly drafts: readonly SourceText[]
}

export interface SourceText {
  readonly id: string
  readonly groupId: string
  readonly title: string
  readonly text: string
}

export const codeOf = ({ code, id }: { readonly code: string | null; readonly id: string }): string =>
  code ?? id

/** What a volunteer reads in a minute: the summary, who wrote it, and what its groups said of it. */
export function summaryBlocks(
  { frame, groups }: TextWorld,
  { recommendation, about }: PublishedVersion,
): ExportBlock[] {
  const words = exportWords[frame.language]
  const notYet = (about?.reviews ?? []).filter(({ verdict }) => verdict !== 'faithful')
  return [
    ...(recommendation.summary.trim() === '' ? [] : [lead(said(recommendation.summary.trim()))]),
    ...(about?.summaryBy ? [remark(told(words.summaryBy(about.summaryBy)))] : []),
    ...notYet.map(({ groupId, name, verdict }) =>
      remark(
        told(
          verdict === 'none'
            ? words.review.none(placeOf(groups, groupId) || groupId)
            : words.review[verdict](placeOf(groups, groupId) || groupId, name ?? ''),
        ),
      ),
    ),
  ]
}

/** Constat, proposition, moyens, with headings one level below `under`. */
export function sectionBlocks(
  { frame }: TextWorld,
  { recommendation }: PublishedVersion,
  under: 1 | 2,
): ExportBlock[] {
  const words = exportWords[frame.language]
  return sections.flatMap((section) => {
    const blocks = saidParagraphs(recommendation[section])
    return blocks.length > 0 ? [heading(under === 1 ? 2 : 3, told(words.sections[section])), ...blocks] : []
  })
}

export function nuanceBlocks(
  { frame, groups }: TextWorld,
  { recommendation }: PublishedVersion,
): ExportBlock[] {
  const words = exportWords[frame.language]
  if (recommendation.nuances.length === 0) return []
  const lines = recommendation.nuances.map(({ groupId, text, type }): ExportRun[] => {
    const place = placeOf(groups, groupId)
    const label = [words.nuance[type], ...(place ? [place] : [])].join(', ')
    return [told(`${label}${words.colon} `, { bold: true }), said(text)]
  })
  return [{ kind: 'frame', title: words.nuances, blocks: [list(lines)] }]
}

/** Groups, countries, kind and version; the texts that it comes from stand in a note. */
export function aboutBlocks(world: TextWorld, version: PublishedVersion, notes: ExportNotes): ExportBlock[] {
  const { entities, frame, groups } = world
  const { recommendation } = version
  const words = exportWords[frame.language]
  const places = placesOf(groups, recommendation.groupIds).join(', ')
  const countries = recommendation.jurisdictions.map(
    (code) => entities.find((entity) => entity.code === code)?.name ?? code,
  )
  const sources = notes.add(...sourceRuns(world, version))
  return [
    ...(places === '' && sources.length > 0
      ? [paragraph(told(words.from, { bold: true }), ...sources)]
      : labelled(frame, words.carriedBy, said(places), ...sources)),
    ...labelled(frame, words.jurisdictions, said(countries.join(', '))),
    ...versionBlocks(frame, version),
  ]
}

function versionBlocks(frame: ExportFrame, { cause, date, version, why }: PublishedVersion): ExportBlock[] {
  if (version < 2) return []
  const words = exportWords[frame.language]
  const said_ = [words.cause[cause]].filter(Boolean).join('')
  return [
    remark(
      told(
        `${words.version(version, dayIn(frame.language, date))}${said_ ? `${words.colon} ${said_}` : ''}. `,
      ),
      ...(why.trim() === '' ? [] : [said(why)]),
    ),
  ]
}

/** « Textes de départ : « Un comité » (Nantes, fusionné) ; … » */
export function sourceRuns(world: TextWorld, { recommendation }: PublishedVersion): ExportRun[] {
  const { drafts, frame, groups } = world
  const words = exportWords[frame.language]
  const lines = recommendation.provenance.flatMap(({ draftId, groupId, relation }) => {
    const draft = drafts.find(({ id }) => id === draftId)
    const place = placeOf(groups, groupId)
    const about = [...(place ? [place] : []), words.relation[relation]].join(', ')
    return draft ? [{ title: draft.title, about }] : []
  })
  if (lines.length === 0) return []
  return [
    told(`${words.from}${words.colon} `),
    ...lines.flatMap(({ about, title }, at): ExportRun[] => [
      said(words.quoted(title)),
      told(` (${about})${at < lines.length - 1 ? ' ; ' : '.'}`),
    ]),
  ]
}

/** « E4. » before its title. */
export const titleRuns = ({ recommendation }: PublishedVersion): ExportRun[] => [
  told(`${codeOf(recommendation)}. `),
  said(recommendation.title),
]
