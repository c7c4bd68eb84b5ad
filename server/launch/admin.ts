// `npm run admin -- invite NAME`: prints a one-time link for the first administrator, or for another one.
import { openStore } from '#server/adapters/sql/openStore.ts'
import { readConfig } from '#server/config.ts'
import { firstLife, invite } from '#server/features/account/invite.ts'
import { commandWords, runOnStore } from '#server/launch/storeCommand.ts'
import { StoreFailure } from '#server/ports/storeFailure.ts'
import { inviteInput } from '#shared/account/admin.ts'

const words = commandWords(process.env)
const spoken = {
  fr: {
    usage: 'usage : npm run admin -- invite NOM [--email ADRESSE]',
    link: (name: string, url: string) =>
      `Lien d’administration pour ${name} (une seule fois, pendant 48 heures) :\n${url}`,
    inUse: 'un serveur utilise cet espace de données : arrêtez-le d’abord, ou invitez depuis sa page /admin',
  },
  en: {
    usage: 'usage: npm run admin -- invite NAME [--email ADDRESS]',
    link: (name: string, url: string) => `Administration link for ${name} (once, for 48 hours):\n${url}`,
    inUse: 'a server is using this store: stop it first, or invite from its page /admin',
  },
  nl: {
    usage: 'gebruik: npm run admin -- invite NAAM [--email ADRES]',
    link: (name: string, url: string) => `Beheerlink voor ${name} (één keer, gedurende 48 uur):\n${url}`,
    inUse: 'een server gebruikt deze opslag: stop hem eerst, of nodig uit via zijn pagina /admin',
  },
}[words.language]

async function run(): Promise<number> {
  const [act, ...rest] = process.argv.slice(2)
  const at = rest.indexOf('--email')
  const email = at < 0 ? undefined : rest.splice(at, 2)[1]
  const name = rest.join(' ')
  const input = inviteInput.safeParse({
    ...{ name, language: words.language, roles: [{ role: 'admin', scope: null }] },
    ...(email === undefined ? {} : { email }),
  })
  if (act !== 'invite' || name.startsWith('--') || !input.success) throw new Error(spoken.usage)
  const { publicUrl } = readConfig(process.env)
  return await runOnStore(openStore, process.env, async (store) => {
    // The mail stays with the operator: whoever reads this terminal hands the link over.
    const deps = { store, publicUrl, now: Date.now }
    const { url } = await invite(deps, input.data, { by: 'console', life: firstLife })
    process.stdout.write(`${spoken.link(input.data.name, url)}\n`)
    return 0
  })
}

process.exitCode = await run().catch((error: unknown) => {
  const inUse = error instanceof StoreFailure && error.kind === 'in-use'
  process.stderr.write(`${inUse ? spoken.inUse : words.failure(error)}\n`)
  return 1
})
