// Where a text stops being JSON. The engine's own parser says what is wrong, but only at times where.

/** What may come next. */
type Next = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or end' | 'nothing'

/** The offset of the first character that cannot stand there; the text's length when it ends too early; undefined for JSON. */
export function jsonFault(text: string): number | undefined {
  const open: ('{' | '[')[] = []
  let next: Next = 'value'
  let at = 0
  for (;;) {
    while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++
    if (at === text.length) return next === 'nothing' ? undefined : at
    const char = text.charAt(at)
    const after = (): Next => (open.length > 0 ? ', or end' : 'nothing')
    if ((char === '{' || char === '[') && next.startsWith('value')) {
      open.push(char)
      next = char === '{' ? 'name or }' : 'value or ]'
      at++
    } else if ((char === '}' || char === ']') && mayClose(char, open.at(-1), next)) {
      open.pop()
      next = after()
      at++
    } else if (char === ',' && next === ', or end') {
      next = open.at(-1) === '{' ? 'name' : 'value'
      at++
    } else if (char === ':' && next === ':') {
      next = 'value'
      at++
    } else if (next.startsWith('name') || next.startsWith('value')) {
      const end = next.startsWith('name') && char !== '"' ? { fault: at } : scalarEnd(text, at)
      if ('fault' in end) return end.fault
      next = next.startsWith('name') ? ':' : after()
      at = end.end
    } else return at
  }
}

const mayClose = (char: '}' | ']', opened: '{' | '[' | undefined, next: Next): boolean =>
  char === '}'
    ? opened === '{' && (next === 'name or }' || next === ', or end')
    : opened === '[' && (next === 'value or ]' || next === ', or end')

type End = { readonly end: number } | { readonly fault: number }

function scalarEnd(text: string, from: number): End {
  if (text.charAt(from) === '"') return stringEnd(text, from)
  const word = /[\w.+-]*/y
  word.lastIndex = from
  const [found = ''] = word.exec(text) ?? []
  const isScalar = /^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/.test(found)
  return isScalar ? { end: from + found.length } : { fault: from }
}

function stringEnd(text: string, from: number): End {
  for (let at = from + 1; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === '"') return { end: at + 1 }
    if (char < ' ') return { fault: at }
    if (char !== '\\') continue
    const escape = text.slice(at + 1, at + 6)
    if (!/^(["\\/bfnrt]|u[\da-fA-F]{4})/.test(escape)) return { fault: at }
    at++
  }
  return { fault: text.length }
}
