// Our two shapes as tldraw knows them, and the store that holds a whiteboard.
import { createTLStore, type TLAssetStore, type TLBaseShape, type TLStore } from 'tldraw'
import type { DraftShapeProps, NoteProps } from '#shared/whiteboard/boardModel.ts'
import { boardSchema } from '#shared/whiteboard/boardSchema.ts'

export type NoteShape = TLBaseShape<'note', { -readonly [K in keyof NoteProps]: NoteProps[K] }>
export type DraftShape = TLBaseShape<'draft', { -readonly [K in keyof DraftShapeProps]: DraftShapeProps[K] }>

/** Only pictures of this server are ever asked for. */
export const isOwnPicture = (src: unknown): src is string =>
  typeof src === 'string' && /^\/assets\/[\w-]+$/u.test(src)

export const boardStore = (upload: (file: File) => Promise<string>): TLStore =>
  createTLStore({
    schema: boardSchema,
    assets: {
      upload: async (_asset, file) => ({ src: await upload(file) }),
      resolve: ({ props }) => ('src' in props && isOwnPicture(props.src) ? props.src : null),
    } satisfies TLAssetStore,
  })
