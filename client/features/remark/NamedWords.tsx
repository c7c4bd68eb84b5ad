// Words in which named people and groups stand out.
import { Fragment } from 'react'
import type { Mention } from '#shared/remark/remark.ts'

export interface NamedWordsProps {
  readonly words: string
  readonly mentions: readonly Mention[]
  readonly className?: string
}

export function NamedWords({ words, mentions, className }: NamedWordsProps) {
  const names = mentions.map(({ name }) => `@${name}`).sort((a, b) => b.length - a.length)
  const parts: { readonly text: string; readonly isName: boolean }[] = []
  for (let at = 0; at < words.length; ) {
    const next = names
      .map((name) => ({ name, place: words.indexOf(name, at) }))
      .filter(({ place }) => place >= 0)
      .sort((a, b) => a.place - b.place || b.name.length - a.name.length)[0]
    if (!next) {
      parts.push({ text: words.slice(at), isName: false })
      break
    }
    if (next.place > at) parts.push({ text: words.slice(at, next.place), isName: false })
    parts.push({ text: next.name, isName: true })
    at = next.place + next.name.length
  }
  return (
    <p className={className}>
      {parts.map(({ text, isName }, at) =>
        isName ? (
          <b key={at} className="remark-name">
            {text}
          </b>
        ) : (
          <Fragment key={at}>{text}</Fragment>
        ),
      )}
    </p>
  )
}
