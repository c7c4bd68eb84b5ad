// How many may answer: from anywhere, from one address; and from the hall or call where a text is being presented.

/**
 * [F1] A browser has one ressenti a text and day, which it may change that day.
 * [F2] From one address (IPv4 address, IPv6 /64) five browsers count for a text and day; the next is told so. Changing counts nothing.
 * [F3] While a text is presented, phones come in with the code that is on the wall: each is let in once, up to `livePlaces` in all
 *      and `livePlacesAnAddress` behind one address, so that a school of sixty counts whole. What such a phone says of a text that
 *      was on that wall is counted outside [F2], only while the presentation runs, and carries its name: whoever presents sees
 *      how many phones there are beside how many people, and the code dies with the presentation.
 * [F4] Codes that open nothing are counted by address.
 */
export const feltFromAnAddress = 5
export const livePlaces = 500
export const livePlacesAnAddress = 150

/** Questions and counter-proposals from one address in ten minutes. */
export const questionsFromAnAddress = 6

/** Letters and figures that are not mistaken for one another; six of them. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const liveCodeShape = /^[2-9A-HJ-NP-Z]{6}$/u
export const liveCodeOf = (bytes: Uint8Array): string =>
  [...bytes.slice(0, 6)].map((byte) => alphabet[byte & 31]).join('')
