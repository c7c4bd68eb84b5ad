// Records as honest hands make them, one of each kind: fixtures for tests of the rules.
import { type BoardRecord, draftShapeRecord, frameRecord, noteRecord } from '#shared/whiteboard/boardModel.ts'

export const place = { x: 10, y: 20, index: 'a1' }
export const page = 'page:page'

export const base = (type: string, id: string, props: object, more: object = {}): BoardRecord =>
  ({
    id,
    typeName: 'shape',
    type,
    x: 0,
    y: 0,
    rotation: 0,
    index: 'a1',
    parentId: page,
    isLocked: false,
    opacity: 1,
    meta: {},
    props,
    ...more,
  }) as BoardRecord
export const rich = (...content: object[]): object => ({ type: 'doc', content })
export const paragraph = (text: string, marks?: object[]): object => ({
  type: 'paragraph',
  attrs: { dir: 'auto' },
  content: [{ type: 'text', text, ...(marks ? { marks } : {}) }],
})
export const textProps = (richText: object = rich(paragraph('Bonjour'))): object => ({
  color: 'black',
  size: 'm',
  font: 'sans',
  textAlign: 'start',
  w: 100,
  richText,
  scale: 1,
  autoSize: true,
})
export const geoProps = {
  geo: 'rectangle',
  dash: 'draw',
  url: '',
  w: 100,
  h: 80,
  growY: 0,
  scale: 1,
  labelColor: 'black',
  color: 'blue',
  fill: 'none',
  size: 'm',
  font: 'draw',
  align: 'middle',
  verticalAlign: 'middle',
  richText: rich({ type: 'paragraph' }),
}
export const drawProps = (points: number): object => ({
  segments: [
    { type: 'free', points: Array.from({ length: points }, (_, i) => ({ x: i, y: i % 7, z: 0.5 })) },
  ],
  color: 'black',
  fill: 'none',
  dash: 'draw',
  size: 'm',
  isComplete: true,
  isClosed: false,
  isPen: false,
  scale: 1,
})
export const highlightProps = {
  segments: [
    {
      type: 'straight',
      points: [
        { x: 0, y: 0, z: 0.5 },
        { x: 9, y: 9, z: 0.5 },
      ],
    },
  ],
  color: 'yellow',
  size: 'm',
  isComplete: true,
  isPen: false,
  scale: 1,
}
export const lineProps = {
  dash: 'draw',
  size: 'm',
  color: 'black',
  spline: 'line',
  scale: 1,
  points: { a1: { id: 'a1', index: 'a1', x: 0, y: 0 }, a2: { id: 'a2', index: 'a2', x: 50, y: 50 } },
}
export const imageProps = {
  w: 100,
  h: 80,
  playing: true,
  url: '',
  assetId: 'asset:1234',
  crop: null,
  flipX: false,
  flipY: false,
  altText: 'La salle',
}
export const asset = (props: object = {}, more: object = {}): BoardRecord =>
  ({
    id: 'asset:1234',
    typeName: 'asset',
    type: 'image',
    meta: {},
    props: {
      w: 10,
      h: 10,
      name: 'salle.png',
      isAnimated: false,
      mimeType: 'image/png',
      src: '/assets/0123456789abcdefghjkmnpqrs',
      fileSize: 2_000_000,
      ...props,
    },
    ...more,
  }) as BoardRecord
export const note = (props: object = {}, more: object = {}): BoardRecord => ({
  ...noteRecord('shape:n', place, props),
  ...more,
})

export const honest: Readonly<Record<string, BoardRecord[]>> = {
  note: [note({ author: 'Ana', dots: 3, draftRefs: ['space/draft'] })],
  draft: [draftShapeRecord('shape:d', place, { spaceId: 'grp-nantes', draftId: 'wd-nte-01' })],
  text: [
    base(
      'text',
      'shape:t',
      textProps(
        rich(
          paragraph('Voir', [
            {
              type: 'link',
              attrs: {
                href: 'https://example.org/a?b=c',
                target: '_blank',
                rel: 'noopener noreferrer nofollow',
                class: null,
              },
            },
            { type: 'bold' },
          ]),
          { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('un')] }] },
        ),
      ),
    ),
  ],
  draw: [base('draw', 'shape:d', drawProps(50))],
  highlight: [base('highlight', 'shape:h', highlightProps)],
  geo: [base('geo', 'shape:g', geoProps)],
  line: [base('line', 'shape:l', lineProps)],
  frame: [frameRecord('shape:f', place, { w: 640, h: 400, name: 'Ce qui nous freine', dots: 8 })],
  group: [base('group', 'shape:gr', {}), base('geo', 'shape:g', geoProps, { parentId: 'shape:gr' })],
  image: [asset(), base('image', 'shape:i', imageProps)],
  page: [{ id: 'page:two', typeName: 'page', name: 'Page 2', index: 'a2', meta: {} }],
}
