// The room's merges: what is decided by command. The joint words are typed in the document; rows, kept and proposed are computed.
import { z } from 'zod'
import { slice } from '#shared/contract/slice.ts'
import { nuanceTypes, titleLimit } from '#shared/draft/vocabulary.ts'
import { confirmRewording, joinAsNuance, reopenPassages, setAside } from '#shared/merge/deciding.ts'
import { mayChoose } from '#shared/merge/mergeFacts.ts'
import { headerFields, MergeState, reasonCodes } from '#shared/merge/mergeState.ts'
import {
  bringParent,
  closeMerge,
  mergeLimits,
  openMerge,
  refreshParent,
  splitDraft,
} from '#shared/merge/opening.ts'
import { pairPassages, rewordTogether, unpairPassages } from '#shared/merge/pairing.ts'
import { takeHeader, takePassages, untakePassages } from '#shared/merge/taking.ts'

const { command, with: withCommands } = slice<MergeState>(MergeState, { merges: {} })

const id = z.string().min(1).max(160)
const parent = z.object({ spaceId: id, draftId: id })
const passages = z.array(id).min(1).max(mergeLimits.passages)
const ofMerge = { mergeId: id, passages }
const title = z.string().max(titleLimit)
/** Characters of a reason. */
const words = z.string().max(2_000)

/** [M7] Everybody who may write in the joint draft; the server's half looks where that is. */
const may = mayChoose

export const merge = withCommands({
  /** `all`: every passage of every parent is taken at once (« prendre dans la partie commune »). */
  open: command({
    input: z.object({
      parents: z.array(parent).min(1).max(mergeLimits.parents),
      all: z.boolean().optional(),
      into: z.object({ title }).optional(),
    }),
    may,
    apply: openMerge,
  }),
  bring: command({ input: z.object({ mergeId: id, parent }), may, apply: bringParent }),
  refresh: command({ input: z.object({ mergeId: id, parentKey: id }), may, apply: refreshParent }),
  split: command({
    input: parent.extend({
      parts: z.array(z.object({ title, passages })).min(2).max(mergeLimits.parts),
      reason: words.refine((text) => text.trim() !== ''),
      fingerprint: z.string().max(64).optional(),
    }),
    may,
    apply: splitDraft,
  }),
  close: command({ input: z.object({ mergeId: id, reason: words }), may, apply: closeMerge }),
  take: command({ input: z.object(ofMerge), may, apply: takePassages }),
  untake: command({ input: z.object(ofMerge), may, apply: untakePassages }),
  header: command({
    input: z.object({ mergeId: id, field: z.enum(headerFields), from: id }),
    may,
    apply: takeHeader,
  }),
  pair: command({ input: z.object(ofMerge), may, apply: pairPassages }),
  unpair: command({ input: z.object(ofMerge), may, apply: unpairPassages }),
  reword: command({ input: z.object({ ...ofMerge, on: z.boolean() }), may, apply: rewordTogether }),
  setAside: command({
    input: z.object({
      ...ofMerge,
      reason: z.object({ code: z.enum(reasonCodes), text: words, coveredBy: id.nullish() }),
    }),
    may,
    apply: setAside,
  }),
  join: command({
    input: z.object({ ...ofMerge, type: z.enum(nuanceTypes).optional() }),
    may,
    apply: joinAsNuance,
  }),
  reopen: command({ input: z.object(ofMerge), may, apply: reopenPassages }),
  confirm: command({ input: z.object(ofMerge), may, apply: confirmRewording }),
})
