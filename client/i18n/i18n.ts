// The language of the page: French unless somebody chose another; `?lang=` switches, and the choice is remembered.
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { pageTexts } from '#client/i18n/pageTexts.ts'
import { isLanguage, type Language, languages } from '#client/ui/languages.ts'

const storageKey = 'faire-ensemble:language'

function chosen(): Language {
  const asked = new URLSearchParams(location.search).get('lang')
  if (isLanguage(asked)) return asked
  try {
    const kept = localStorage.getItem(storageKey)
    return isLanguage(kept) ? kept : 'fr'
  } catch {
    return 'fr'
  }
}

function remember(language: string): void {
  document.documentElement.lang = language
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // A browser that keeps nothing speaks French again next time.
  }
}

const resources = Object.fromEntries(
  languages.map(({ code }) => [
    code,
    Object.fromEntries(Object.entries(pageTexts).map(([namespace, texts]) => [namespace, texts[code]])),
  ]),
)

export function startI18n(): void {
  i18next.on('languageChanged', remember)
  void i18next.use(initReactI18next).init({
    resources,
    lng: chosen(),
    fallbackLng: 'fr',
    defaultNS: 'ui',
    interpolation: { escapeValue: false },
    initAsync: false,
  })
}
