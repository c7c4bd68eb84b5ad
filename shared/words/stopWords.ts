// Words that say nothing by themselves, in French, Dutch and English, without accents.

const french =
  'au aux avec ce ces cet cette ca cela ceci celui celle celles ceux ci comme dans de des du elle elles en est et etre eux il ils je ' +
  'la le les leur leurs lui ma mais me meme memes mes moi mon ne nos notre nous on ont ou par pas pour plus qu que quel quelle ' +
  'quelles quels qui quoi sa sans se ses si sommes son sont sur ta te tes toi ton tou tous tout toute toutes tres tu un une vos ' +
  'votre vous avoir avons avez ait ai as avait avaient soit soient sera seront serait etait etaient fait faire font faut peu peut ' +
  'peuvent peux aussi bien alors donc trop assez beaucoup encore jamais jusqu depuis quand car ni chaque chacun chacune entre vers ' +
  'chez afin autre autres dont deja avant apres pendant lorsque lorsqu puis quelqu quelque quelques rien moins ainsi cependant ' +
  'celleux iel iels toustes toujours chose choses vraiment plutot surtout'
const dutch =
  'aan al als bij dat de den der deze die dit door een er haar had hadden heb hebben heeft het hij hoe hun ik in is je kan kunnen ' +
  'maar me meer men met mij mijn moet moeten mag mogen na naar niet nog nu of om omdat ons onze ook op over te tegen toch toen tot u ' +
  'uit uw van veel voor waar wat we wel wie wij wil willen wordt worden zal zullen ze zich zij zijn zo zonder elk elke ieder iedere ' +
  'iedereen dan daar hier wanneer zodat dus want onder tussen tijdens bijna andere geen hem'
const english =
  'a an and are as at be been but by can could do does for from had has have he her his how if in into is it its me more my no not of ' +
  'on or our she should so some than that the their them then there these they this to us was we were what when which who will with ' +
  'would you your'

const stopWords: ReadonlySet<string> = new Set(`${french} ${dutch} ${english}`.split(' '))

export const isStopWord = (plain: string): boolean => stopWords.has(plain)
