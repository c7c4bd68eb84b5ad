import { expect, test } from 'vitest'
import { secureAddress } from '#shared/call/call.ts'
import { quietAddress } from '#shared/call/quietAddress.ts'

const silent = 'config.startSilent=true&config.startWithAudioMuted=true'

test.each([
  ['https://meet.jit.si/Nantes', `https://meet.jit.si/Nantes#${silent}`],
  ['https://meet.jit.si/Nantes#', `https://meet.jit.si/Nantes#${silent}`],
  ['https://framatalk.org/a?x=1', `https://framatalk.org/a?x=1#${silent}`],
  ['https://jitsi.enercoop.example:8443/a', `https://jitsi.enercoop.example:8443/a#${silent}`],
  [
    'https://meet.jit.si/A#config.prejoinPageEnabled=false',
    `https://meet.jit.si/A#config.prejoinPageEnabled=false&${silent}`,
  ],
])('[C2] %s opens without sound', (url, quiet) => {
  expect(quietAddress(url)).toBe(quiet)
  expect(secureAddress(quiet)).toBe(quiet)
})

test.each([
  'https://zoom.us/j/123',
  'https://bbb.example/b/abc',
  'https://jit.si.evil.example/x',
  'https://notjitsi.example/x',
  'https://evil.example/jit.si',
])('[C2] %s is left as it is: nothing is known of its settings', (url) => {
  expect(quietAddress(url)).toBeUndefined()
})
