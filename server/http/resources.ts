// Every resource behind the doors, over what all of them are given.
import type { IncomingMessage } from 'node:http'
import type { Router } from 'express'
import { personaKeys } from '#server/features/demo/demoData.ts'
import { demoRoutes } from '#server/features/demo/demoRoutes.ts'
import { personaAccountId } from '#server/features/demo/personas.ts'
import { historyRoutes } from '#server/features/history/historyRoutes.ts'
import { homeRoutes } from '#server/features/home/homeRoutes.ts'
import { meOf } from '#server/features/home/me.ts'
import { accountRoutes } from '#server/http/account.ts'
import { aparteRoutes } from '#server/http/aparteRoutes.ts'
import { clientFiles } from '#server/http/clientFiles.ts'
import { groupRoutes } from '#server/http/groups.ts'
import type { Answering, RoomGuide } from '#server/http/joinAnswer.ts'
import { jointRoutes } from '#server/http/joint.ts'
import { minutesRoutes } from '#server/http/minutes.ts'
import { peopleRoutes } from '#server/http/people.ts'
import { pictureRoutes } from '#server/http/pictures.ts'
import { presenceRoutes } from '#server/http/presence.ts'
import { replayRoutes } from '#server/http/replay.ts'
import { roomRoutes } from '#server/http/rooms.ts'
import { sessionTemplateRoutes } from '#server/http/sessionTemplates.ts'
import { similarRoutes } from '#server/http/similar.ts'
import { versionRoutes } from '#server/http/versions.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import type { IdentityDesk } from '#server/transport/identity.ts'
import { failureLimit } from '#server/transport/rateLimit.ts'
import type { Tickets } from '#server/transport/tickets.ts'

export interface ResourceOptions {
  readonly desk: IdentityDesk
  readonly tickets: Tickets
  readonly guide: RoomGuide
  readonly addressOf: (request: IncomingMessage) => string
  readonly wifiCommand: string | null
  readonly clientFolder: string
  readonly turnedAway: (why: string) => void
}

/** In the order in which they are asked; the client's files come last. */
export function resources(deps: Deps, options: ResourceOptions): readonly Router[] {
  const { desk, tickets, guide, addressOf, wifiCommand, turnedAway } = options
  const answering: Answering = {
    documentLog: deps.store.documentLog,
    tickets,
    guide,
    now: deps.now,
    tldrawLicenseKey: deps.config.tldrawLicenseKey,
  }
  return [
    accountRoutes({
      deps,
      desk,
      personaAccount: (persona) => personaAccount(deps, persona),
      describe: (account) => meOf(deps.store.cycle, account),
    }),
    demoRoutes(deps),
    homeRoutes(deps),
    roomRoutes({
      deps,
      answering,
      guide,
      failures: failureLimit(deps.config.limits.failedJoins),
      addressOf,
      rememberDevice: desk.rememberDevice,
      wifiCommand,
      turnedAway,
    }),
    peopleRoutes(deps),
    aparteRoutes(deps, answering),
    sessionTemplateRoutes(deps),
    presenceRoutes(deps),
    groupRoutes({ deps, addressOf }),
    jointRoutes({ deps, addressOf }),
    pictureRoutes(deps),
    historyRoutes(deps),
    similarRoutes(deps),
    replayRoutes(deps),
    minutesRoutes(deps),
    versionRoutes({ deps, addressOf }),
    clientFiles(options.clientFolder),
  ]
}

async function personaAccount({ store }: Deps, persona: string): Promise<Account | undefined> {
  const key = personaKeys.find((one) => one === persona)
  return key && store.people.account(personaAccountId(key))
}
