// The room's video call: a link to any videoconference, opened in a window of its own.
import { z } from 'zod'
import { ok, refuse } from '#shared/contract/result.ts'
import { slice } from '#shared/contract/slice.ts'
import { mayFacilitate } from '#shared/people/access.ts'

const State = z.object({ url: z.string().nullable() })
export type CallState = z.output<typeof State>

const { command, with: withCommands } = slice<CallState>(State, { url: null })

export const call = withCommands({
  set: command({
    input: z.object({ url: z.string().trim().max(500).nullable() }),
    may: mayFacilitate,
    apply: (_state, { url }) => {
      if (url === null || url === '') return ok({ url: null })
      const address = secureAddress(url)
      return address ? ok({ url: address }) : refuse('bad-input', 'call.notAnAddress')
    },
  }),
})

/**
 * [C1] Only https, without a user name (`https://visio.example@elsewhere.example` shows one host and opens another), and without
 * control characters, which browsers drop in silence. Undefined for anything else.
 */
export function secureAddress(text: string): string | undefined {
  const match = /^https:\/\/([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d{1,5})?([/?#][!-~]*)?$/i.exec(text)
  return match?.[1]?.includes('..') ? undefined : match?.[0]
}
