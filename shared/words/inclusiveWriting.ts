// What inclusive writing adds to a word: `sociétaire·s`, `participant.e.s`, `salarié-e-s`, `animateur(trice)`, `begeleid(st)er`.

/** Points that are used for nothing else within a word. */
const points = '[·•‧∙⋅]'
/** A full stop or a hyphen belongs to the word only before one of these. */
const endings = '(?:e|es|s|ne|nes|le|les|se|ses|ve|ves|rice|rices|trice|trices|euse|euses|ere|eres|ère|ères)'
const afterPoint = String.raw`${points}(?=\p{L})`
const afterStop = String.raw`(?<=\p{L}{2})\.(?=${endings}(?![\p{L}\p{N}]))`
const afterHyphen = String.raw`(?<=\p{L}{2})-(?=(?:e|es|ne|nes|se|ses|rice|rices|trice|trices)(?![\p{L}\p{N}'’]))`
// Its second point: `participant.e.s`, `salarié-e-s`.
const again = String.raw`(?<=[.-]\p{L}{1,6})[.-](?=s(?![\p{L}\p{N}]))`

/** Sources of regular expressions (flags `u` or `v`): what may stand within such a word. */
export const joiner = `(?:${afterPoint}|${afterStop}|${afterHyphen}|${again})`
export const bracketed = String.raw`\(\p{L}{1,6}\)`
