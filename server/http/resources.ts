// Every resource behind the doors, over what all of them are given.
import type { IncomingMessage } from 'node:http'
import type { Router } from 'express'
import type { Office } from '#server/features/account/office.ts'
import { personaKeys } from '#server/features/demo/demoData.ts'
import { demoRoutes } from '#server/features/demo/demoRoutes.ts'
import { personaAccountId } from '#server/features/demo/personas.ts'
import { historyRoutes } from '#server/features/history/historyRoutes.ts'
import { allWaits } from '#server/features/home/allWaits.ts'
import { homeRoutes } from '#server/features/home/homeRoutes.ts'
import { meOf } from '#server/features/home/me.ts'
import { accountRoutes } from '#server/http/account.ts'
import { adminCycleRoutes } from '#server/http/adminCycle.ts'
import { adminOfficeRoutes } from '#server/http/adminOffice.ts'
import { adminPeopleRoutes } from '#server/http/adminPeople.ts'
import { adminRoomRoutes } from '#server/http/adminRooms.ts'
import { aparteRoutes } from '#server/http/aparteRoutes.ts'
import { assemblyRoutes } from '#server/http/assembly.ts'
import { clientFiles } from '#server/http/clientFiles.ts'
import { consultationRoutes } from '#server/http/consultation.ts'
import { convergenceRoutes } from '#server/http/convergence.ts'
import { cycleRoutes } from '#server/http/cycle.ts'
import { exportRoutes } from '#server/http/exports.ts'
import { followUpRoutes } from '#server/http/followUp.ts'
import { groupRoutes } from '#server/http/groups.ts'
import { handoverRoutes } from '#server/http/handovers.ts'
import { instructionRoutes } from '#server/http/instruction.ts'
import { invitationRoutes } from '#server/http/invitations.ts'
import type { Answering, RoomGuide } from '#server/http/joinAnswer.ts'
import { jointRoutes } from '#server/http/joint.ts'
import { libraryRoutes } from '#server/http/library.ts'
import { libraryGroupRoutes } from '#server/http/libraryGroups.ts'
import { meRoutes } from '#server/http/me.ts'
import { minutesRoutes } from '#server/http/minutes.ts'
import { noticesRoutes } from '#server/http/notices.ts'
import { pastRoutes } from '#server/http/pastImports.ts'
import { peopleRoutes } from '#server/http/people.ts'
import { pictureRoutes } from '#server/http/pictures.ts'
import { presenceRoutes } from '#server/http/presence.ts'
import { remarkRoutes } from '#server/http/remarks.ts'
import { replayRoutes } from '#server/http/replay.ts'
import { roomDoorRoutes } from '#server/http/roomDoor.ts'
import { roomRoutes } from '#server/http/rooms.ts'
import { searchRoutes } from '#server/http/search.ts'
import { sessionTemplateRoutes } from '#server/http/sessionTemplates.ts'
import { signInRoutes } from '#server/http/signIn.ts'
import { similarRoutes } from '#server/http/similar.ts'
import { themesRoutes } from '#server/http/themes.ts'
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
  const links = { deps, roomLinks: deps.store.roomLinks, office, now: deps.now }
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
    adminCycleRoutes(doors),
    demoRoutes(deps),
    homeRoutes({ ...deps, waits: (account) => allWaits(deps, account) }),
    roomRoutes({
      deps,
      links,
      answering,
      guide,
      failures: failureLimit(deps.config.limits.failedJoins),
      addressOf,
      rememberDevice: desk.rememberDevice,
      wifiCommand,
      turnedAway,
    }),
    peopleRoutes(deps),
    roomDoorRoutes(links),
    aparteRoutes(deps, answering),
    sessionTemplateRoutes(deps),
    presenceRoutes(deps),
    groupRoutes({ deps, addressOf }),
    jointRoutes({ deps, addressOf }),
    cycleRoutes({ deps, addressOf, rememberDevice: desk.rememberDevice }),
    convergenceRoutes(deps),
    pictureRoutes(deps),
    historyRoutes(deps),
    similarRoutes(deps),
    searchRoutes(deps),
    noticesRoutes({ deps, addressOf, sendsMails: office.sendsMails }),
    exportRoutes({ deps, addressOf }),
    followUpRoutes(deps),
    instructionRoutes(deps),
    consultationRoutes({ ...deps, addressOf }),
    pastRoutes(deps),
    replayRoutes(deps),
    minutesRoutes(deps),
    versionRoutes({ deps, addressOf }),
    handoverRoutes({ deps, addressOf }),
    libraryRoutes(deps),
    libraryGroupRoutes({ deps, addressOf }),
    remarkRoutes({ deps, addressOf }),
    assemblyRoutes({ deps, addressOf, rememberDevice: desk.rememberDevice }),
    themesRoutes(deps),
    clientFiles(options.clientFolder, async () => (await deps.store.cycle.about())?.language),
  ]
}

async function personaAccount({ store }: Deps, persona: string): Promise<Account | undefined> {
  const key = personaKeys.find((one) => one === persona)
  return key && store.people.account(personaAccountId(key))
}
