// Theme proposals: what stands follows from the acts in their order.
import { expect, test } from 'vitest'
import { standingProposals, type ThemeAct, type ThemeActBody } from '#shared/themes/proposal.ts'

const acts = (...bodies: ThemeActBody[]): ThemeAct[] =>
  bodies.map((body, n) => ({
    ...{ id: `${n}`, place: n + 1, body, by: 'a', byName: 'Ana', at: n, day: '2020-06-25' },
  }))
const proposed = (proposalId: string): ThemeActBody => ({
  ...{ kind: 'proposed', proposalId, title: proposalId.toUpperCase(), question: '?', why: 'w', sources: [] },
})
const merged = (from: string, into: string): ThemeActBody => ({
  kind: 'merged',
  from,
  into,
  why: 'La même question',
})
const ids = (list: ThemeAct[]) => standingProposals(list).standing.map(({ id }) => id)

test('[T1] an act about what does not stand changes nothing', () => {
  expect(ids(acts(proposed('a'), merged('a', 'b'), merged('a', 'a')))).toEqual(['a'])
  expect(
    ids(acts(proposed('a'), proposed('b'), { kind: 'taken-back', proposalId: 'a' }, merged('b', 'a'))),
  ).toEqual(['b'])
})

test('[T2] what was joined moves on with the one it was joined to, names and reasons with it, and can be parted again', () => {
  const list = acts(proposed('a'), proposed('b'), proposed('c'), merged('a', 'b'), merged('b', 'c'))
  const [one] = standingProposals(list).standing
  expect(one?.joined.map(({ id, why, joinedBy }) => [id, why, joinedBy])).toEqual([
    ['a', 'La même question', 'Ana'],
    ['b', 'La même question', 'Ana'],
  ])
  const parted = [...list, ...acts({ kind: 'parted', from: 'a' })]
  expect(ids(parted)).toEqual(['a', 'c'])
})

test('what is set aside keeps its reason', () => {
  const { aside, standing } = standingProposals(
    acts(proposed('a'), { kind: 'aside', proposalId: 'a', why: 'Hors de l’objet' }),
  )
  expect([standing, aside]).toEqual([[], [{ id: 'a', title: 'A', why: 'Hors de l’objet', byName: 'Ana' }]])
})
