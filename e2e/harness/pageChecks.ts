// What must hold on every page, whatever it is about: one heading, a title, its language, no key in place of words, nothing cut off.
import type { Page } from 'playwright-core'

export type Tongue = 'fr' | 'en' | 'nl'

/** Words of the frame and of common buttons that stand in no text of the demo's people: left in a page in another language they were forgotten. */
const french =
  /^(Accueil|Le cycle|Mes groupes|Suites données|Chercher|Affichage et accès|Se connecter|Fermer|Annuler|Réessayer|Enregistrer|Envoyer|Revenir à l’accueil|Inviter|Supprimer|Modifier|Aller au contenu|Démonstration|Changer de moment|Essayer en tant que|Tout|Aucun·?e?|Exporter|Imprimer|Suivre|Précédent|Suivant)$/u

/** What is wrong with the page as it stands, in words; none where all is well. */
export async function pageFaults(page: Page, tongue: Tongue): Promise<string[]> {
  const seen = await page.evaluate(() => {
    const visible = (element: Element): boolean =>
      element instanceof HTMLElement && element.checkVisibility({ visibilityProperty: true })
    // What stands in another language on purpose says so.
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const words: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const owner = node.parentElement?.closest('[lang]')
      if (owner?.getAttribute('lang') !== document.documentElement.lang) continue
      if (node.parentElement && visible(node.parentElement)) words.push((node.textContent ?? '').trim())
    }
    return {
      headings: document.querySelectorAll('h1').length,
      lang: document.documentElement.lang,
      title: document.title,
      text: document.body.innerText,
      words,
    }
  })
  const raw = /(?:^|\s)[a-z][A-Za-z]+:[a-z][A-Za-z]*\.[a-z]\w*|\{\{\w+\}\}/u.exec(seen.text)
  return [
    ...(seen.headings === 1 ? [] : [`${seen.headings} h1`]),
    ...(seen.lang === tongue ? [] : [`html lang ${seen.lang}`]),
    ...(/^\S.* — Faire Ensemble$/u.test(seen.title) ? [] : [`title « ${seen.title} »`]),
    ...(raw ? [`a key is shown: ${raw[0].trim()}`] : []),
    ...(tongue === 'fr' ? [] : seen.words.filter((one) => french.test(one)).map((one) => `French: ${one}`)),
  ]
}

/** What sticks out to the side of a page as wide as it is now; empty where nothing does. */
export const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement
    if (root.scrollWidth <= root.clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) =>
        Math.max(0, element.getBoundingClientRect().left) + element.scrollWidth > root.clientWidth + 1,
    )
    // A drawing's lines are named by what they are drawn in.
    const named = (one: Element): string => {
      const owner = one.closest('svg')?.parentElement ?? one
      return `${owner.tagName}.${owner.getAttribute('class') ?? ''} in ${owner.parentElement?.getAttribute('class') ?? ''}`
    }
    const names = [...new Set(wide.map(named))].slice(-6)
    return [`${root.scrollWidth} of ${root.clientWidth} px: ${names.join(', ')}`]
  })
