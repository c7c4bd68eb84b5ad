// Who wrote which words of a draft: each character's Yjs client id, and through it the participant.
import * as Y from 'yjs'
import type { WordAuthors } from '#server/features/history/wordAuthors.ts'
import type { AuthoredRun, DraftAuthor, DraftAuthorship } from '#shared/draft/draftHistory.ts'
import { type DraftMap, readDraft } from '#shared/draft/draftModel.ts'

/** Gives the author behind a Yjs client id. */
export type AuthorOf = (client: number) => DraftAuthor

export function draftAuthorship(
  draftId: string,
  draft: DraftMap,
  words: WordAuthors,
  authorOf: AuthorOf,
): DraftAuthorship | undefined {
  const read = readDraft(draftId, draft)
  if (!read) return undefined
  const runs = (text: unknown): AuthoredRun[] =>
    text instanceof Y.Text ? authoredRuns([text], words, authorOf) : []
  const section = (name: string): AuthoredRun[][] =>
    textblocksOf(draft.get(name)).map((block) => authoredRuns(textsOf(block), words, authorOf))
  const nuances = draft.get('nuances') as Y.Map<Y.Map<unknown>> // readDraft has looked
  return {
    title: runs(draft.get('title')),
    summary: runs(draft.get('summary')),
    sections: { constat: section('constat'), proposition: section('proposition'), moyens: section('moyens') },
    nuances: read.nuances.map(({ id, type }) => ({ id, type, runs: runs(nuances.get(id)?.get('text')) })),
  }
}

function textblocksOf(node: unknown): Y.XmlElement[] {
  if (!(node instanceof Y.XmlElement || node instanceof Y.XmlFragment)) return []
  if (node instanceof Y.XmlElement && (node.nodeName === 'paragraph' || node.nodeName === 'heading'))
    return [node]
  return node.toArray().flatMap(textblocksOf)
}

const textsOf = (block: Y.XmlElement): Y.XmlText[] =>
  block.toArray().filter((child) => child instanceof Y.XmlText)

function authoredRuns(texts: readonly Y.Text[], words: WordAuthors, authorOf: AuthorOf): AuthoredRun[] {
  const runs: AuthoredRun[] = []
  const add = (text: string, author: DraftAuthor): void => {
    const last = runs.at(-1)
    if (last && last.participantId === author.participantId)
      runs[runs.length - 1] = { ...last, text: last.text + text }
    else runs.push({ ...author, text })
  }
  for (const text of texts) {
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      const { str } = item.content
      let from = 0
      for (let at = 1; at <= str.length; at++) {
        const writer = words.authorOf(item.id.client, item.id.clock + from)
        if (at < str.length && words.authorOf(item.id.client, item.id.clock + at) === writer) continue
        add(str.slice(from, at), authorOf(writer))
        from = at
      }
    }
  }
  return runs
}
