// A few durable words that the server keeps about itself: the demo's mark, the moment at which it stands.

export interface Settings {
  get(key: string): Promise<string | undefined>
  set(key: string, value: string): Promise<void>
  remove(key: string): Promise<void>
  /** All settings whose key begins with `prefix`, which holds neither `%` nor `_`. */
  list(prefix: string): Promise<readonly { readonly key: string; readonly value: string }[]>
}
