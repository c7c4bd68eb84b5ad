// Ids are opaque. They come from getRandomValues, which also exists on plain-http pages (crypto.subtle does not).

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** A random id of 26 characters (130 bits), safe in addresses, file names and document names. */
export function randomId(): string {
  const bytes = new Uint8Array(26)
  crypto.getRandomValues(bytes)
  let id = ''
  for (const byte of bytes) id += alphabet[byte & 31]
  return id
}
