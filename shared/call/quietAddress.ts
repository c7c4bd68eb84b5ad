// The same call without sound, where the service can be asked for that by its address.

/** Hosts of Jitsi Meet, which reads its settings from the address. Others might take such an address for another call. */
const jitsi = /(^|\.)(jit\.si|framatalk\.org|8x8\.vc)$|(^|\.)jitsi[.-]/i
/** Neither what is said here nor what is heard: https://jitsi.github.io/handbook/docs/dev-guide/dev-guide-configuration */
const silent = 'config.startSilent=true&config.startWithAudioMuted=true'

/** [C2] Undefined where people have to switch it off themselves. */
export function quietAddress(url: string): string | undefined {
  const host = /^https:\/\/([a-z0-9.-]+)/i.exec(url)?.[1] ?? ''
  if (!jitsi.test(host)) return undefined
  const joint = !url.includes('#') ? '#' : url.endsWith('#') ? '' : '&'
  return `${url}${joint}${silent}`
}
