// Six pages of the year as docs/mockups.md shows them beside their mockups: light, dark, on a phone, in English and in Dutch. Run it with
// `npm run build && node server/launch/run.mjs e2e/lookScreens.ts`; a folder as an argument takes the place of docs/annee.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { openHall, phoneLook } from '#e2e/harness/sessionHall.ts'

const folder = process.argv[2] ?? join('docs', 'annee')
/** Pixels: wide enough to be read beside another in a table. */
const widest = 1040

const pages = [
  { name: 'accueil', moment: 'joint-evening', who: 'facilitator-nantes', at: '/', ready: '.home-groups' },
  { name: 'cycle', moment: 'joint-evening', who: 'facilitator-nantes', at: '/cycle', ready: '.cy-grid' },
  {
    ...{ name: 'convergence', moment: 'convergence-begins', who: 'cooperative-life' },
    ...{ at: '/cycle/convergence', ready: '.cv-desk' },
  },
  {
    ...{ name: 'instruction', moment: 'boards-instruct', who: 'board-france' },
    ...{ at: '/instruction?text=rec-51', ready: '.in-head' },
  },
  {
    ...{ name: 'consultation', moment: 'boards-instruct', who: 'member-nantes' },
    ...{ at: '/consultation/rec-51', ready: '[data-total]' },
  },
  {
    ...{ name: 'suites', moment: 'follow-up', who: 'cooperative-life' },
    ...{ at: '/follow-up', ready: '.fu-title' },
  },
] as const

const looks = [
  { look: 'clair', language: 'fr', options: {} },
  { look: 'telephone-sombre', language: 'fr', options: { ...phoneLook, colorScheme: 'dark' } },
  { look: 'anglais-sombre', language: 'en', options: { colorScheme: 'dark' } },
  { look: 'neerlandais', language: 'nl', options: {} },
] as const

const hall = await openHall('NANTES')
try {
  mkdirSync(folder, { recursive: true })
  let stands = 'joint-evening'
  for (const { name, moment, who, at, ready } of pages) {
    if (moment !== stands) {
      const leader = await hall.persona('facilitator-lyon', '/')
      await leader.context.request.post('/api/demo/moment', { data: { key: moment } })
      await leader.close()
      stands = moment
    }
    for (const { look, language, options } of looks) {
      const one = await hall.persona(who, `${at}${at.includes('?') ? '&' : '?'}lang=${language}`, options)
      await one.page.locator(ready).first().waitFor()
      await one.page.waitForLoadState('networkidle')
      await one.page.evaluate(() => document.fonts.ready.then(() => undefined))
      const { size } = await sharp(await one.page.screenshot())
        .resize({ width: widest, withoutEnlargement: true })
        .png({ palette: true, quality: 85, effort: 10, compressionLevel: 9 })
        .toFile(join(folder, `${name}-${look}.png`))
      console.log(`${name}-${look}.png ${Math.round(size / 1024)} kB`)
      await one.close()
    }
  }
  if (hall.complaints().length > 0) console.log(hall.complaints())
} finally {
  await hall.close()
}
