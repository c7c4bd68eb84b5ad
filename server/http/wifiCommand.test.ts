import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { lanAddress, wifiCommand } from '#server/http/wifiCommand.ts'

const info = (address: string, more: Partial<NetworkInterfaceInfo> = {}) =>
  ({ address, family: 'IPv4', internal: false, ...more }) as NetworkInterfaceInfo // the other fields are not read

test('the address on the network, not loopback, not a container’s, not one that nobody gave', () => {
  expect(
    lanAddress({
      lo: [info('127.0.0.1', { internal: true })],
      docker0: [info('172.17.0.1')],
      wlan0: [info('fe80::1', { family: 'IPv6' }), info('169.254.3.4'), info('192.168.1.5')],
    }),
  ).toBe('192.168.1.5')
  expect(lanAddress({ docker0: [info('172.17.0.1')] })).toBe('172.17.0.1')
  expect(lanAddress({})).toBeUndefined()
})

test('the command holds what this start was given', () => {
  expect(wifiCommand({ port: 3000 }, { address: '192.168.1.5', dataDir: undefined })).toBe(
    'HOST=0.0.0.0 PUBLIC_URL=http://192.168.1.5:3000 DEMO=1 npm start',
  )
  expect(wifiCommand({ port: 4000 }, { address: undefined, dataDir: '/tmp/a b' })).toBe(
    "PORT=4000 DATA_DIR='/tmp/a b' HOST=0.0.0.0 PUBLIC_URL=http://<address-of-this-computer>:4000 DEMO=1 npm start",
  )
})
