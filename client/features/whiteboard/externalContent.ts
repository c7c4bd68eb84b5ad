// What is pasted or dropped on the canvas: pictures go to the server first, addresses become text, nothing is embedded.
import {
  AssetRecordType,
  createShapeId,
  defaultHandleExternalTextContent,
  defaultHandleExternalTldrawContent,
  type Editor,
  type TLImageShape,
  type TLShapeId,
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
/** Letters of markup beyond which the plain text is put instead. */
const mostHtml = 200_000
const space = 24

export function handleContent(editor: Editor, hands: () => ContentHands): void {
  const middle = (): VecLike => editor.getViewportPageBounds().center
  /** What is pasted arrives when it can; what fails is said, and nothing else changes. */
  const soon = (work: Promise<unknown>): void => void work.catch(() => hands().say('paste.failed'))
  editor.registerExternalContentHandler('files', ({ files, point }) =>
    soon(putImages(editor, hands(), files, point ?? middle())),
  )
  editor.registerExternalContentHandler('svg-text', ({ text, point }) => {
    const file = new File([text], 'dessin.svg', { type: 'image/svg+xml' })
    soon(putImages(editor, hands(), [file], point ?? middle()))
  })
  editor.registerExternalContentHandler('file-replace', ({ file, shapeId }) =>
    soon(replaceImage(editor, hands(), file, shapeId)),
  )
  editor.registerExternalContentHandler('text', (content) => soon(putText(editor, content)))
  editor.registerExternalContentHandler('url', ({ url, point }) =>
    soon(putText(editor, { text: url, point })),
  )
  editor.registerExternalContentHandler('embed', ({ url, point }) =>
    soon(putText(editor, { text: url, point })),
  )
  editor.registerExternalContentHandler('excalidraw', () => hands().say('paste.failed'))
  // Fails for shapes that our whiteboards do not hold.
  editor.registerExternalContentHandler('tldraw', ({ content, point }) =>
    soon(defaultHandleExternalTldrawContent(editor, { content, ...(point ? { point } : {}) })),
  )
  editor.registerExternalAssetHandler('url', () => Promise.reject(new Error('addresses are never asked for')))
}

interface PastedText {
  readonly text: string
  readonly html?: string | undefined
  readonly point?: VecLike | undefined
}

function putText(editor: Editor, { text, html, point }: PastedText): Promise<void> {
  const whole = text.length <= mostLetters && (html?.length ?? 0) <= mostHtml
  return defaultHandleExternalTextContent(editor, {
    text: text.slice(0, mostLetters),
    ...(html && whole ? { html } : {}),
    ...(point ? { point } : {}),
  })
}

async function replaceImage(editor: Editor, hands: ContentHands, file: File, id: TLShapeId): Promise<void> {
  const asset = await assetFor(editor, hands, file)
  if (asset) editor.updateShape<TLImageShape>({ id, type: 'image', props: { assetId: asset.id, crop: null } })
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
