import { expect, test } from 'vitest'
import { memoryBus } from '#server/adapters/memoryBus.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('messages reach the listeners of their topic, in order, after the present turn', async () => {
  const bus = memoryBus()
  const heard: string[] = []
  bus.listen('a', ([byte]) => heard.push(`first ${byte}`))
  bus.listen('a', ([byte]) => heard.push(`second ${byte}`))
  bus.listen('b', ([byte]) => heard.push(`other ${byte}`))
  bus.publish('a', Uint8Array.of(1))
  bus.publish('a', Uint8Array.of(2))
  expect(heard).toEqual([])
  await turn()
  expect(heard).toEqual(['first 1', 'second 1', 'first 2', 'second 2'])
})

test('a listener that stops hears nothing more, even of what is under way; the same function may listen twice', async () => {
  const bus = memoryBus()
  let heard = 0
  const count = () => {
    heard++
  }
  const stop = bus.listen('a', count)
  bus.listen('a', count)
  bus.publish('a', new Uint8Array())
  stop()
  stop()
  await turn()
  expect(heard).toBe(1)
})

test('a listener that throws silences nobody and is reported', async () => {
  const errors: unknown[] = []
  const bus = memoryBus((error) => errors.push(error))
  let heard = false
  bus.listen('a', () => {
    throw new Error('broken listener')
  })
  bus.listen('a', () => {
    heard = true
  })
  bus.publish('a', new Uint8Array())
  await turn()
  expect(heard).toBe(true)
  expect(errors).toEqual([new Error('broken listener')])
})

test('a closed bus is silent', async () => {
  const bus = memoryBus()
  let heard = false
  bus.listen('a', () => {
    heard = true
  })
  bus.publish('a', new Uint8Array())
  await bus.close()
  bus.publish('a', new Uint8Array())
  await turn()
  expect(heard).toBe(false)
})
