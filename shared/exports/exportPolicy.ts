// Who may take away what: the same as who may read it on its page.
import type { GroupStanding } from '#shared/group/groupPage.ts'
import type { Standing } from '#shared/people/actor.ts'

/** [X1] A group's list: whoever its page shows the texts to. Strangers see the head of the page, and take nothing away. */
export const mayTakeList = (standing: GroupStanding): boolean => standing !== 'stranger'

/** [X2] Dossiers are the boards' working papers: boards, the team that advises them, cooperative life, administrators. Of boards whoever reads the desk on which it lies. */
export const mayTakeDossier = (standing: Standing | undefined): boolean =>
  standing !== undefined && standing !== 'guest' && standing !== 'member'

/** [X3] Handed-over texts are public once the document made of them is. */
export const isPublished = (recommendations: readonly unknown[]): boolean => recommendations.length > 0
