// Bounds of plain values: what may stand in a record at all, before anything walks it without care.

export interface Bounds {
  /** Levels of arrays and objects. */
  readonly depth: number
  /** Values in all, so that a check takes a bounded time. */
  readonly values: number
  readonly largestNumber: number
  /** Letters of all strings together, keys included. */
  readonly letters: number
}

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** A short code, or undefined when the value is plain JSON within the bounds. */
export function jsonFault(value: unknown, bounds: Bounds): string | undefined {
  const left = { values: bounds.values, letters: bounds.letters }
  const walk = (inner: unknown, depth: number): string | undefined => {
    if (left.values-- <= 0) return 'too-many-values'
    switch (typeof inner) {
      case 'boolean':
        return undefined
      case 'string':
        left.letters -= inner.length
        return left.letters < 0 ? 'too-much-text' : undefined
      case 'number':
        if (!Number.isFinite(inner)) return 'not-finite'
        return Math.abs(inner) > bounds.largestNumber ? 'number-too-large' : undefined
      case 'object':
        break
      default:
        return 'not-json'
    }
    if (inner === null) return undefined
    if (depth >= bounds.depth) return 'too-deep'
    if (Array.isArray(inner)) return first(inner, (child) => walk(child, depth + 1))
    const prototype: unknown = Object.getPrototypeOf(inner)
    if (prototype !== Object.prototype && prototype !== null) return 'not-json'
    return first(Object.entries(inner), ([key, child]) => {
      left.letters -= key.length
      return forbiddenKeys.has(key) ? 'forbidden-key' : walk(child, depth + 1)
    })
  }
  return walk(value, 0)
}

/** The first fault among some, or undefined. */
export function first<T>(items: Iterable<T>, faultOf: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const fault = faultOf(item)
    if (fault) return fault
  }
  return undefined
}

export const isForbiddenKey = (key: string): boolean => forbiddenKeys.has(key)
