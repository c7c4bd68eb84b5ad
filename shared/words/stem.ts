// What stays of a word when the endings of French, Dutch and English are gone.
import { plainWord } from '#shared/words/plainWord.ts'

/** Endings of the three languages, longest first; at least four letters stay. */
const endings =
  'issements issement ellement atrices ations ateurs trices trice ation ateur ements ement euses euse eurs eur ives ive ions ion ites ite ments ment ances ance ences ence antes ante ants ant ees ee es er ez ir ent heden heid ingen ing tjes tje jes je lijke lijk en ers ed ly ness s x e'
    .split(' ')
    .sort((a, b) => b.length - a.length)

export function stem(word: string): string {
  const plain = plainWord(word)
  const ending = endings.find((end) => plain.endsWith(end) && plain.length - end.length >= 4)
  const root = ending === undefined ? plain : plain.slice(0, -ending.length)
  // « accueillir » and « accueil », « stopping » and « stop ».
  return root.length > 4 && root.at(-1) === root.at(-2) ? root.slice(0, -1) : root
}
