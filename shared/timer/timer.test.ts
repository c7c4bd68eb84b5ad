import { expect, test } from 'vitest'
import { ruleContext } from '#shared/contract/ruleContext.ts'
import { clockFace, minutesLeft, momentPassed } from '#shared/timer/timeLeft.ts'
import { minuteMs, type TimerState, timer } from '#shared/timer/timer.ts'

const at = (now: number) => ruleContext({ actor: { role: 'facilitator' }, now })
const { start, pause, resume, extend, stop } = timer.commands
const idle: TimerState = { status: 'idle' }
const running = (endsAt: number): TimerState => ({ status: 'running', endsAt })
const paused = (remainingMs: number): TimerState => ({ status: 'paused', remainingMs })
const refused = (reason: string) => ({ ok: false, error: { reason } })

test('[T1] the server stamps the end from the length given', () => {
  expect(start.apply(idle, { durationMs: 5 * minuteMs }, at(1_000))).toEqual({
    ok: true,
    value: running(301_000),
  })
  expect(start.input.safeParse({ durationMs: 9_999 }).success).toBe(false)
  expect(start.input.safeParse({ durationMs: 4 * 60 * minuteMs + 1 }).success).toBe(false)
  expect(start.input.safeParse({ endsAt: 5 }).success).toBe(false)
})

test.each(Object.entries(timer.commands))(
  '[T2] %s is for facilitators, cooperative life and administrators',
  (_name, command) => {
    const may = (standing: 'guest' | 'admin', role: 'participant' | 'facilitator' | 'observer'): boolean =>
      (command.may as (actor: object) => boolean)({ ...at(0).actor, standing, role }) // one of five inputs, unused by may
    expect([may('guest', 'participant'), may('guest', 'observer')]).toEqual([false, false])
    expect([may('guest', 'facilitator'), may('admin', 'participant')]).toEqual([true, true])
  },
)

test('[T3] of two facilitators who act at once the second is told, and nothing happens twice', () => {
  expect(start.apply(running(60_000), { durationMs: minuteMs }, at(0))).toMatchObject(refused('timer.runs'))
  expect(start.apply(paused(5_000), { durationMs: minuteMs }, at(0))).toMatchObject(refused('timer.runs'))
  const once = extend.apply(running(60_000), { minutes: 2, seen: 60_000 }, at(0))
  expect(once).toEqual({ ok: true, value: running(180_000) })
  expect(extend.apply(running(180_000), { minutes: 2, seen: 60_000 }, at(0))).toMatchObject(
    refused('timer.changed'),
  )
  expect(pause.apply(running(180_000), { seen: 60_000 }, at(0))).toMatchObject(refused('timer.changed'))
  expect(resume.apply(paused(9_000), { seen: 5_000 }, at(0))).toMatchObject(refused('timer.changed'))
  expect(stop.apply(running(180_000), { seen: 60_000 }, at(0))).toMatchObject(refused('timer.changed'))
  expect(stop.apply(idle, { seen: 60_000 }, at(0))).toEqual({ ok: true, value: idle })
})

test('pausing keeps what is left, resuming gives exactly that again', () => {
  expect(pause.apply(running(60_000), { seen: 60_000 }, at(20_000))).toEqual({
    ok: true,
    value: paused(40_000),
  })
  expect(resume.apply(paused(40_000), { seen: 40_000 }, at(100_000))).toEqual({
    ok: true,
    value: running(140_000),
  })
  expect(pause.apply(paused(1), { seen: 1 }, at(0))).toMatchObject(refused('timer.notRunning'))
  expect(resume.apply(running(1), { seen: 1 }, at(0))).toMatchObject(refused('timer.notPaused'))
})

test('[T4] [T5] at the end nothing changes; minutes added then count from now; over, it may be started anew', () => {
  const over = running(60_000)
  expect(pause.apply(over, { seen: 60_000 }, at(60_000))).toMatchObject(refused('timer.notRunning'))
  expect(extend.apply(over, { minutes: 2, seen: 60_000 }, at(90_000))).toEqual({
    ok: true,
    value: running(210_000),
  })
  expect(start.apply(over, { durationMs: minuteMs }, at(60_000))).toEqual({
    ok: true,
    value: running(120_000),
  })
  expect(stop.apply(over, { seen: 60_000 }, at(90_000))).toEqual({ ok: true, value: idle })
  expect(extend.apply(paused(30_000), { minutes: 1, seen: 30_000 }, at(9))).toEqual({
    ok: true,
    value: paused(90_000),
  })
  expect(extend.apply(idle, { minutes: 1, seen: 9 }, at(0))).toMatchObject(refused('timer.none'))
  expect(
    extend.apply(paused(4 * 60 * minuteMs), { minutes: 1, seen: 4 * 60 * minuteMs }, at(0)),
  ).toMatchObject(refused('timer.tooLong'))
})

test('the clock rounds up, so that 00:00 and the end are one', () => {
  expect([760_000, 150_000, 1, 0, -5_000, 90 * minuteMs].map(clockFace)).toEqual([
    '12:40',
    '02:30',
    '00:01',
    '00:00',
    '00:00',
    '90:00',
  ])
  expect([60_001, 60_000, 1, 0, -1].map(minutesLeft)).toEqual([2, 1, 1, 0, 0])
})

test('five minutes, one minute and the end are said once each, the latest after a sleep', () => {
  expect(momentPassed(300_500, 299_500)).toBe('five')
  expect(momentPassed(299_500, 298_500)).toBeUndefined()
  expect(momentPassed(60_001, 60_000)).toBe('one')
  expect(momentPassed(400_000, 30_000)).toBe('one')
  expect(momentPassed(400_000, -30_000)).toBe('end')
  expect(momentPassed(0, -1_000)).toBeUndefined()
})
