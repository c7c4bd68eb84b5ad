// The blocks of a section with the source marks of their words; same blocks, same order as `readBlocks`.

import * as Y from 'yjs'
import type { ReadBlock, ReadRun } from '#shared/draft/draftModel.ts'
import { deltaOf } from '#shared/merge/jointBlocks.ts'

/** A run and the passage it says to come from. */
export interface MarkedRun extends ReadRun {
  readonly ref?: string
}

export interface MarkedBlock extends Omit<ReadBlock, 'runs'> {
  readonly runs: readonly MarkedRun[]
}

type InList = { readonly type: 'bullet' | 'numbered'; readonly level: number }

export const markedBlocks = (section: unknown): MarkedBlock[] =>
  section instanceof Y.XmlFragment ? section.toArray().flatMap((child) => blocksIn(child)) : []

function blocksIn(element: unknown, list?: InList): MarkedBlock[] {
  if (!(element instanceof Y.XmlElement)) return []
  const inside = (within: InList | undefined): MarkedBlock[] =>
    element.toArray().flatMap((child) => blocksIn(child, within))
  switch (element.nodeName) {
    case 'bulletList':
      return inside({ type: 'bullet', level: (list?.level ?? 0) + 1 })
    case 'orderedList':
      return inside({ type: 'numbered', level: (list?.level ?? 0) + 1 })
    case 'listItem':
      return inside(list)
    case 'heading':
      return [{ type: 'heading', level: Number(element.getAttribute('level') ?? 2), runs: runsOf(element) }]
    default:
      return [{ type: list?.type ?? 'paragraph', level: list?.level ?? 0, runs: runsOf(element) }]
  }
}

const runsOf = (element: Y.XmlElement): MarkedRun[] =>
  element.toArray().flatMap((child): MarkedRun[] => {
    if (child instanceof Y.XmlElement) return child.nodeName === 'hardBreak' ? [{ text: '\n' }] : []
    return child instanceof Y.XmlText ? wordRuns(child) : []
  })

function wordRuns(words: Y.XmlText): MarkedRun[] {
  return deltaOf(words).flatMap(({ insert, attributes = {} }): MarkedRun[] => {
    if (typeof insert !== 'string' || insert === '') return []
    const link = textIn(attributes['link'], 'href')
    const ref = textIn(attributes['src'], 'ref')
    return [
      {
        text: insert,
        ...(attributes['bold'] ? { bold: true as const } : {}),
        ...(attributes['italic'] ? { italic: true as const } : {}),
        ...(link ? { link } : {}),
        ...(ref ? { ref } : {}),
      },
    ]
  })
}

function textIn(mark: unknown, key: string): string | undefined {
  if (typeof mark !== 'object' || mark === null || !(key in mark)) return undefined
  const value: unknown = (mark as Record<string, unknown>)[key] // the line before saw it
  return typeof value === 'string' ? value : undefined
}
