// A wire server of its own for one test, with a line to it that can fail, so that tests which wait may wait side by side.
import { test } from 'vitest'
import { openTcpProxy, type TcpProxy } from '#e2e/network/tcpProxy.ts'
import { fact, type WirePerson, wirePerson } from '#e2e/wire/wirePerson.ts'
import { WireProcess } from '#e2e/wire/wireProcess.ts'

export interface WireTable {
  readonly server: WireProcess
  readonly proxy: TcpProxy
  readonly people: readonly WirePerson[]
  joins(participant: string): Promise<WirePerson>
  /** The text of a document as a newcomer would be given it. */
  wordsOnServer(document: string): Promise<string>
}

export const wireTest = test.extend<{ wire: WireTable }>({
  // The runner reads from the pattern which fixtures this one needs: none.
  wire: async ({}, give) => {
    const people: WirePerson[] = []
    const server = new WireProcess()
    await server.start()
    const proxy = await openTcpProxy({ targetPort: server.port })
    await give({
      ...{ server, proxy, people },
      async joins(participant) {
        const person = await wirePerson(proxy.origin, participant)
        people.push(person)
        await fact(`${participant} is in`, () => person.room.save().state === 'saved')
        return person
      },
      wordsOnServer: async (document) => (await server.document(document)).getText('words').toString(),
    })
    for (const { room } of people) room.close()
    await proxy.close()
    await server.stop()
  },
})
