// Every resource behind the doors, over what all of them are given.
import type { IncomingMessage } from 'node:http'
import type { Router } from 'express'
import type { Office } from '#server/features/account/office.ts'
import { personaKeys } from '#server/features/demo/demoData.ts'
import { demoRoutes } from '#server/features/demo/demoRoutes.ts'
import { personaAccountId } from '#server/features/demo/personas.ts'
import { historyRoutes } from '#server/features/history/historyRoutes.ts'
import { homeRoutes } from '#server/features/home/homeRoutes.ts'
import { meOf } from '#server/features/home/me.ts'
import { accountRoutes } from '#server/http/account.ts'
import { adminOfficeRoutes } from '#server/http/adminOffice.ts'
import { adminPeopleRoutes } from '#server/http/adminPeople.ts'
import { adminRoomRoutes } from '#server/http/adminRooms.ts'
import { aparteRoutes } from '#server/http/aparteRoutes.ts'
import { clientFiles } from '#server/http/clientFiles.ts'
import { cycleRoutes } from '#server/http/cycle.ts'
import { followUpRoutes } from '#server/http/followUp.ts'
import { groupRoutes } from '#server/http/groups.ts'
import { handoverRoutes } from '#server/http/handovers.ts'
import { invitationRoutes } from '#server/http/invitations.ts'
import type { Answering, RoomGuide } from '#server/http/joinAnswer.ts'
import { jointRoutes } from '#server/http/joint.ts'
import { meRoutes } from '#server/http/me.ts'
import { minutesRoutes } from '#server/http/minutes.ts'
import { pastRoutes } from '#server/http/pastImports.ts'
import { peopleRoutes } from '#server/http/people.ts'
import { pictureRoutes } from '#server/http/pictures.ts'
import { presenceRoutes } from '#server/http/presence.ts'
import { remarkRoutes } from '#server/http/remarks.ts'
import { replayRoutes } from '#server/http/replay.ts'
import { roomRoutes } from '#server/http/rooms.ts'
import { sessionTemplateRoutes } from '#server/http/sessionTemplates.ts'
import { signInRoutes } from '#server/http/signIn.ts'
import { similarRoutes } from '#server/http/similar.ts'
import { versionRoutes } from '#server/http/versions.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import type { IdentityDesk } from '#server/transport/identity.ts'
import { failureLimit } from '#server/transport/rateLimit.ts'
import type { Tickets } from '#server/transport/tickets.ts'

export interface ResourceOptions {
  readonly desk: IdentityDesk
  readonly office: Office
  readonly tickets: Tickets
  readonly guide: RoomGuide
  readonly addressOf: (request: IncomingMessage) => string
  readonly wifiCommand: string | null
  readonly clientFolder: string
  readonly turnedAway: (why: string) => void
}

/** In the order in which they are asked; the client's files come last. */
export function resources(deps: Deps, options: ResourceOptions): readonly Router[] {
  const { desk, office, tickets, guide, addressOf, wifiCommand, turnedAway } = options
  const doors = {
    ...{ deps, desk, office, addressOf },
    describe: (account: Account) => meOf(deps.store.cycle, account),
  }
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
    signInRoutes(doors),
    invitationRoutes(doors),
    meRoutes(doors),
    adminPeopleRoutes(doors),
    adminOfficeRoutes(doors),
    adminRoomRoutes(doors),
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
    cycleRoutes({ deps, addressOf, rememberDevice: desk.rememberDevice }),
    pictureRoutes(deps),
    historyRoutes(deps),
    similarRoutes(deps),
    followUpRoutes(deps),
    pastRoutes(deps),
    replayRoutes(deps),
    minutesRoutes(deps),
    versionRoutes({ deps, addressOf }),
    handoverRoutes({ deps, addressOf }),
    remarkRoutes({ deps, addressOf }),
    clientFiles(options.clientFolder),
  ]
}

async function personaAccount({ store }: Deps, persona: string): Promise<Account | undefined> {
  const key = personaKeys.find((one) => one === persona)
  return key && store.people.account(personaAccountId(key))
}
