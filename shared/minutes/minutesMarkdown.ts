// Minutes as Markdown: what people wrote is escaped, so that it says in every reader what it says here.
import type { ReadBlock, ReadRun } from '#shared/draft/draftModel.ts'
import { isSafeLink } from '#shared/draft/plainText.ts'
import type { ReadMinutes } from '#shared/minutes/minutesModel.ts'

export function minutesMarkdown({ title, blocks }: Pick<ReadMinutes, 'title' | 'blocks'>): string {
  const lines = blocks.map((block, at) => ({ block, ...lineOf(block, numberAt(blocks, at)) }))
  const parts: string[] = [`# ${escaped(title) || '…'}\n`]
  lines.forEach(({ block, text }, at) => {
    if (text === '') return
    const next = blocks[at + 1]
    // Points of one list stand together; everything else has a line of its own around it.
    const inList = isListed(block) && next?.type === block.type
    parts.push(inList ? `${text}\n` : `${text}\n\n`)
  })
  return `${parts[0] ?? ''}\n${parts.slice(1).join('').trimEnd()}\n`
}

const isListed = ({ type }: ReadBlock): boolean => type === 'bullet' || type === 'numbered'

function lineOf(block: ReadBlock, number: number): { text: string } {
  const words = block.runs.map(runOf).join('').trim()
  if (words === '') return { text: '' }
  const indent = '   '.repeat(Math.max(0, block.level - 1))
  switch (block.type) {
    case 'heading':
      return { text: `${'#'.repeat(block.level === 3 ? 3 : 2)} ${words}` }
    case 'bullet':
      return { text: `${indent}- ${startEscaped(words)}` }
    case 'numbered':
      return { text: `${indent}${number}. ${startEscaped(words)}` }
    case 'paragraph':
      return { text: startEscaped(words) }
  }
}

/** The place of a numbered point among those of its level that stand together. */
function numberAt(blocks: readonly ReadBlock[], at: number): number {
  const own = blocks[at]
  let number = 1
  for (let before = at - 1; before >= 0; before--) {
    const block = blocks[before]
    if (!own || !block || !isListed(block) || block.level < own.level) break
    if (block.level === own.level && block.type !== own.type) break
    if (block.level === own.level) number += 1
  }
  return number
}

/** Spaces stand outside the marks: inside they would keep Markdown from seeing them. */
function runOf({ text, bold, italic, link }: ReadRun): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  if (words === '') return text
  let said = escaped(words)
  if (italic) said = `*${said}*`
  if (bold) said = `**${said}**`
  if (isSafeLink(link)) said = `[${said}](<${link}>)`
  return `${before}${said}${after}`.replace(/\s*\n\s*/g, ' ')
}

/** Everything that Markdown, HTML in it, or a reader's formulas could take for a sign of their own. */
const escaped = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>&~|$#^]/g, '\\$&').replace(/\s*\n\s*/g, ' ')

/** At the start of a line some more: lists, quotes, rules, numbers. */
const startEscaped = (words: string): string =>
  words.replace(/^[-+=>]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2')
