// Files of earlier cycles: what is understood, what is named as wrong, and that hostile ones cost nothing.
import { expect, test } from 'vitest'
import { readCsv } from '#shared/pastImport/csv.ts'
import { readMarkdown } from '#shared/pastImport/markdown.ts'
import { outcomeOf, yearOf } from '#shared/pastImport/pastWords.ts'
import { guessColumns, readTable } from '#shared/pastImport/readTable.ts'
import type { Table } from '#shared/pastImport/table.ts'
import { zipSizes } from '#shared/pastImport/zipSizes.ts'

const nothing = { year: undefined, place: '' }
const read = (table: Table, assumed: Parameters<typeof readTable>[2] = nothing) =>
  readTable(table, guessColumns(table.header), assumed)

test('a spreadsheet: quotes, line ends inside cells, semicolons, and every bad line by its number', () => {
  const file = [
    '\ufeffAnnée;Groupe;Titre;Description;Statut;Raison;Lien',
    '2017;Liège;"Un titre; avec ""guillemets""";"deux',
    'lignes";Reportée;faute de temps;https://exemple.org/17',
    '2017;Liège;;sans titre;Refusée;;',
    ';Mons;Sans année;;Réalisée;;',
    '2018;Mons;=HYPERLINK("x");<script>alert(1)</script>;peut-être;;javascript:alert(1)',
    '2018;Mons;=hyperlink("x");encore;;;',
    '2018;Gand;Court',
  ].join('\r\n')
  const { problems, rows } = read(readCsv(file))
  expect(rows[0]).toEqual({
    ...{ line: 2, year: 2017, place: 'Liège', title: 'Un titre; avec "guillemets"', text: 'deux\nlignes' },
    ...{ outcome: 'postponed', reason: 'faute de temps', link: 'https://exemple.org/17' },
  })
  // Formulas and markup are kept as the text that they are; a link that is none is left out.
  expect(rows[1]).toMatchObject({ line: 6, text: '<script>alert(1)</script>', outcome: 'unknown', link: '' })
  expect(rows.map(({ line }) => line)).toEqual([2, 6, 8])
  expect(problems.map(({ fatal, kind, line }) => `${line} ${kind} ${fatal}`)).toEqual([
    '4 title true',
    '5 year true',
    '6 outcome false',
    '6 link false',
    '7 twice true',
    '8 columns false',
  ])
  expect(read(readCsv(file), { year: 2019, place: '' }).rows.map(({ year }) => year)).toEqual([
    2017, 2019, 2018, 2018,
  ])
})

test('a quotation mark that is never closed swallows no line in silence', () => {
  const { problems, rows } = read(readCsv('titre,année\nA,2017\n"B,2017\nC,2017\n'))
  expect(rows.map(({ title }) => title)).toEqual(['A'])
  expect(problems).toContainEqual({ line: 3, kind: 'quote', found: '', fatal: true })
})

const pad = `---
title: Recommandations 2017-2018
tags: cycle
---
[TOC]
# Recommandations 2017-2018
## Groupe de Liège
### Un **comité** par antenne
Le constat, en une phrase.
> et ce que l'on propose [ici](https://exemple.org/pad).

**Statut :** Reportée
- Raison : budget de 2018 déjà engagé
### Des frais remboursés
Suite : réalisée en 2019
## Mons
- Une carte des lieux (refusée)
- Un parrainage
  pour les trois premiers mois
- [x] Un atelier
:::success Une permanence
Deux soirs par mois.
:::
## Gand
:::info
**Zaal open op zondag**
Status: niet gerealiseerd
:::
`

test('a pad as HedgeDoc writes it: headings, containers, lists and fields', () => {
  const { problems, rows } = read(readMarkdown(pad))
  expect(problems).toEqual([])
  const told = rows.map(({ outcome, place, title, year }) => [year, place, title, outcome])
  expect(told).toEqual([
    [2018, 'Groupe de Liège', 'Un comité par antenne', 'postponed'],
    [2018, 'Groupe de Liège', 'Des frais remboursés', 'done'],
    [2018, 'Mons', 'Une carte des lieux', 'refused'],
    [2018, 'Mons', 'Un parrainage', 'unknown'],
    [2018, 'Mons', 'Un atelier', 'unknown'],
    [2018, 'Mons', 'Une permanence', 'unknown'],
    [2018, 'Gand', 'Zaal open op zondag', 'not-done'],
  ])
  expect(rows[0]).toMatchObject({ reason: 'budget de 2018 déjà engagé', link: 'https://exemple.org/pad' })
  expect(rows[0]?.text).toBe("Le constat, en une phrase.\net ce que l'on propose ici.")
})

test('[M3] a place with a list under it: each item is one', () => {
  const list =
    '# 2016\n## Mons\n- Une carte des lieux (refusée)\n- Un parrainage\n  pour trois mois\n- [x] Un atelier\n'
  const { rows } = read(readMarkdown(list))
  expect(rows.map(({ outcome, place, text, title, year }) => [year, place, title, text, outcome])).toEqual([
    [2016, 'Mons', 'Une carte des lieux', '', 'refused'],
    [2016, 'Mons', 'Un parrainage', 'pour trois mois', 'unknown'],
    [2016, 'Mons', 'Un atelier', '', 'unknown'],
  ])
})

test('words for outcomes and years, in three languages', () => {
  const said = ['Non réalisée', 'jamais commencé', 'not done', 'niet gerealiseerd', 'abandonné'].map(
    outcomeOf,
  )
  expect(new Set(said)).toEqual(new Set(['not-done']))
  expect(['refusé', 'Rejetée', 'rejected', 'geweigerd', 'non'].map(outcomeOf)).toEqual(
    Array(5).fill('refused'),
  )
  expect(['reporté à 2020', 'postponed', 'uitgesteld'].map(outcomeOf)).toEqual(Array(3).fill('postponed'))
  expect(['En cours', 'under way', 'acceptée', 'bezig'].map(outcomeOf)).toEqual(Array(4).fill('under-way'))
  expect(['Réalisé·e', 'fait', 'done', 'gedaan', 'OK'].map(outcomeOf)).toEqual(Array(5).fill('done'))
  expect(['', '?', 'inconnu'].map(outcomeOf)).toEqual(Array(3).fill('unknown'))
  expect(outcomeOf('violet')).toBeUndefined()
  expect(['2017-2018', '2017/18', 'mars 2017', '12-03-2016', 'rien'].map(yearOf)).toEqual([
    2018,
    2018,
    2017,
    2016,
    undefined,
  ])
})

test('hostile files end: 250 old recommendations, and lines made to cost time', () => {
  const many = `# 2015\n${Array.from({ length: 250 }, (_, n) => `## R${n}\ntexte ${n}\nStatut : fait`).join('\n')}`
  expect(read(readMarkdown(many)).rows).toHaveLength(250)
  const hostile = [
    `# 2015\n## ${'['.repeat(50_000)}`,
    `## ${'<a'.repeat(50_000)}`,
    `${'- '.repeat(50_000)}:`,
    `x${' '.repeat(50_000)}:`,
    `**${'a '.repeat(30_000)}`,
  ]
  for (const one of hostile)
    expect(read(readMarkdown(one)).problems.every(({ found }) => found.length <= 41)).toBe(true)
  expect(read(readCsv(`titre${','.repeat(100_000)}\n${'"'.repeat(99_999)}`)).rows).toEqual([])
})

test('a zip is weighed before it is unpacked', () => {
  expect(zipSizes(new Uint8Array([0x50, 0x4b, 3, 4]))).toBeUndefined()
  const zip = new Uint8Array(46 + 22)
  const view = new DataView(zip.buffer)
  view.setUint32(0, 0x02014b50, true)
  view.setUint32(24, 3_000_000_000, true)
  view.setUint32(46, 0x06054b50, true)
  view.setUint16(46 + 10, 1, true)
  expect(zipSizes(zip)).toEqual({ parts: 1, unpacked: 3_000_000_000 })
  view.setUint32(46 + 16, 60, true)
  expect(zipSizes(zip)).toBeUndefined()
})

test('[M5] a messy pad: a heading with its status keeps what stands under its own headings, and code is no heading', () => {
  const pad = [
    '# Cycle 2017',
    '## Liège',
    '### Partager les outils',
    'Le texte.',
    '**Statut :** refusée',
    '**Raison :** pas de moyens',
    '#### Et encore',
    'La suite.',
    '```',
    '# pas un titre',
    '```',
    '## Mons',
    '### Un verger',
    'Statut : réalisée',
  ].join('\n')
  const { problems, rows } = read(readMarkdown(pad))
  expect(problems).toEqual([])
  expect(rows.map(({ outcome, place, title }) => [place, title, outcome])).toEqual([
    ['Liège', 'Partager les outils', 'refused'],
    ['Mons', 'Un verger', 'done'],
  ])
  expect(rows[0]).toMatchObject({ year: 2017, reason: 'pas de moyens' })
  expect(rows[0]?.text).toMatch(/Le texte\.\s+Et encore\s+La suite\./)
})
