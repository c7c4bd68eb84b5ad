// Two long drafts of two groups, the joint draft that was merged of them, and the same words as a draft that was never merged.
import type { Page } from 'playwright-core'
import { seeded } from '#e2e/bench/typist.ts'
import { documentOf, type StockClient, signIn, stockClient } from '#e2e/harness/rawClient.ts'
import { RoomMember } from '#e2e/harness/roomMember.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'
import { blockText, createDraft, draftsOf, readBlocks } from '#shared/draft/draftModel.ts'

export const mergeRoom = 'NANTES-LYON'
/** Words of each of the two drafts. */
export const longWords = 3_000
export const bareTitle = 'Les mêmes mots, jamais fusionnés'
export const jointTitle = 'Deux longs textes fusionnés'

/** Words as frequent as in a language: the first often, the last rarely. Sixty a paragraph, in sentences of fifteen. */
export function longText(seed: number, words: number = longWords): string[] {
  const random = seeded(seed)
  const word = (): string =>
    `${'bcdfglmnprst'[Math.floor(random() * 12)]}amot${Math.floor(1500 * random() ** 3)}`
  const sentence = (): string => `L’${Array.from({ length: 15 }, word).join(' ')}.`
  return Array.from({ length: words / 60 }, () => Array.from({ length: 4 }, sentence).join(' '))
}

export interface MergeTexts {
  readonly mergeId: string
  close(): void
}

/** Lays both drafts, merges them with every sentence taken, and lays the joint words once more as a draft of their own. */
export async function layMergeTexts(url: string): Promise<MergeTexts> {
  const lines: StockClient[] = []
  const lay = async (persona: string, group: 'NANTES' | 'LYON', seed: number) => {
    const writer = new RoomMember(url, mergeRoom, { name: 'Plume', cookie: await signIn(url, persona) })
    await writer.enter()
    if (!writer.answer) throw new Error('nobody is in the room')
    const name = documentOf(writer.answer, 'drafts', group)
    const line = await stockClient(url, name, writer.answer.ticket)
    lines.push(line)
    const title = `Long texte de ${group}`
    const draftId = createDraft(line.doc, { title, proposition: longText(seed) })
    return { writer, ref: { spaceId: name.slice('drafts/'.length), draftId } }
  }
  const nantes = await lay('facilitator-nantes', 'NANTES', 3)
  const lyon = await lay('facilitator-lyon', 'LYON', 5)
  const parents = [nantes.ref, lyon.ref]
  // The server may hear of the merge before it has the last letters of the drafts.
  const mergeId = await until(
    () => nantes.writer.say('merge.open', { parents, all: true, into: { title: jointTitle } }),
    'the merge to be opened',
  )
  const { answer } = nantes.writer
  const common = answer?.documents.find(({ kind, groupId }) => kind === 'drafts' && groupId === null)
  const joint = await stockClient(url, common?.name ?? '', answer?.ticket ?? '')
  lines.push(joint)
  const paragraphs = (): string[] =>
    readBlocks(draftsOf(joint.doc).get(`d-${mergeId}`)?.get('proposition')).map(blockText)
  const lengthOf = (texts: readonly string[]): number => texts.join(' ').length
  // Paragraphs of both drafts may stand together in one.
  const whole = 0.99 * lengthOf([...longText(3), ...longText(5)])
  const proposition = await until(() => lengthOf(paragraphs()) > whole && paragraphs(), 'the joint words')
  createDraft(joint.doc, { title: bareTitle, proposition })
  return {
    mergeId,
    close: () => {
      for (const line of lines) line.close()
      for (const { writer } of [nantes, lyon]) writer.leave()
    },
  }
}

/** A member of one of the groups goes into the room for the first time, with the list in front. */
export async function enterMergeRoom(page: Page): Promise<void> {
  await page.context().request.post('/api/demo/sign-in', { data: { persona: 'member-nantes' } })
  await page.goto(`/r/${mergeRoom}#liste`)
  await page.locator('form .choice-option', { hasText: 'À distance' }).click()
  await page.locator('form').getByRole('button', { name: 'Entrer' }).click()
  await new RoomPage(page).ready()
}
