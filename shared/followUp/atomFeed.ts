// News as an Atom feed (RFC 4287): everything people wrote is text, escaped, never markup.

export interface FeedEntry {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly url: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface Feed {
  /** Stays the same for ever: readers know the feed by it. */
  readonly id: string
  readonly title: string
  readonly author: string
  readonly language: string
  readonly selfUrl: string
  readonly pageUrl: string
  /** Newest first. */
  readonly entries: readonly FeedEntry[]
  /** Where there is no entry: when the feed was made. */
  readonly madeAt: number
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** XML knows no control characters, however they are written. */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
    .replace(/[&<>"']/gu, (mark) => marks[mark] ?? '')

const instant = (at: number): string => new Date(at).toISOString()

const element = (name: string, content: string): string => `<${name}>${escaped(content)}</${name}>`

const entryXml = ({ at, id, text, title, url }: FeedEntry): string =>
  [
    '<entry>',
    element('id', id),
    element('title', title),
    element('updated', instant(at)),
    `<link rel="alternate" href="${escaped(url)}"/>`,
    `<content type="text">${escaped(text)}</content>`,
    '</entry>',
  ].join('')

export function atomFeed(feed: Feed): string {
  const updated = feed.entries[0]?.at ?? feed.madeAt
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.language)}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('updated', instant(updated)),
    `<author>${element('name', feed.author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(feed.selfUrl)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(feed.pageUrl)}"/>`,
    ...feed.entries.map(entryXml),
    '</feed>',
    '',
  ].join('\n')
}
