// Reads what was granted: the document that four writers know, and the records that a coop-cycle file is made of.

import { boardNames } from '#server/features/exports/boardNames.ts'
import { documentExport, textsOf } from '#server/features/exports/documentSource.ts'
import { dossierExport } from '#server/features/exports/dossierSource.ts'
import type { ExportDeps, Granted } from '#server/features/exports/exportAsker.ts'
import { listExport } from '#server/features/exports/listSource.ts'
import { frameOf, sliceBase } from '#server/features/exports/sliceBase.ts'
import { fatesOf, followUpList } from '#server/features/followUp/followUpList.ts'
import type { SliceRecords } from '#shared/exports/cycleSlice.ts'
import { decisionsDocument } from '#shared/exports/decisionsDocument.ts'
import type { ExportDocument } from '#shared/exports/exportDocument.ts'
import { followUpDocument } from '#shared/exports/followUpDocument.ts'

export interface Exported {
  readonly document: ExportDocument
  readonly slice: SliceRecords
  /** What the file is called by. */
  readonly name: readonly string[]
}

export type GrantedYear = Exclude<Granted, { content: 'list' }>

export async function readExport(deps: ExportDeps, grant: Granted): Promise<Exported> {
  if (grant.content === 'list') return listExport(deps, grant.named, grant.asked)
  switch (grant.content) {
    case 'document':
      return documentExport(deps, grant)
    case 'dossier':
    case 'queue':
      return dossierExport(deps, grant)
    case 'decisions':
      return decisionsExport(deps, grant)
    case 'follow-up':
      return followUpExport(deps, grant)
  }
}

async function decisionsExport(deps: ExportDeps, { asked, world }: GrantedYear): Promise<Exported> {
  const [frame, base] = await Promise.all([
    frameOf(deps, asked.language, world.today),
    sliceBase(deps, world.today),
  ])
  const names = boardNames(world)
  const texts = (await textsOf(deps, world)).map(({ recommendation }) => recommendation)
  const document = decisionsDocument({
    ...{ frame, themes: world.themes, boards: [...names.values()] },
    texts: texts.map((one) => ({
      ...{ id: one.id, code: one.code, title: one.title, themeId: one.themeId },
      verdicts: fatesOf(world, { ...one, final: true }).map(({ boardId, decision, earlier }) => ({
        ...{ decision, earlier, board: names.get(boardId) ?? boardId },
      })),
    })),
  })
  return {
    ...{ document, name: [document.title, world.today] },
    slice: { ...base, drafts: world.drafts, recommendations: texts, decisions: world.decisions },
  }
}

/** As the page shows it to whoever asks: names and initiatives that are not for them stay away. */
async function followUpExport(deps: ExportDeps, { account, asked, world }: GrantedYear): Promise<Exported> {
  const asOf = { before: world.today }
  const [frame, base, page] = await Promise.all([
    frameOf(deps, asked.language, world.today),
    sliceBase(deps, world.today),
    followUpList(deps, world, { account, demo: deps.demo }),
  ])
  const names = boardNames(world)
  const boards = page.boards.map((one) => ({ ...one, entity: names.get(one.id) ?? one.entity }))
  const document = followUpDocument({ frame, page: { ...page, boards } })
  const [texts, planItems, initiatives] = await Promise.all([
    textsOf(deps, world),
    deps.store.cycle.planItems(asOf),
    deps.store.cycle.localInitiatives(asOf),
  ])
  const shown = new Set(page.initiatives.map(({ id }) => id))
  return {
    ...{ document, name: [document.title, frame.cycle, world.today] },
    slice: {
      ...{ ...base, drafts: world.drafts, decisions: world.decisions, planItems },
      recommendations: texts.map(({ recommendation }) => recommendation),
      localInitiatives: initiatives.filter(({ id }) => shown.has(id)),
    },
  }
}
