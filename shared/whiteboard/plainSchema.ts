// tldraw's schema once more, without tldraw: what lists and phones check in a moment. A test holds it to the real one, value by value.
import { noteColours } from '#shared/whiteboard/boardModel.ts'
import { largestSide } from '#shared/whiteboard/recordForm.ts'

/** Values are plain JSON with finite numbers: `formFault` has looked at them. */
type Is = (value: unknown) => boolean

const isNumber: Is = (value) => typeof value === 'number'
const isPositive: Is = (value) => typeof value === 'number' && value > 0
const isString: Is = (value) => typeof value === 'string'
const isBoolean: Is = (value) => typeof value === 'boolean'
const isSide: Is = (value) => typeof value === 'number' && value > 0 && value <= largestSide
const matches =
  (pattern: RegExp): Is =>
  (value) =>
    typeof value === 'string' && pattern.test(value)
const oneOf = (...values: readonly unknown[]): Is => {
  const set = new Set(values)
  return (value) => set.has(value)
}
const orNull =
  (is: Is): Is =>
  (value) =>
    value === null || is(value)
const listOf =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(is)
const object =
  (required: Readonly<Record<string, Is>>, optional: Readonly<Record<string, Is>> = {}): Is =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(required).every(([key, is]) => is((value as Record<string, unknown>)[key])) && // not null, so that it can be asked
    Object.entries(value).every(([key, inner]) =>
      Object.hasOwn(required, key) ? true : Object.hasOwn(optional, key) && optional[key]?.(inner),
    )

/**
 * A fractional index as tldraw reads one: the first letter says how many digits its whole part has. Whole parts of 27 digits
 * and more, which begin with A or z, do not come up: that takes 62^25 siblings.
 */
const isIndex: Is = (value) => {
  if (typeof value !== 'string') return false
  const head = value.charCodeAt(0)
  const digits = head >= 97 && head < 122 ? head - 96 : head > 65 && head <= 90 ? 91 - head : Number.NaN
  return value.length > digits && /^[0-9A-Za-z]*$/u.test(value.slice(1, digits + 1))
}
const isShapeId = matches(/^shape:/u)
const isPoint = object({ x: isNumber, y: isNumber }, { z: isNumber })
const isRichText: Is = (value) =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).every((key) => key === 'type' || key === 'content') &&
  isString((value as { type?: unknown }).type) && // not null, so that it can be asked
  Array.isArray((value as { content?: unknown }).content)
/** Empty, of this server, or a page or address elsewhere. */
const isLink = matches(/^($|\.?\/(?!\/)|https?:\/*[^\s/]|mailto:)/iu)

const names = (list: string): Is => oneOf(...list.split(' '))
const colour = names(
  'black grey light-violet violet blue light-blue yellow orange green light-green light-red red white',
)
const dash = names('draw solid dashed dotted')
const fill = names('none semi solid pattern fill')
const font = names('draw sans serif mono')
const size = names('s m l xl')
const arrowhead = names('arrow triangle square dot pipe diamond inverted bar none')
const segments = listOf(object({ type: names('free straight'), points: listOf(isPoint) }))

const note = {
  w: isSide,
  h: isSide,
  colour: oneOf(...noteColours),
  author: matches(/^[\s\S]{0,200}$/),
  dots: (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100_000,
  draftRefs: (value: unknown) =>
    Array.isArray(value) && value.length <= 100 && value.every(matches(/^[^\s/]{1,80}\/[^\s/]{1,80}$/u)),
}
const id = matches(/^[^\s/]{1,80}$/u)

/** Props by type of shape. */
const shapeProps: Readonly<Record<string, Readonly<Record<string, Is>>>> = {
  note,
  draft: { w: isSide, h: isSide, spaceId: id, draftId: id },
  text: {
    color: colour,
    size,
    font,
    textAlign: names('start middle end'),
    w: isPositive,
    richText: isRichText,
    scale: isPositive,
    autoSize: isBoolean,
  },
  draw: {
    color: colour,
    fill,
    dash,
    size,
    segments,
    isComplete: isBoolean,
    isClosed: isBoolean,
    isPen: isBoolean,
    scale: isPositive,
  },
  highlight: { color: colour, size, segments, isComplete: isBoolean, isPen: isBoolean, scale: isPositive },
  arrow: {
    kind: names('arc elbow'),
    labelColor: colour,
    color: colour,
    fill,
    dash,
    size,
    arrowheadStart: arrowhead,
    arrowheadEnd: arrowhead,
    font,
    start: isPoint,
    end: isPoint,
    bend: isNumber,
    text: isString,
    labelPosition: isNumber,
    scale: isPositive,
    elbowMidPoint: isNumber,
  },
  frame: { w: isPositive, h: isPositive, name: isString, color: colour },
  image: {
    w: isPositive,
    h: isPositive,
    playing: isBoolean,
    url: isLink,
    assetId: orNull(matches(/^asset:/u)),
    crop: orNull(object({ topLeft: isPoint, bottomRight: isPoint }, { isCircle: isBoolean })),
    flipX: isBoolean,
    flipY: isBoolean,
    altText: isString,
  },
  geo: {
    geo: names(
      'cloud rectangle ellipse triangle diamond pentagon hexagon octagon star rhombus rhombus-2 oval trapezoid arrow-right arrow-left arrow-up arrow-down x-box check-box heart',
    ),
    dash,
    url: isLink,
    w: isPositive,
    h: isPositive,
    growY: (value) => typeof value === 'number' && value >= 0,
    scale: isPositive,
    labelColor: colour,
    color: colour,
    fill,
    size,
    font,
    align: names('start middle end start-legacy end-legacy middle-legacy'),
    verticalAlign: names('start middle end'),
    richText: isRichText,
  },
  line: {
    color: colour,
    dash,
    size,
    spline: names('cubic line'),
    points: (value) =>
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).every(object({ id: isString, index: isIndex, x: isNumber, y: isNumber })),
    scale: isPositive,
  },
  group: {},
}

const anything: Is = (value) => value !== undefined
const ids = { id: isString, typeName: isString, meta: anything }
const shape = {
  ...ids,
  x: isNumber,
  y: isNumber,
  rotation: isNumber,
  index: isIndex,
  parentId: matches(/^(page|shape):/u),
  isLocked: isBoolean,
  opacity: (value: unknown) => typeof value === 'number' && value >= 0 && value <= 1,
}

const shapes: ReadonlyMap<unknown, Is> = new Map(
  Object.entries(shapeProps).map(([type, props]) => [
    type,
    object({ ...shape, type: oneOf(type), props: object(props) }),
  ]),
)
const binding = object({
  ...ids,
  type: oneOf('arrow'),
  fromId: isShapeId,
  toId: isShapeId,
  props: object({
    terminal: names('start end'),
    normalizedAnchor: isPoint,
    isExact: isBoolean,
    isPrecise: isBoolean,
    snap: names('center edge-point edge none'),
  }),
})
const page = object({ ...ids, name: isString, index: isIndex })

/** Whether a record has the keys and types that tldraw wants. Pages, shapes and bindings; nothing else is in a list. */
export function fitsSchema(record: Readonly<Record<string, unknown>>): boolean {
  switch (record['typeName']) {
    case 'shape':
      return shapes.get(record['type'])?.(record) ?? false
    case 'binding':
      return binding(record)
    case 'page':
      return page(record)
    default:
      return true
  }
}
