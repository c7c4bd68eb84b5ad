// A keyed digest of what a journal may not hold: it tells a retry from another command, and says nothing to who reads it.
import { createHmac, hkdfSync } from 'node:crypto'

export function secretDigest(secret: string): (text: string) => string {
  const key = Buffer.from(hkdfSync('sha256', secret, 'faire-ensemble', 'journal v1', 32))
  return (text) => createHmac('sha256', key).update(text).digest('base64url')
}
