// French verbs whose forms share no beginning that an ending could be taken from: « lu » and « lire », « écrit » and « écrivent ».
import { frenchStem } from '#shared/words/frenchStem.ts'
import { withoutAccents } from '#shared/words/plainWord.ts'

/** One family a line; no form that is also another everyday word (« vis », « sort », « peint »). */
const families = `
écrire écrit écrite écrits écrites écris écrivent écrivant écrivez écrivons écriture écritures
décrire décrit décrite décrits décrites décrivent
inscrire inscrit inscrite inscrits inscrites inscrivent inscription inscriptions
lire lit lu lue lus lues lisent lisant lecture lectures
élire élu élue élus élues élit élisent élection élections
relire relu relue relus relues relit relisent relecture relectures
recevoir reçu reçue reçus reçues reçoit reçoivent reçoive recevez réception
ouvrir ouvre ouvrent ouvrant ouvert ouverte ouverts ouvertes ouverture ouvertures
offrir offre offrent offert offerte offerts offertes offres
découvrir découvre découvrent découvert découverte découvertes
accueillir accueille accueillent accueilli accueillie accueillis accueil accueils
choisir choisit choisi choisie choisis choisies choisissent choix
suivre suit suivent suivi suivie suivis suivies suivant
poursuivre poursuit poursuivent poursuivi
vendre vend vendent vendu vendue vendus vente ventes
apprendre apprend apprennent appris apprise apprenant apprentissage
comprendre comprend comprennent compris comprise
reprendre reprend reprennent repris reprise reprises
attendre attend attendent attendu attente attentes
répondre répond répondent répondu réponse réponses
défendre défend défendent défendu défense
permettre permet permettent permis permise permission
transmettre transmet transmettent transmis transmise transmission
promettre promet promettent promis promesse promesses
remettre remet remettent remis remise
admettre admet admettent admis admise admission
conduire conduit conduisent conduite
construire construit construisent construite construction constructions
produire produit produisent produite production
réduire réduit réduisent réduite réduction réductions
traduire traduit traduisent traduite traduits traduction traductions traducteur traductrice
introduire introduit introduisent introduction
détruire détruit détruisent destruction
tenir tient tiennent tenu tenue tenus
soutenir soutient soutiennent soutenu soutenue soutien soutiens
maintenir maintient maintiennent maintenu maintien
obtenir obtient obtiennent obtenu obtenue
contenir contient contiennent contenu
retenir retient retiennent retenu retenue
intervenir intervient interviennent intervenu intervention interventions
prévenir prévient préviennent prévenu prévention
revenir revient reviennent revenant
connaître connaît connaissent connu connue connaissance connaissances
reconnaître reconnaît reconnaissent reconnu reconnue reconnaissance
joindre joint joignent joindra joignable
rejoindre rejoint rejoignent
atteindre atteint atteignent atteinte
craindre craint craignent crainte craintes
vivre vivent vécu vécue
décevoir déçu déçue déception
concevoir conçu conçue conçoit conçoivent conception
acquérir acquis acquise acquisition
réunir réunit réunissent réuni réunie réunis réunies réunion réunions
nourrir nourrit nourrissent nourriture
garantir garantit garantissent garanti garantie garanties garant garants garante
finir finit finissent fini finie
payer paie paient paye payent payé payée paiement paiements
essayer essaie essaient essaye essai essais
envoyer envoie envoient envoyé envoi envois
employer emploie emploient emploi emplois employé employée
nettoyer nettoie nettoient nettoyage
prêter prête prêtent prêté prêtée prêt prêts
partager partage partagent partagé partagée
voter vote votent voté vote votes
aider aide aident aidé aides
proposer propose proposent proposé proposée proposition propositions
décider décide décident décidé décidée décision décisions
informer informe informent informé information informations
former forme forment formé formée formation formations formateur formatrice
organiser organise organisent organisé organisation
coopérer coopère coopération coopérative coopératives coopératif coopérateur coopératrice
`

/** Stem -> the stem of its family. */
const heads: ReadonlyMap<string, string> = new Map(
  families
    .trim()
    .split('\n')
    .flatMap((line) => {
      const stems = line.split(' ').map((word) => withoutAccents(frenchStem(word)))
      return stems.map((one) => [one, stems[0] ?? one] as const)
    }),
)

export const familyOf = (stem: string): string => heads.get(stem) ?? stem
