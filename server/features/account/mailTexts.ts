// The words of the mails, in the language of the person who reads them: plain text, and the same as simple HTML.
import type { AccountLanguage } from '#shared/account/account.ts'

export interface MailWords {
  readonly subject: string
  readonly text: string
  readonly html: string
}

interface Parts {
  readonly subject: string
  readonly lines: readonly string[]
  readonly button: string
  readonly after: readonly string[]
}

const signIn: Readonly<Record<AccountLanguage, Parts>> = {
  fr: {
    subject: 'Votre lien de connexion',
    lines: ['Bonjour,', 'Voici votre lien pour vous connecter à Faire Ensemble.'],
    button: 'Me connecter',
    after: [
      'Il s’ouvre une seule fois, pendant 15 minutes, dans le navigateur où vous l’avez demandé.',
      'Vous ne l’avez pas demandé ? Ignorez ce message : sans ce lien, personne n’entre dans votre compte.',
    ],
  },
  en: {
    subject: 'Your sign-in link',
    lines: ['Hello,', 'Here is your link to sign in to Faire Ensemble.'],
    button: 'Sign in',
    after: [
      'It opens once, for 15 minutes, in the browser where you asked for it.',
      'You did not ask for it? Ignore this message: without this link nobody enters your account.',
    ],
  },
  nl: {
    subject: 'Uw aanmeldlink',
    lines: ['Dag,', 'Hier is uw link om u aan te melden bij Faire Ensemble.'],
    button: 'Aanmelden',
    after: [
      'Hij opent één keer, gedurende 15 minuten, in de browser waarin u hem vroeg.',
      'Hebt u hem niet gevraagd? Negeer dit bericht: zonder deze link komt niemand in uw account.',
    ],
  },
}

const invitation: Readonly<Record<AccountLanguage, (asked: Asked) => Parts>> = {
  fr: ({ name, cooperative, days }) => ({
    subject: `Votre invitation : ${cooperative}`,
    lines: [`Bonjour ${name},`, `${cooperative} vous invite à écrire ses recommandations ensemble.`],
    button: 'Ouvrir mon invitation',
    after: [`Ce lien crée votre compte. Il s’ouvre une seule fois, pendant ${days} jours.`],
  }),
  en: ({ name, cooperative, days }) => ({
    subject: `Your invitation: ${cooperative}`,
    lines: [`Hello ${name},`, `${cooperative} invites you to write its recommendations together.`],
    button: 'Open my invitation',
    after: [`This link makes your account. It opens once, for ${days} days.`],
  }),
  nl: ({ name, cooperative, days }) => ({
    subject: `Uw uitnodiging: ${cooperative}`,
    lines: [`Dag ${name},`, `${cooperative} nodigt u uit om samen haar aanbevelingen te schrijven.`],
    button: 'Mijn uitnodiging openen',
    after: [`Deze link maakt uw account aan. Hij opent één keer, gedurende ${days} dagen.`],
  }),
}

interface Asked {
  readonly name: string
  readonly cooperative: string
  readonly days: number
}

export const signInMail = (language: AccountLanguage, url: string): MailWords =>
  written(language, signIn[language], url)

export const invitationMail = (language: AccountLanguage, asked: Asked, url: string): MailWords =>
  written(language, invitation[language](asked), url)

function written(
  language: AccountLanguage,
  { subject, lines, button, after }: Parts,
  url: string,
): MailWords {
  const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ')
  const paragraph = (text: string): string => `<p>${escaped(text)}</p>`
  const link = `<p><a href="${escaped(url)}">${escaped(button)}</a></p><p>${escaped(url)}</p>`
  return {
    subject: oneLine(subject),
    text: `${[...lines, url, ...after].map(oneLine).join('\n\n')}\n`,
    html: `<!doctype html><html lang="${language}"><body style="font:16px/1.5 sans-serif">${lines.map(paragraph).join('')}${link}${after.map(paragraph).join('')}</body></html>`,
  }
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
