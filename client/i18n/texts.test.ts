// The words of the interface: the same keys in three languages, French typography, and no middle dot in spoken names.
import { expect, test } from 'vitest'
import { registry } from '#client/i18n/texts.ts'

type Texts = { readonly [key: string]: string | Texts }

function flat(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flat(value, `${prefix}${key}.`),
  )
}

const namespaces = Object.entries(registry as unknown as Record<string, { fr: Texts; en: Texts; nl: Texts }>) // literals of one shape

test('the registry sees namespaces', () => {
  expect(namespaces.length).toBeGreaterThanOrEqual(8)
})

test.each(namespaces)('%s has the same keys in French, English and Dutch', (_name, { fr, en, nl }) => {
  const keys = flat(fr)
    .map(([key]) => key)
    .sort()
  expect(
    flat(en)
      .map(([key]) => key)
      .sort(),
  ).toEqual(keys)
  expect(
    flat(nl)
      .map(([key]) => key)
      .sort(),
  ).toEqual(keys)
})

test.each(namespaces)(
  '%s has no empty words and no placeholder that only one language knows',
  (_name, { fr, en, nl }) => {
    const places = (words: string): string[] => (words.match(/\{\{\w+\}\}/g) ?? []).sort()
    const english = new Map(flat(en))
    const dutch = new Map(flat(nl))
    for (const [key, words] of flat(fr)) {
      expect(words.trim(), key).not.toBe('')
      // A singular may say « une » where another language counts.
      if (key.endsWith('_one')) continue
      expect(places(english.get(key) ?? ''), key).toEqual(places(words))
      expect(places(dutch.get(key) ?? ''), key).toEqual(places(words))
    }
  },
)

test.each(namespaces)('%s: French puts a no-break space before : ; ? ! and inside « »', (_name, { fr }) => {
  for (const [key, words] of flat(fr)) {
    expect(words, key).not.toMatch(/[^\s\u00a0\u202f\d/][:;?!](\s|$)/)
    expect(words, key).not.toMatch(/ [:;?!»]|« /)
  }
})

test.each(namespaces)(
  '%s: names for screen readers (keys that end in Label) hold no middle dot',
  (_name, texts) => {
    for (const language of [texts.fr, texts.en, texts.nl]) {
      for (const [key, words] of flat(language)) if (/Label$/.test(key)) expect(words, key).not.toContain('·')
    }
  },
)
