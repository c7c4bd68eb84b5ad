import { expect, test } from 'vitest'
import { plainSession, sessionKeys, sessionTemplate } from '#shared/agenda/sessionTemplates.ts'
import { StepPlan } from '#shared/agenda/step.ts'

const all = [plainSession, ...sessionKeys] as const

test.each(all)('%s: every step is sound, in three languages, with the same times and tools', (key) => {
  const [fr, en, nl] = (['fr', 'en', 'nl'] as const).map((language) => sessionTemplate(key, language))
  if (!fr || !en || !nl) throw new Error('three languages')
  for (const { steps, name, about } of [fr, en, nl]) {
    expect(name.length * about.length).toBeGreaterThan(0)
    for (const step of steps) {
      expect(StepPlan.parse(step)).toEqual(step)
      expect(step.method.length * step.purpose.length).toBeGreaterThan(0)
    }
  }
  const shape = ({ steps }: typeof fr) => steps.map(({ minutes, tool }) => [minutes, tool])
  expect(shape(en)).toEqual(shape(fr))
  expect(shape(nl)).toEqual(shape(fr))
  expect(fr.steps.length).toBeGreaterThanOrEqual(4)
  expect(fr.steps.length).toBeLessThanOrEqual(6)
})

test('the writing session has the six steps of the design, and an unknown language speaks French', () => {
  expect(sessionTemplate('two-places', 'de').steps.map(({ title }) => title)).toEqual([
    'Accueil',
    'Réflexion privée',
    'Rédiger à plusieurs',
    'Vote par points',
    'Consentement',
    'Clôture',
  ])
})

test('five cards are played in twenty minutes', () => {
  expect(sessionTemplate('five-cards', 'fr').steps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(20)
})

test.each(all)('%s: French has no plain space before double punctuation', (key) => {
  const { name, about, steps } = sessionTemplate(key, 'fr')
  const words = [
    name,
    about,
    ...steps.flatMap(({ title, method, purpose }) => [title, method, purpose]),
  ].join('\n')
  expect(words).not.toMatch(/ [:;?!»]|« /)
})
