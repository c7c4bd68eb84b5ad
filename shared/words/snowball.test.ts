// The published algorithms, held to what their reference implementation makes of these words.
import { expect, test } from 'vitest'
import { dutchStem } from '#shared/words/dutchStem.ts'
import { frenchStem } from '#shared/words/frenchStem.ts'

/** Word and stem, as Snowball 3 gives them for French. */
const french =
  'continu:continu continua:continu continuait:continu continuant:continu continuation:continu continue:continu ' +
  'continué:continu continuel:continuel continuelle:continuel continuellement:continuel continuelles:continuel ' +
  'continuels:continuel continuer:continu continuera:continu continuerait:continu continueront:continu continuez:continu ' +
  'continuité:continu continuons:continuon contorsions:contors contraignant:contraign contraindre:contraindr ' +
  'contrainte:contraint contraires:contrair majesté:majest majestueusement:majestu majestueux:majestu majeur:majeur ' +
  'majeure:majeur majorité:major malade:malad maladie:malad maladroitement:maladroit refus:refus refusé:refus refuser:refus ' +
  'refusées:refus écrit:écrit écrire:écrir société:societ sociétaires:sociétair réunions:réunion jouaient:jou jouer:jou ' +
  'inquiétude:inquiétud activité:activ activement:activ actif:actif rapidement:rapid évidemment:évident constamment:const ' +
  'finissaient:fin finir:fin joyeuse:joyeux joyeux:joyeux chevaux:cheval genoux:genou eaux:eau lyonnaise:lyon ' +
  'utilisation:utilis utilisatrice:utilis psychologie:psycholog solution:solut évolutions:évolu présence:présenc ' +
  'différences:différent dramatique:dramat parfaitement:parfait manière:mani premières:premi premiers:premi ' +
  'amicalement:amical abilité:abl créabilité:créabl négative:négat négativité:négat naïve:naïv naïf:naïf ambiguë:ambigu ' +
  'canoë:cano quelque:quelqu quête:quêt voyage:voyag envoyons:envoyon payer:pai niaient:niaient tapis:tapis paris:paris ' +
  'colis:colis mauvais:mauvais glaçait:glac forçat:forçat bouteille:bouteil personnelle:personnel couronne:couron ' +
  'tablette:tablet étrangère:étranger pressions:pression réunion:réunion opinion:opinion gaieté:gaiet lèvent:lèvent ' +
  'mènes:men hommes:homm os:os a:a été:été'
/** The same for Dutch (Porter). */
const dutch =
  'lichaam:licham lichamelijk:licham lichamelijke:licham lichamelijkheden:licham lichamen:licham lichte:licht ' +
  'lichtere:lichter lichtgevende:lichtgev vergadering:vergader vergaderingen:vergader vergaderen:vergader vennoten:vennot ' +
  'vennoot:vennot coöperatie:cooperatie coöperatieve:cooperatiev mogelijkheden:mogelijk mogelijkheid:mogelijk ' +
  'opgeheven:opgehev opgemene:opgemen gemeente:gemeent gemene:gemen bereikbaar:bereik bereikbare:bereik bruikbaar:bruikbar ' +
  'opgingen:opging opgegeven:opgegev gelukkige:gelukk gelukkig:gelukk gezellig:gezell werkloosheid:werklos ' +
  'wachtend:wachtend wachtende:wachtend eindigend:eindig maan:man man:man maanden:maand bussen:buss bakken:bak bedden:bed ' +
  'katten:kat huis:huis huizen:huiz zijn:zijn eens:een ideeën:ideeen één:een jaren:jar jaar:jar yoghurt:yoghurt ' +
  'royaal:royal aaien:aai mooie:mooi bloeien:bloei wetenschappelijk:wetenschapp vriendelijke:vriendelijk ' +
  'toegankelijk:toegank schulden:schuld scholen:schol school:schol deelnemers:deelnemer deelnemer:deelnemer ' +
  'deelneemster:deelneemster begeleiders:begeleider lijsten:lijst tafels:tafel hofjes:hofjes vrijheid:vrijheid ' +
  'eenheid:eenheid leerlingen:leerling verdubbeling:verdubbel koningin:koningin eigenlijk:eigen aan:aan'

const pairs = (list: string): string[][] => list.split(' ').map((pair) => pair.split(':'))

test('French words lose what Snowball takes from them', () => {
  expect(pairs(french).length).toBeGreaterThan(100)
  for (const [word = '', stem] of pairs(french)) expect(frenchStem(word), word).toBe(stem)
})

test('Dutch words lose what Snowball takes from them', () => {
  expect(pairs(dutch).length).toBeGreaterThan(60)
  for (const [word = '', stem] of pairs(dutch)) expect(dutchStem(word), word).toBe(stem)
})

test('whatever stands there, a stem is found', () => {
  for (const odd of ['', 'é', 'y', 'qu', 'ee', 'ii', 'iiii', '中文', '2020', 'ïë'])
    for (const stem of [frenchStem, dutchStem]) expect(typeof stem(odd)).toBe('string')
})
