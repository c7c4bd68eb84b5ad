// A list of people from a spreadsheet: each bad line is named, and nothing is guessed.
import { expect, test } from 'vitest'
import { csvRows, readPeopleCsv } from '#shared/account/peopleCsv.ts'

const around = {
  groups: [
    { id: 'grp-n', name: 'Groupe de Nantes', code: 'NTE' },
    { id: 'grp-l', name: 'Groupe de Lyon', code: 'LYN' },
  ],
  boards: [{ id: 'board-be', name: 'CA Belgique' }],
  known: new Set(['known@exemple.test']),
  mayGive: ({ role }: { role: string }) => role !== 'admin',
}

test('commas, semicolons, tabs, quotes, line ends and a byte order mark of spreadsheets', () => {
  expect(csvRows('\uFEFFnom;rôle\r\n"Bo; l’autre";"dit ""Bo"""\r\n')).toEqual([
    ['nom', 'rôle'],
    ['Bo; l’autre', 'dit "Bo"'],
  ])
  expect(csvRows('a\tb\n1\t2')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
  expect(csvRows('a,b\n"x\ny",2')).toEqual([
    ['a', 'b'],
    ['x\ny', '2'],
  ])
})

test('people with their roles, however the columns and places are called', () => {
  const { lines, bad } = readPeopleCsv(
    'Rôle;Nom;Courriel;Groupe\nanimation;Ana B.;Ana@Exemple.test ;nte\nmember;Bo;;groupe de lyon\n\nCA;Cé;ce@exemple.test;board-be\nvie coopérative;Dé;;\n',
    around,
  )
  expect(bad).toEqual([])
  expect(lines).toEqual([
    { line: 2, name: 'Ana B.', email: 'ana@exemple.test', roles: [{ role: 'facilitator', scope: 'grp-n' }] },
    { line: 3, name: 'Bo', email: null, roles: [{ role: 'member', scope: 'grp-l' }] },
    { line: 5, name: 'Cé', email: 'ce@exemple.test', roles: [{ role: 'board', scope: 'board-be' }] },
    { line: 6, name: 'Dé', email: null, roles: [{ role: 'cooperative-life', scope: null }] },
  ])
})

test('every bad line is named, the good ones beside it are still read', () => {
  const { lines, bad } = readPeopleCsv(
    [
      'nom,email,role,groupe',
      ',x@exemple.test,membre,NTE',
      'A,pas une adresse,membre,NTE',
      'B,b@exemple.test,membre,NTE',
      'C,B@exemple.test,membre,NTE',
      'D,known@exemple.test,membre,NTE',
      'E,,chef,NTE',
      'F,,membre,Mars',
      'G,,CA,NTE',
      'H,,admin,',
      'I,,membre,NTE,de trop',
    ].join('\n'),
    around,
  )
  expect(lines.map(({ name }) => name)).toEqual(['B'])
  expect(bad.map(({ line, problem }) => [line, problem])).toEqual([
    [2, 'no-name'],
    [3, 'bad-email'],
    [5, 'email-twice'],
    [6, 'email-known'],
    [7, 'unknown-role'],
    [8, 'unknown-group'],
    [9, 'unknown-board'],
    [10, 'not-yours-to-give'],
    [11, 'too-many-columns'],
  ])
  expect(readPeopleCsv('quelque chose', around).bad).toEqual([
    { line: 1, problem: 'no-header', value: 'quelque chose' },
  ])
})

test('the invitation is in the language that the list says, and a language that is none of ours is told', () => {
  const read = readPeopleCsv(
    'nom;rôle;groupe;langue\nA;membre;NTE;NL\nB;membre;NTE;\nC;membre;NTE;klingon',
    around,
  )
  expect(read.lines.map(({ name, language }) => [name, language])).toEqual([
    ['A', 'nl'],
    ['B', undefined],
  ])
  expect(read.bad).toEqual([{ line: 4, problem: 'unknown-language', value: 'klingon' }])
})
