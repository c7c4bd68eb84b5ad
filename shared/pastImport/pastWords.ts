// Words by which people write down columns and outcomes, in the three languages. Pure.
import type { PastOutcome } from '#shared/pastImport/pastRecommendation.ts'
import { plainWords } from '#shared/pastImport/plainWords.ts'
import type { PastField } from '#shared/pastImport/table.ts'

const fieldWords: Readonly<Record<PastField, RegExp>> = {
  title: /^(titre|title|titel|intitule|recommandation|recommendation|aanbeveling|nom|name|naam)\b/u,
  text: /^(texte?|tekst|description|beschrijving|contenu|content|proposition|proposal|voorstel|detail)/u,
  year: /^(annee|year|jaar|cycle|cyclus|date|datum|edition)/u,
  place:
    /^(groupe?|group|groep|antenne?|antenna|afdeling|branch|lieu|place|plaats|ville|city|auteur|origine)/u,
  outcome:
    /^(statut|status|suite|etat|state|staat|resultat|result|outcome|gevolg|decision|beslissing|devenir)/u,
  reason:
    /^(raison|reason|reden|motif|pourquoi|why|waarom|commentaire|comment|justification|motivation|explication)/u,
  link: /^(lien|link|url|adresse|source|bron|document)/u,
}

/** The field that a column's or a line's name speaks of. */
export const fieldOf = (name: string): PastField | undefined => {
  const plain = plainWords(name).replace(/^[\s*_#:-]+/u, '')
  return (Object.entries(fieldWords) as [PastField, RegExp][]).find(([, words]) => words.test(plain))?.[0] // an object's own entries
}

/** Looked for in this order: « non réalisée » is not « réalisée », « refusée puis réalisée » was refused first. */
const outcomeWords: readonly (readonly [PastOutcome, RegExp])[] = [
  [
    'not-done',
    /\b(non|pas|jamais|sans|not|never|niet|nooit)\b.*\b(realis|faite?|suite|commenc|mise? en|done|begun|started|gedaan|gerealiseerd|begonnen|gevolg)|\babandon|\bgiven up|\bdropped|\bopgegeven|\bclassee? sans/u,
  ],
  ['refused', /\b(refus|rejet|ecart|reject|declin|geweigerd|verworpen|afgewezen)|\bno\b$|^non$|^nee$/u],
  [
    'postponed',
    /\b(report|ajourn|differ|plus tard|postpon|later|deferr|uitgesteld|verdaagd|en attente|on hold)/u,
  ],
  [
    'under-way',
    /\b(en cours|en route|partiel|commence|lance|under ?way|in progress|ongoing|started|partial|bezig|lopend|deels|accept|adopt|aanvaard)/u,
  ],
  [
    'done',
    /\b(realis|fait|faite|termine|acheve|en place|done|complete|implemented|finished|gedaan|gerealiseerd|klaar|voltooid)|^(ok|oui|yes|ja)$/u,
  ],
]

/** Undefined for words that say none; an empty cell says that nobody knows. */
export function outcomeOf(words: string): PastOutcome | undefined {
  const plain = plainWords(words).trim()
  if (plain === '' || /^(inconnu|unknown|onbekend|\?|-|n\/a)/u.test(plain)) return 'unknown'
  return outcomeWords.find(([, pattern]) => pattern.test(plain))?.[0]
}

/** « 2017 », « 2017-2018 » (the year in which it ended), « 12/03/2017 ». */
export function yearOf(words: string): number | undefined {
  const range = /\b((?:19|20)\d\d)\s*[-–/]\s*((?:19|20)?\d\d)\b/u.exec(words)
  if (range?.[1] && range[2]) {
    const [from, to] = [
      Number(range[1]),
      Number(range[2].length === 2 ? range[1].slice(0, 2) + range[2] : range[2]),
    ]
    if (to === from + 1) return to
  }
  const year = /\b(19|20)\d\d\b/u.exec(words)?.[0]
  return year === undefined ? undefined : Number(year)
}
