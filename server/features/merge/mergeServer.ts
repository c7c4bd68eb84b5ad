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
import { compareInSteps } from '#shared/merge/compareParents.ts'
import type { FrozenParent } from '#shared/merge/frozenParent.ts'
import { effectInputs } from '#shared/merge/mergeEffects.ts'
import { keepParent, readParents } from '#shared/merge/mergesInDocument.ts'
import { beginMerge, putHeader, putThings, takeAwayThings } from '#shared/merge/performMerge.ts'
import { someSteps } from '#shared/merge/steps.ts'

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
      await comparedBefore(lane(), put)
      // After a crash in between the effect goes on where it was: each portion is counted in the document.
      for (const things of portionsOf(put.things))
        await lane().edit(draftsIn(put.spaceId), (doc) =>
          putThings(doc, { ...put, things }, rowsOf(readParents(doc, put.mergeId), decided)),
        )
      return
    }
    case 'takeAway': {
      const taken = effectInputs.takeAway.parse(input)
      for (const things of portionsOf(taken.things))
        await lane().edit(draftsIn(taken.spaceId), (doc) => takeAwayThings(doc, { ...taken, things }))
      return
    }
    case 'header': {
      const header = effectInputs.header.parse(input)
      return lane().edit(draftsIn(header.spaceId), (doc) => putHeader(doc, header))
    }
    default:
      throw new Error(`unknown effect of merges: ${kind}`)
  }
}

/** Passages that are put or taken away in one change: letters are passed on between two. */
const portion = 20

const portionsOf = <Thing>(things: readonly Thing[]): Thing[][] =>
  Array.from({ length: Math.ceil(things.length / portion) }, (_none, at) =>
    things.slice(at * portion, (at + 1) * portion),
  )

/** Milliseconds that letters may wait for a comparison of two texts. */
const sliceMs = 8

/** Two drafts of 3,000 words are compared for a tenth of a second and more: before the document is held, and letters go in between. */
async function comparedBefore(
  lane: Pick<DocumentLane, 'read'>,
  { spaceId, mergeId }: { readonly spaceId: string; readonly mergeId: string },
): Promise<void> {
  const parents = await lane.read(draftsIn(spaceId), (doc) => readParents(doc, mergeId))
  if (!parents) return
  const steps = compareInSteps(parents)
  while (!someSteps(steps, sliceMs, () => performance.now()))
    await new Promise((resolve) => setImmediate(resolve))
}

interface Aligned {
  readonly decided: string
  readonly rows: readonly Row[]
}
const aligned = new WeakMap<readonly FrozenParent[], Aligned>()

/** Once a pairing. */
function rowsOf(parents: readonly FrozenParent[], decided: Decided): readonly Row[] {
  const said = JSON.stringify(decided)
  const before = aligned.get(parents)
  if (before?.decided === said) return before.rows
  const rows = alignRows(parents, decided)
  aligned.set(parents, { decided: said, rows })
  return rows
}
