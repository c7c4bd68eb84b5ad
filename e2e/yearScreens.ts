// Pictures of the pages around the room, for README.md and docs/mockups.md. Run it with
// `npm run build && node server/launch/run.mjs e2e/yearScreens.ts`; a folder as an argument takes the place of docs/annee.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { openHall, phoneLook } from '#e2e/harness/sessionHall.ts'

const folder = process.argv[2] ?? join('docs', 'annee')
const hall = await openHall('NANTES')

async function moment(key: string): Promise<void> {
  const leader = await hall.persona('facilitator-lyon', '/')
  await leader.context.request.post('/api/demo/moment', { data: { key } })
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const { size } = await sharp(await page.screenshot())
    .png({ palette: true, quality: 90, effort: 10, compressionLevel: 9 })
    .toFile(join(folder, `${name}.png`))
  console.log(`${name}.png ${Math.round(size / 1024)} kB`)
}

try {
  mkdirSync(folder, { recursive: true })
  const { page } = await hall.persona('facilitator-nantes', '/cycle')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('svg[role="img"], figure svg').first().waitFor({ state: 'attached' })
  await take(page, '01-cycle')
  const pocket = await hall.persona('member-nantes', '/cycle', { ...phoneLook, colorScheme: 'dark' })
  await pocket.page.getByRole('heading', { level: 1 }).waitFor()
  await take(pocket.page, '02-cycle-telephone')

  await page.goto('/r/NANTES?place=in-person')
  await page.getByRole('button', { name: 'Remettre la liste' }).click()
  await page.getByRole('heading', { name: /^Dans la liste/ }).waitFor()
  await take(page, '03-remise')

  const { page: administration } = await hall.persona('admin', '/admin')
  await administration.getByLabel('Chercher un nom ou une adresse').waitFor()
  await take(administration, '04-administration')

  await moment('convergence-begins')
  const { page: keeper } = await hall.persona('cooperative-life', '/cycle/convergence')
  await keeper.locator('[data-act="families-of-themes"], [data-act="coverage"]').first().waitFor()
  await take(keeper, '07-convergence')

  await moment('boards-instruct')
  const { page: board } = await hall.persona('board-france', '/instruction?text=none')
  await board.locator('.in-line').first().click()
  await board.locator('.in-head').waitFor()
  await take(board, '08-instruction')
  const { page: public_ } = await hall.persona('member-nantes', '/consultation/rec-51')
  await public_.locator('[data-total]').first().waitFor()
  await take(public_, '09-consultation')
  const small = await hall.persona('member-lyon', '/consultation/rec-51', phoneLook)
  await small.page.locator('[data-total]').first().waitFor()
  await take(small.page, '10-consultation-telephone')
  await page.goto('/library')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('main .card').first().waitFor()
  await take(page, '11-bibliotheque')

  await moment('follow-up')
  const { page: wall } = await hall.persona('cooperative-life', '/assembly/screen')
  await wall.getByRole('heading').first().waitFor()
  await wall.keyboard.press('ArrowRight')
  await wall.getByText('recommandations').first().waitFor()
  await take(wall, '12-assemblee')
  const { page: later } = await hall.persona('cooperative-life', '/follow-up')
  await later.getByRole('table').first().waitFor()
  await take(later, '05-suites')
  await later.goto('/follow-up/P1')
  await later.getByRole('heading', { level: 1 }).waitFor()
  await later.getByText('Le texte aujourd’hui').first().waitFor()
  await take(later, '06-fil')
  if (hall.complaints().length > 0) console.log(hall.complaints())
} finally {
  await hall.close()
}
