// One soft tone. Browsers let a page sound only after a gesture: the first one anywhere on the page prepares it.

let audio: AudioContext | undefined

/** Prepares the sound at the next gesture; returns the way to stop waiting for it. */
export function prepareTone(): () => void {
  const wake = (): void => {
    try {
      audio ??= new AudioContext()
      void audio.resume().catch(() => undefined)
    } catch {
      // No sound on this device: the end is shown and said anyway.
    }
  }
  document.addEventListener('pointerdown', wake)
  document.addEventListener('keydown', wake)
  return () => {
    document.removeEventListener('pointerdown', wake)
    document.removeEventListener('keydown', wake)
  }
}

/** Seconds of the tone, and its loudness from 0 to 1: heard in a quiet room, not startling. */
const tone = { seconds: 1.6, loudness: 0.16, hertz: [528, 792] } as const

/** False where there is no sound to be had: no gesture yet, or no audio on this device. */
export function playTone(): boolean {
  if (audio?.state !== 'running') return false
  const begin = audio.currentTime
  const loudness = audio.createGain()
  loudness.gain.setValueAtTime(0, begin)
  loudness.gain.linearRampToValueAtTime(tone.loudness, begin + 0.04)
  loudness.gain.exponentialRampToValueAtTime(0.0001, begin + tone.seconds)
  loudness.connect(audio.destination)
  for (const hertz of tone.hertz) {
    const voice = audio.createOscillator()
    voice.type = 'sine'
    voice.frequency.value = hertz
    voice.connect(loudness)
    voice.start(begin)
    voice.stop(begin + tone.seconds)
  }
  return true
}
