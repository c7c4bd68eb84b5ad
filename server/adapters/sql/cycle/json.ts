// Reads and writes fields of JSON objects by dotted paths, without ever following a prototype.

export type JsonObject = Record<string, unknown>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const own = (object: JsonObject, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined

/** The object that holds the last name of the path, and that name. */
function holderOf(object: JsonObject, path: string): [JsonObject | undefined, string] {
  const names = path.split('.')
  const last = names.pop() ?? ''
  let holder: JsonObject | undefined = object
  for (const name of names) {
    const inner: unknown = holder && own(holder, name)
    holder = isObject(inner) ? inner : undefined
  }
  return [holder, last]
}

export function getField(object: JsonObject, path: string): unknown {
  const [holder, name] = holderOf(object, path)
  return holder && own(holder, name)
}

/** Makes the objects on the way. */
export function setField(object: JsonObject, path: string, value: unknown): void {
  const names = path.split('.')
  const last = names.pop() ?? ''
  let holder = object
  for (const name of names) {
    const inner = own(holder, name)
    if (isObject(inner)) holder = inner
    else holder = setName(holder, name, {}) as JsonObject // it was just made an object
  }
  setName(holder, last, value)
}

export function removeField(object: JsonObject, path: string): void {
  const [holder, name] = holderOf(object, path)
  if (holder) delete holder[name]
}

/** Plain assignment to `__proto__` would change the prototype in place of keeping a field. */
export function setName(object: JsonObject, name: string, value: unknown): unknown {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
  return value
}

/** Equal as JSON: the order of fields does not count, the order of lists does. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => sameJson(item, b[i]))
  if (!isObject(a) || !isObject(b)) return false
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  return names.every((name) => Object.hasOwn(b, name) && sameJson(a[name], b[name]))
}
