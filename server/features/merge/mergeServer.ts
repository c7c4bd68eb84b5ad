// The server's half of merges: reads before each decision, and writes in the joint draft as one more Yjs peer.
import {
  draftsIn,
  type MergeReaderOptions,
  mergesKept,
  readMergeFacts,
} from '#server/features/merge/mergeFactsReader.ts'
import type { SliceServer } from '#server/live/rooms.ts'
import type { KeptEffect } from '#server/ports/rooms.ts'
import type { DocumentLane } from '#server/transport/documentLane.ts'
import { alignRows, type Decided, type Row } from '#shared/merge/alignRows.ts'
import type { FrozenParent } from '#shared/merge/frozenParent.ts'
import { effectInputs } from '#shared/merge/mergeEffects.ts'
import { keepParent, readParents } from '#shared/merge/mergesInDocument.ts'
import { beginMerge, putHeader, putThings, takeAwayThings } from '#shared/merge/performMerge.ts'

export interface MergeServerOptions extends MergeReaderOptions {
  readonly lane: () => Pick<DocumentLane, 'edit' | 'read'>
}

export function mergeServer(options: MergeServerOptions): SliceServer {
  return {
    gather: (actor, input, verb) => readMergeFacts(options, actor, { wish: input as object, verb }), // parsed by the slice's own command
    perform: (effect) => perform(options, effect),
  }
}

/** [M1] What was done is counted in the document, in the transaction that does it: late or twice, it changes nothing more. */
async function perform(
  { lane, rooms }: MergeServerOptions,
  { roomId, kind, input }: KeptEffect,
): Promise<void> {
  switch (kind) {
    case 'begin': {
      const made = effectInputs.begin.parse(input)
      return lane().edit(draftsIn(made.spaceId), (doc) => beginMerge(doc, made))
    }
    case 'keep': {
      const { spaceId, mergeId, parent } = effectInputs.keep.parse(input)
      return lane().edit(draftsIn(spaceId), (doc) => keepParent(doc, mergeId, parent))
    }
    case 'put': {
      const put = effectInputs.put.parse(input)
      const merge = mergesKept((await rooms.state(roomId)).state).merges[put.mergeId]
      const decided = { pairs: merge?.pairs ?? [], alone: merge?.alone ?? [] }
      return lane().edit(draftsIn(put.spaceId), (doc) =>
        putThings(doc, put, rowsOf(readParents(doc, put.mergeId), decided)),
      )
    }
    case 'takeAway': {
      const taken = effectInputs.takeAway.parse(input)
      return lane().edit(draftsIn(taken.spaceId), (doc) => takeAwayThings(doc, taken))
    }
    case 'header': {
      const header = effectInputs.header.parse(input)
      return lane().edit(draftsIn(header.spaceId), (doc) => putHeader(doc, header))
    }
    default:
      throw new Error(`unknown effect of merges: ${kind}`)
  }
}

interface Aligned {
  readonly decided: string
  readonly rows: readonly Row[]
}
const aligned = new WeakMap<readonly FrozenParent[], Aligned>()

/** Aligning two drafts of 3,000 words takes tenths of a second, in which nobody's letters are passed on: done once a pairing. */
function rowsOf(parents: readonly FrozenParent[], decided: Decided): readonly Row[] {
  const said = JSON.stringify(decided)
  const before = aligned.get(parents)
  if (before?.decided === said) return before.rows
  const rows = alignRows(parents, decided)
  aligned.set(parents, { decided: said, rows })
  return rows
}
