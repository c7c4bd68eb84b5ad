// The mail that tells somebody what became of what they follow: plain text, and the same as simple HTML.
import type { Happening } from '#server/features/followUp/followNews.ts'
import { happeningTitle } from '#server/features/followUp/happeningWords.ts'
import type { AccountLanguage } from '#shared/account/account.ts'

export interface NoticeMail {
  readonly language: AccountLanguage
  readonly name: string
  readonly cooperative: string
  /** Newest first. */
  readonly happenings: readonly Happening[]
  readonly pageOf: (code: string) => string
  /** Where the notices are changed, and where they are stopped in one tap. */
  readonly settings: string
  readonly stop: string
}

interface Words {
  readonly subject: (count: number, cooperative: string) => string
  readonly hello: (name: string) => string
  readonly intro: string
  readonly more: (count: number) => string
  readonly change: string
  readonly stop: string
}

const words: Readonly<Record<AccountLanguage, Words>> = {
  fr: {
    subject: (count, cooperative) =>
      count === 1
        ? `${cooperative}\u00a0: une nouvelle de ce que vous suivez`
        : `${cooperative}\u00a0: ${count} nouvelles de ce que vous suivez`,
    hello: (name) => `Bonjour ${name},`,
    intro: 'Voici ce qui s’est passé pour les textes que vous suivez.',
    more: (count) => `Et ${count} de plus, à lire sur le site.`,
    change: 'Choisir quand vous recevez ces messages',
    stop: 'Ne plus recevoir ces messages',
  },
  en: {
    subject: (count, cooperative) =>
      count === 1
        ? `${cooperative}: one piece of news of what you follow`
        : `${cooperative}: ${count} pieces of news of what you follow`,
    hello: (name) => `Hello ${name},`,
    intro: 'Here is what happened to the texts that you follow.',
    more: (count) => `And ${count} more, to be read on the site.`,
    change: 'Choose when you are told',
    stop: 'Stop these messages',
  },
  nl: {
    subject: (count, cooperative) =>
      count === 1
        ? `${cooperative}: één nieuwtje over wat u volgt`
        : `${cooperative}: ${count} nieuwtjes over wat u volgt`,
    hello: (name) => `Dag ${name},`,
    intro: 'Dit gebeurde er met de teksten die u volgt.',
    more: (count) => `En nog ${count}, te lezen op de site.`,
    change: 'Kiezen wanneer u bericht krijgt',
    stop: 'Deze berichten niet meer ontvangen',
  },
}

/** Told in one mail; the page has all of them. */
const most = 30

export function noticeMail(mail: NoticeMail): { subject: string; text: string; html: string } {
  const said = words[mail.language]
  const told = mail.happenings.slice(0, most).map((one) => ({
    head: oneLine(`${one.code} ${one.title}`),
    text: oneLine([happeningTitle(one, mail.language), one.text].filter(Boolean).join('. ')),
    url: mail.pageOf(one.code),
  }))
  const rest = mail.happenings.length - told.length
  const more = rest > 0 ? said.more(rest) : ''
  const hello = oneLine(said.hello(mail.name))
  const lines = told.map(({ head, text, url }) => `${head}\n${text}\n${url}`)
  const items = told.map(
    ({ head, text, url }) =>
      `<li><p><a href="${escaped(url)}">${escaped(head)}</a><br>${escaped(text)}</p></li>`,
  )
  const foot = `<p><a href="${escaped(mail.settings)}">${escaped(said.change)}</a><br><a href="${escaped(mail.stop)}">${escaped(said.stop)}</a></p>`
  return {
    subject: oneLine(said.subject(mail.happenings.length, mail.cooperative)),
    text: `${[hello, said.intro, ...lines, ...(more ? [more] : []), `${said.change}\n${mail.settings}`, `${said.stop}\n${mail.stop}`].join('\n\n')}\n`,
    html: `<!doctype html><html lang="${mail.language}"><body style="font:16px/1.5 sans-serif"><p>${escaped(hello)}</p><p>${escaped(said.intro)}</p><ul>${items.join('')}</ul>${more ? `<p>${escaped(more)}</p>` : ''}${foot}</body></html>`,
  }
}

/** What people wrote may not make a line of its own: neither a header nor a link that stands alone. */
const oneLine = (text: string): string => text.replace(/[^\S\u00a0\u202f]+/gu, ' ').trim()

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/gu, (sign) => signs[sign] ?? sign)
