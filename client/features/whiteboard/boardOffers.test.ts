// The board's side of the parity table: nothing is offered on the board without a row, and no row is without a way on the board.
import { expect, test } from 'vitest'
import {
  boardActions,
  furtherTools,
  gestures,
  notOffered,
  ownOffers,
  participantTools,
} from '#client/features/whiteboard/boardOffers.ts'
import { boardActs } from '#shared/parity/boardAct.ts'
import { parity } from '#shared/parity/parity.ts'
import tldrawActions from '../../../node_modules/tldraw/src/lib/ui/context/actions.tsx?raw'

const parts = Object.entries(
  import.meta.glob<string>('./*.tsx', { query: '?raw', import: 'default', eager: true }),
)
/** Opening tags, up to the first `>` that ends a line or stands before a child. */
const tags = (tag: string): { name: string; tag: string }[] =>
  parts.flatMap(([name, source]) =>
    [...source.matchAll(new RegExp(`<${tag}\\b[\\s\\S]*?(?=\\n\\s*/?>|/>|[^=]>)`, 'g'))].map(([found]) => ({
      name,
      tag: found,
    })),
  )

const tables: Readonly<Record<string, readonly string[] | string>> = {
  ...participantTools,
  ...furtherTools,
  ...boardActions,
  ...ownOffers,
  ...gestures,
}
const offered = new Set(Object.values(tables).flatMap((acts) => (typeof acts === 'string' ? [] : acts)))

test('every act of the table can be done on the board, and the board names no other', () => {
  expect(boardActs.filter((act) => !offered.has(act))).toEqual([])
  expect([...offered].filter((act) => !(act in parity))).toEqual([])
})

test('every entry of our menus and every button on the board is named in the table', () => {
  const own = [...tags('TldrawUiMenuItem'), ...tags('TldrawUiMenuCheckboxItem'), ...tags('button')]
  expect(own.length).toBeGreaterThanOrEqual(9)
  for (const { name, tag } of own) expect(tag, name).toMatch(/(?:\bid|data-offer)=\{offer\(/)
  const named = parts.flatMap(([, source]) =>
    [...source.matchAll(/\boffer\(([^)]*)\)/g)].map(([, n]) => n ?? ''),
  )
  const unused = Object.keys(ownOffers).filter(
    (entry) => !named.some((name) => name.includes(entry) || name.includes(`${entry.replace(/-.*/, '')}-$`)),
  )
  expect(unused).toEqual([])
})

test('every action of tldraw is either named in the table or taken away', () => {
  const known = [...tldrawActions.matchAll(/^\s+id: '([a-z0-9-]+)'/gm)].map(([, id]) => id ?? '')
  expect(known.length).toBeGreaterThan(80)
  expect(known.filter((id) => !(id in boardActions) && !notOffered.includes(id))).toEqual([])
  // Nothing is in both lists, and no entry is for an action that tldraw does not have.
  expect(notOffered.filter((id) => id in boardActions)).toEqual([])
  expect(Object.keys(boardActions).filter((id) => !known.includes(id))).toEqual([])
})

test('the actions that our menus show are among them', () => {
  const shown = parts.flatMap(([, source]) =>
    [...source.matchAll(/actionId="([^"]+)"/g)].map(([, id]) => id ?? ''),
  )
  expect(shown).toContain('undo')
  expect(shown.filter((id) => !(id in boardActions))).toEqual([])
})
