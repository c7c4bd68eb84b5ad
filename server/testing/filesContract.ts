// What every keeper of files and of settings must do.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Files, StoredFile } from '#server/ports/files.ts'
import type { Settings } from '#server/ports/settings.ts'
import type { OpenPort } from '#server/testing/documentLogContract.ts'

const picture: StoredFile = {
  id: crypto.randomUUID(),
  roomId: 'nantes',
  mime: 'image/png',
  bytes: 4,
  width: 640,
  height: 480,
  uploadedBy: 'ana',
}

export function filesContract(name: string, open: () => Promise<OpenPort<Files>>): void {
  describe(`files: ${name}`, () => {
    let files: Files
    let close: () => Promise<void>
    beforeEach(async () => {
      const opened = await open()
      files = opened.port
      close = () => opened.close()
    })
    afterEach(() => close())

    test('come back byte for byte', async () => {
      const content = Uint8Array.from({ length: 70_000 }, (_, i) => i)
      await files.save({ ...picture, bytes: content.byteLength }, content)
      expect(await files.find(picture.id)).toEqual({ ...picture, bytes: 70_000 })
      expect(await files.read(picture.id)).toEqual(content)
    })

    test('are counted by room', async () => {
      expect(await files.usage('nantes')).toBe(0)
      await files.save(picture, new Uint8Array(4))
      await files.save({ ...picture, id: 'second', bytes: 10 }, new Uint8Array(10))
      await files.save({ ...picture, id: 'third', roomId: 'lyon', bytes: 100 }, new Uint8Array(100))
      expect(await files.usage('nantes')).toBe(14)
    })

    test('are saved once', async () => {
      await files.save(picture, new Uint8Array(4))
      await expect(files.save(picture, Uint8Array.of(1, 2, 3, 4))).rejects.toThrow()
      expect(await files.read(picture.id)).toEqual(new Uint8Array(4))
    })

    test.each([
      '',
      '.',
      '..',
      '../store.sqlite',
      'a/b',
      'a\\b',
      'A',
      'a\u0000',
      '%2e%2e',
      'con.png',
      'é',
      'x'.repeat(65),
    ])('are never reached by the name %j', async (id) => {
      await expect(files.save({ ...picture, id }, new Uint8Array(4))).rejects.toThrow()
      expect(await files.read(id)).toBeUndefined()
    })

    test('unknown are undefined', async () => {
      expect(await files.find('unknown')).toBeUndefined()
      expect(await files.read('unknown')).toBeUndefined()
    })
  })
}

export function settingsContract(name: string, open: () => Promise<OpenPort<Settings>>): void {
  describe(`settings: ${name}`, () => {
    test('are set, replaced and removed', async () => {
      const { port: settings, close } = await open()
      try {
        expect(await settings.get('demo')).toBeUndefined()
        await settings.set('demo', 'joint-evening')
        await settings.set('demo', 'le soir « <14> »')
        await settings.set('other', '')
        expect(await settings.get('demo')).toBe('le soir « <14> »')
        expect(await settings.get('other')).toBe('')
        await settings.set('other:1', 'one')
        await settings.set('other:2', 'two')
        expect(await settings.list('other:')).toEqual([
          { key: 'other:1', value: 'one' },
          { key: 'other:2', value: 'two' },
        ])
        await settings.remove('demo')
        await settings.remove('demo')
        expect(await settings.get('demo')).toBeUndefined()
      } finally {
        await close()
      }
    })
  })
}
