// What is pasted or dropped on the canvas: pictures go to the server first, addresses become text, nothing is embedded.
import {
  AssetRecordType,
  createShapeId,
  defaultHandleExternalTextContent,
  defaultHandleExternalTldrawContent,
  type Editor,
  type TLImageShape,
  type VecLike,
} from 'tldraw'
import { ImageNotSent, type UploadedImage } from '#client/features/whiteboard/uploadImage.ts'

export interface ContentHands {
  readonly uploadImage: (file: File) => Promise<UploadedImage>
  /** Says what happened, by a key of the whiteboard's texts. */
  readonly say: (key: string) => void
}

/** The longest side that a picture gets when it is put, in page units. */
const longestSide = 480
/** Letters of text that are put at once; the gate takes 20,000. */
const mostLetters = 18_000
const space = 24

export function handleContent(editor: Editor, hands: () => ContentHands): void {
  const middle = (): VecLike => editor.getViewportPageBounds().center
  const text = (content: { text: string; html?: string; point?: VecLike }): Promise<void> =>
    defaultHandleExternalTextContent(editor, {
      ...content,
      text: content.text.slice(0, mostLetters),
      ...(content.text.length > mostLetters ? { html: undefined as never } : {}),
    })
  editor.registerExternalContentHandler('files', ({ files, point }) =>
    putImages(editor, hands(), files, point ?? middle()),
  )
  editor.registerExternalContentHandler('svg-text', ({ text: svg, point }) =>
    putImages(editor, hands(), [new File([svg], 'dessin.svg', { type: 'image/svg+xml' })], point ?? middle()),
  )
  editor.registerExternalContentHandler('file-replace', async ({ file, shapeId }) => {
    const asset = await assetFor(editor, hands(), file)
    if (asset)
      editor.updateShape<TLImageShape>({
        id: shapeId,
        type: 'image',
        props: { assetId: asset.id, crop: null },
      })
  })
  editor.registerExternalContentHandler('text', ({ text: words, html, point }) =>
    text({ text: words, ...(html ? { html } : {}), ...(point ? { point } : {}) }),
  )
  editor.registerExternalContentHandler('url', ({ url, point }) =>
    text({ text: url, ...(point ? { point } : {}) }),
  )
  editor.registerExternalContentHandler('embed', ({ url, point }) =>
    text({ text: url, ...(point ? { point } : {}) }),
  )
  editor.registerExternalContentHandler('excalidraw', () => hands().say('paste.failed'))
  editor.registerExternalContentHandler('tldraw', async ({ content, point }) => {
    try {
      await defaultHandleExternalTldrawContent(editor, { content, ...(point ? { point } : {}) })
    } catch {
      hands().say('paste.failed') // shapes that our whiteboards do not hold
    }
  })
  editor.registerExternalAssetHandler('url', () => Promise.reject(new Error('addresses are never asked for')))
}

async function assetFor(editor: Editor, hands: ContentHands, file: File) {
  try {
    hands.say('image.sending')
    const { id, url, width, height, mime } = await hands.uploadImage(file)
    const asset = AssetRecordType.create({
      id: AssetRecordType.createId(id),
      type: 'image',
      props: {
        name: file.name.slice(0, 200),
        src: url,
        w: width,
        h: height,
        mimeType: mime,
        isAnimated: mime === 'image/gif',
        fileSize: Math.max(1, file.size),
      },
      meta: {},
    })
    if (!editor.getAsset(asset.id)) editor.createAssets([asset])
    return asset.type === 'image' ? asset : undefined
  } catch (error) {
    hands.say(`image.${error instanceof ImageNotSent ? error.reason : 'line'}`)
    return undefined
  }
}

async function putImages(
  editor: Editor,
  hands: ContentHands,
  files: readonly File[],
  point: VecLike,
): Promise<void> {
  let x = point.x
  for (const file of files.slice(0, editor.options.maxFilesAtOnce)) {
    if (!file.type.startsWith('image/')) {
      hands.say('image.kind')
      continue
    }
    const asset = await assetFor(editor, hands, file)
    if (!asset) continue
    const scale = Math.min(1, longestSide / Math.max(asset.props.w, asset.props.h))
    const [w, h] = [asset.props.w * scale, asset.props.h * scale]
    editor.markHistoryStoppingPoint('put image')
    const id = createShapeId()
    editor.createShape<TLImageShape>({
      id,
      type: 'image',
      x: x - w / 2,
      y: point.y - h / 2,
      props: { assetId: asset.id, w, h },
    })
    editor.select(id)
    x += w + space
  }
}
