import { expect, test } from 'vitest'
import { call, secureAddress } from '#shared/call/call.ts'
import { ruleContext } from '#shared/contract/ruleContext.ts'

const context = ruleContext({ actor: { role: 'facilitator' } })

test.each([
  'https://meet.jit.si/Nantes',
  'https://visio.example:8443/a?b=c#d',
  'https://[2001:db8::1]/x',
  'https://zoom.us',
])('[C1] %s is kept as it is', (url) => {
  expect(call.commands.set.apply({ url: null }, { url }, context)).toEqual({ ok: true, value: { url } })
})

test.each([
  'http://meet.example/x',
  'javascript:alert(1)',
  'https://visio.example@evil.example/',
  'https://evil.example\\@visio.example',
  'https://a b.example',
  'https://a.example/\u0000',
  'https://a.example/\njavascript:x',
  'data:text/html,x',
  'https://',
  '//meet.example',
  'https://a..b',
])('[C1] %j is refused', (url) => {
  expect(secureAddress(url)).toBeUndefined()
  expect(call.commands.set.apply({ url: null }, { url }, context)).toMatchObject({
    ok: false,
    error: { code: 'bad-input' },
  })
})

test('the link can be taken away', () => {
  expect(call.commands.set.apply({ url: 'https://a.example' }, { url: null }, context)).toEqual({
    ok: true,
    value: { url: null },
  })
})

test('only facilitators, cooperative life and administrators set it', () => {
  const may = (
    standing: 'guest' | 'member' | 'cooperative-life' | 'admin',
    role: 'participant' | 'facilitator',
  ): boolean => call.commands.set.may({ ...context.actor, standing, role }, { url: null })
  expect(may('member', 'facilitator')).toBe(true)
  expect(may('cooperative-life', 'participant')).toBe(true)
  expect(may('admin', 'participant')).toBe(true)
  expect(may('member', 'participant')).toBe(false)
  expect(may('guest', 'participant')).toBe(false)
})
