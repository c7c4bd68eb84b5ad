// The design's examples of antennas, as wishes: kept wherever they make no two neighbours alike.
import type { Wear } from '#shared/room/join.ts'

const wear = (ink: string, pattern: string, line: Wear['line'], initials: string): Wear => ({
  ink,
  pattern,
  line,
  initials,
})

/** By group id of the demo's cycle. */
export const demoWearWishes: Readonly<Record<string, Wear>> = {
  'grp-nantes-partagee': wear('loire', 'lignes', 'solid', 'NA'),
  'grp-lyon-partagee': wear('brique', 'diag', 'dashed', 'LY'),
  'grp-rennes-partagee': wear('pre', 'gros', 'dotted', 'RE'),
  'grp-enligne-egalite': wear('lagon', 'gros', 'dashed', 'EL'),
  'grp-bruxelles-consolider': wear('ocre', 'points', 'dotted', 'BX'),
  'grp-liege-consolider': wear('framboise', 'grille', 'double', 'LG'),
  'grp-charleroi-consolider': wear('ardoise', 'bandes', 'solid', 'CH'),
  'grp-lille-pourqui': wear('pre', 'vert', 'solid', 'LI'),
  'grp-strasbourg-pourqui': wear('noyer', 'croise', 'double', 'ST'),
  'grp-bordeaux-pourqui': wear('prune', 'grille', 'dotted', 'BD'),
  'grp-paris-outils': wear('iris', 'damier', 'dashed', 'PA'),
  'grp-marseille-outils': wear('lagon', 'contre', 'dotted', 'MA'),
  'grp-toulouse-outils': wear('ocre', 'vert', 'solid', 'TO'),
  'grp-namur-espaces': wear('olive', 'gros', 'dashed', 'NM'),
  'grp-mons-espaces': wear('prune', 'diag', 'solid', 'MO'),
  'grp-gand-espaces': wear('grenat', 'lignes', 'double', 'GA'),
  'grp-montpellier-modele': wear('framboise', 'points', 'solid', 'MP'),
}
