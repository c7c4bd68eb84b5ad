// A plan before it starts: which sub-groups there are, and who is put into them.
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import type { CommandContext } from '#shared/contract/slice.ts'
import { drawnByAntenna, drawnByLot, mayBePlaced } from '#shared/subgroups/drawing.ts'
import type { inputs, Subgroup, SubgroupMethod, SubgroupPlan } from '#shared/subgroups/subgroupsState.ts'

type Context = Pick<CommandContext<undefined>, 'present' | 'random' | 'facts' | 'newId'>
type Wish = ReturnType<(typeof inputs)['draw']['parse']>

/** Read from outside before a draw or a start. */
export interface SubgroupFacts {
  /** How the room's groups are called, by id. */
  readonly places: Readonly<Record<string, string>>
  /** Whether the room is an aparté itself. */
  readonly isAparte: boolean
}

/** Ids are made of the command's own id: the frame on the board and the aparté's room are named before they exist. */
export const emptyGroup = (newId: string, n: number, name: string): Subgroup => ({
  ...{ id: `${newId}-${n}`, name, seats: [], frameId: null, callUrl: null, endsAt: null },
  ...{ help: null, antennaId: null, room: null },
})

export const preparing = (
  method: SubgroupMethod,
  groups: Subgroup[],
  { newId }: Pick<Context, 'newId'>,
): SubgroupPlan => ({
  ...{ id: newId, status: 'preparing', kind: 'groups', method, groups },
  ...{ startedAt: null, endsAt: null, calledBackAt: null },
})

export function drawnGroups(wish: Wish, context: Context): Result<Subgroup[]> {
  const { newId, random } = context
  const present = context.present.filter(mayBePlaced)
  const named = (n: number): Subgroup => emptyGroup(newId, n, wish.names[n] ?? `Sous-groupe ${n + 1}`)
  switch (wish.method) {
    case 'hand':
      return ok(Array.from({ length: wish.count }, (_, n) => named(n)))
    case 'random': {
      const hands = drawnByLot(present, { count: wish.count, mix: wish.mix, random })
      return ok(hands.map((seats, n) => ({ ...named(n), seats })))
    }
    case 'theme': {
      const themes = [...new Set(wish.themes)]
      if (themes.length < 2) return refuse('bad-input', 'subgroups.twoThemes')
      return ok(themes.map((theme, n) => emptyGroup(newId, n, theme)))
    }
    case 'antenna': {
      const antennas = drawnByAntenna(present)
      if (antennas.length === 0) return refuse('wrong-state', 'subgroups.noAntenna')
      const places = (context.facts as SubgroupFacts | undefined)?.places ?? {} // what this slice's own server half gathers
      return ok(
        antennas.map(({ antennaId, seats }, n) => ({
          ...named(n),
          ...{ name: places[antennaId] ?? named(n).name, antennaId, seats },
        })),
      )
    }
  }
}
