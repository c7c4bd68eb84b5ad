// tldraw's schema with the shapes that our whiteboards hold: its own validators, and ours for notes and cards.
import {
  createTLSchema,
  defaultBindingSchemas,
  defaultShapeSchemas,
  StyleProp,
  type TLSchema,
} from '@tldraw/tlschema'
import { noteColours } from '#shared/whiteboard/boardModel.ts'
import { largestSide } from '#shared/whiteboard/recordForm.ts'

class NotValid extends Error {}

interface Validator<T> {
  validate(value: unknown): T
}

/** A validator in tldraw's style: it answers the value or throws. */
const check = <T>(what: string, is: (value: unknown) => value is T): Validator<T> => ({
  validate(value) {
    if (is(value)) return value
    throw new NotValid(`expected ${what}`)
  },
})

const side = check(
  'a side in page units',
  (v): v is number => typeof v === 'number' && v > 0 && v <= largestSide,
)
const shortText = check('a name', (v): v is string => typeof v === 'string' && v.length <= 200)
const count = check(
  'a count',
  (v): v is number => typeof v === 'number' && Number.isInteger(v) && v >= 0 && v <= 100_000,
)
const idPattern = /^[^\s/]{1,80}$/u
const opaqueId = check('an id', (v): v is string => typeof v === 'string' && idPattern.test(v))
const refPattern = /^[^\s/]{1,80}\/[^\s/]{1,80}$/u
const draftRefs = check(
  'ids of drafts',
  (v): v is readonly string[] =>
    Array.isArray(v) && v.length <= 100 && v.every((ref) => typeof ref === 'string' && refPattern.test(ref)),
)

/** A style, so that the canvas remembers the colour of the next note. */
export const noteColourStyle = StyleProp.defineEnum('faire-ensemble:noteColour', {
  defaultValue: 'yellow',
  values: [...noteColours],
})

export const noteProps = {
  w: side,
  h: side,
  colour: noteColourStyle,
  author: shortText,
  dots: count,
  draftRefs,
}

export const draftProps = { w: side, h: side, spaceId: opaqueId, draftId: opaqueId }

const { text, draw, arrow, frame, image, geo, line, highlight, group } = defaultShapeSchemas

/** No embeds, bookmarks or videos: nothing on a whiteboard may ask another server for anything. [11] [12] [13] */
export const boardShapes = {
  note: { props: noteProps },
  draft: { props: draftProps },
  text,
  draw,
  arrow,
  frame,
  image,
  geo,
  line,
  highlight,
  group,
}

export type BoardShapeType = keyof typeof boardShapes

export const boardSchema: TLSchema = createTLSchema({ shapes: boardShapes, bindings: defaultBindingSchemas })
