// The one command that opens the demo to the same Wi-Fi.
import type { NetworkInterfaceInfo } from 'node:os'
import type { Config } from '#server/config.ts'

/** This machine's address on a private network; a virtual one of containers only where there is no other. */
export function lanAddress(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string | undefined {
  const found = Object.entries(interfaces).flatMap(([name, infos]) =>
    (infos ?? [])
      .filter(
        ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
      )
      .map(({ address }) => ({
        address,
        rank: /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|wg|tailscale)/.test(name) ? 1 : 0,
      })),
  )
  return found.sort((a, b) => a.rank - b.rank)[0]?.address
}

/** `HOST=0.0.0.0 PUBLIC_URL=http://192.168.1.5:3000 DEMO=1 npm start`, with what else this start was given. */
export function wifiCommand(
  { port }: Pick<Config, 'port'>,
  { address, dataDir }: { address: string | undefined; dataDir: string | undefined },
): string {
  const host = address ?? '<address-of-this-computer>'
  return [
    ...(port === 3000 ? [] : [`PORT=${port}`]),
    ...(dataDir === undefined
      ? []
      : [`DATA_DIR=${/^[\w./-]+$/.test(dataDir) ? dataDir : `'${dataDir.replaceAll("'", "'\\''")}'`}`]),
    'HOST=0.0.0.0',
    `PUBLIC_URL=http://${host}:${port}`,
    'DEMO=1 npm start',
  ].join(' ')
}
