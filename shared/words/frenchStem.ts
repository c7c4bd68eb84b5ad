// The published Snowball algorithm for French (snowballstem.org/algorithms/french), accents and all.
import { cut, longestOf, regionsOf, replaceEnd, type Stemming } from '#shared/words/stemming.ts'

const vowel = 'aeiouyâàëéêèïîôûù'
const isVowel = (letter: string | undefined): boolean => letter !== undefined && vowel.includes(letter)

/** Vowels that sound as consonants are written large, so that no rule takes them for vowels. */
const markPattern = new RegExp(`([${vowel}])(?:u([${vowel}])|i([${vowel}])|y)|ë|ï|y([${vowel}])|qu`, 'gu')
const marked = (word: string): string =>
  word.replace(markPattern, (all, first?: string, u?: string, i?: string, y?: string) => {
    if (u !== undefined) return `${first}U${u}`
    if (i !== undefined) return `${first}I${i}`
    if (first !== undefined) return `${first}Y`
    if (y !== undefined) return `Y${y}`
    return all === 'ë' ? 'He' : all === 'ï' ? 'Hi' : 'qU'
  })
const unmarked = (word: string): string =>
  word.replace(/He|Hi|[HIUY]/gu, (mark) => ({ He: 'ë', Hi: 'ï', H: '' })[mark] ?? mark.toLowerCase())

/** Where the region of verb endings begins. */
function verbRegion(word: string): number {
  if (isVowel(word[0]) && isVowel(word[1]) && word.length > 2) return 3
  const exception = ['par', 'col', 'tap', 'mauva'].find((start) => word.startsWith(start))
  if (exception) return exception.length
  if (word.startsWith('ni') && isVowel(word[2])) return 3
  for (let at = 1; at < word.length; at += 1) if (isVowel(word[at])) return at + 1
  return word.length
}

const list = (words: string): readonly string[] => words.split(' ')

type Rule = (s: Stemming, suffix: string) => boolean

const cutIn2: Rule = (s, suffix) => cut(s, suffix, s.r2)
const icOrIqu = (s: Stemming): void => {
  if (!cut(s, 'ic', s.r2) && s.word.endsWith('ic')) replaceEnd(s, 'ic', 'iqU')
}
const eux: Rule = (s, suffix) => cut(s, suffix, s.r2) || replaceEnd(s, suffix, 'eux', s.r1)

/** What may stand before « -ement ». */
function beforeEment(s: Stemming): void {
  const found = longestOf(s.word, list('iv eus abl iqU ièr Ièr'))
  if (found === 'iv') {
    if (cut(s, 'iv', s.r2)) cut(s, 'at', s.r2)
  } else if (found === 'eus') eux(s, found)
  else if (found === 'ièr' || found === 'Ièr') replaceEnd(s, found, 'i', s.rv)
  else if (found) cut(s, found, s.r2)
}

/** What may stand before « -ité ». */
function beforeIte(s: Stemming): void {
  const found = longestOf(s.word, list('abil ic iv'))
  if (found === 'abil' && !cut(s, found, s.r2)) replaceEnd(s, found, 'abl')
  else if (found === 'ic') icOrIqu(s)
  else if (found === 'iv') cut(s, found, s.r2)
}

const ment: Rule = (s, suffix) => {
  const before = s.word.length - suffix.length - 1
  if (isVowel(s.word[before]) && before >= s.rv) cut(s, suffix)
  // A participle stays: its own ending is a verb's.
  return false
}

const standard: readonly (readonly [string, Rule])[] = [
  ['ance iqUe isme able iste eux ances iqUes ismes ables istes', cutIn2],
  [
    'atrice ateur ation atrices ateurs ations',
    (s, suffix) => {
      if (!cut(s, suffix, s.r2)) return false
      icOrIqu(s)
      return true
    },
  ],
  ['logie logies', (s, suffix) => replaceEnd(s, suffix, 'log', s.r2)],
  ['usion ution usions utions', (s, suffix) => replaceEnd(s, suffix, 'u', s.r2)],
  ['ence ences', (s, suffix) => replaceEnd(s, suffix, 'ent', s.r2)],
  [
    'ement ements',
    (s, suffix) => {
      if (!cut(s, suffix, s.rv)) return false
      beforeEment(s)
      return true
    },
  ],
  [
    'ité ités',
    (s, suffix) => {
      if (!cut(s, suffix, s.r2)) return false
      beforeIte(s)
      return true
    },
  ],
  [
    'if ive ifs ives',
    (s, suffix) => {
      if (!cut(s, suffix, s.r2)) return false
      if (cut(s, 'at', s.r2)) icOrIqu(s)
      return true
    },
  ],
  ['eaux', (s, suffix) => replaceEnd(s, suffix, 'eau')],
  ['aux', (s, suffix) => replaceEnd(s, suffix, 'al', s.r1)],
  ['oux', (s, suffix) => /[bhjlnp]oux$/u.test(s.word) && replaceEnd(s, suffix, 'ou')],
  ['euse euses', eux],
  [
    'issement issements',
    (s, suffix) => {
      const before = s.word[s.word.length - suffix.length - 1]
      return before !== undefined && !isVowel(before) && cut(s, suffix, s.r1)
    },
  ],
  ['amment', (s, suffix) => replaceEnd(s, suffix, 'ant', s.rv) && false],
  ['emment', (s, suffix) => replaceEnd(s, suffix, 'ent', s.rv) && false],
  ['ment ments', ment],
]
const standardRules = new Map(
  standard.flatMap(([suffixes, rule]) => list(suffixes).map((one) => [one, rule] as const)),
)
const standardSuffixes = [...standardRules.keys()]

const endingsInI = list(
  'îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent issais issait ' +
    'issant issante issantes issants isse issent isses issez issiez issions issons it',
)
const endingsOfVerbs = list(
  'é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez',
)
const endingsInA = list(
  'âmes ât âtes a ai aIent aient ais aise aises ait ant ante antes ants as asse assent asses assiez assions',
)
const verbEndings = [...endingsOfVerbs, ...endingsInA, 'ions']

function cutStandard(s: Stemming): boolean {
  const suffix = longestOf(s.word, standardSuffixes)
  return suffix !== undefined && standardRules.get(suffix)?.(s, suffix) === true
}

function cutInI(s: Stemming): boolean {
  const suffix = longestOf(s.word.slice(s.rv), endingsInI)
  if (suffix === undefined) return false
  const before = s.word.length - suffix.length - 1
  const letter = s.word[before]
  return before >= s.rv && letter !== 'H' && !isVowel(letter) && cut(s, suffix)
}

function cutVerb(s: Stemming): boolean {
  const region = s.word.slice(s.rv)
  const suffix = longestOf(region, verbEndings)
  if (suffix === undefined) return false
  if (suffix === 'ions') return cut(s, suffix, s.r2)
  const isAfterE = endingsInA.includes(suffix) && region.endsWith(`e${suffix}`)
  return cut(s, isAfterE ? `e${suffix}` : suffix)
}

function cutResidual(s: Stemming): void {
  if (/(?:Hi|[^aiouès])s$/u.test(s.word)) cut(s, 's')
  const region = s.word.slice(s.rv)
  const suffix = longestOf(region, list('ion ier ière Ier Ière e'))
  if (suffix === 'ion') {
    if (/[st]ion$/u.test(region)) cut(s, suffix, s.r2)
  } else if (suffix === 'e') cut(s, suffix)
  else if (suffix) replaceEnd(s, suffix, 'i')
}

const elision = /^(?:qu|[cdjlmnst])['’](?=.)/u

/** `written`: in small letters, accents composed. */
export function frenchStem(written: string): string {
  const word = marked(written.replace(elision, ''))
  const s: Stemming = { word, rv: verbRegion(word), ...regionsOf(word, isVowel) }
  if (cutStandard(s) || cutInI(s) || cutVerb(s)) s.word = s.word.replace(/Y$/u, 'i').replace(/ç$/u, 'c')
  else cutResidual(s)
  if (/(?:enn|onn|ett|ell|eill)$/u.test(s.word)) s.word = s.word.slice(0, -1)
  return unmarked(s.word.replace(/[éè]([^aeiouyâàëéêèïîôûù]+)$/u, 'e$1'))
}
