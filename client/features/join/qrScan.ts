// Reading a QR code with the camera, where the browser can: no library, and no button where it cannot.
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}
type DetectorClass = new (options: { formats: string[] }) => Detector

const detectorClass = (): DetectorClass | undefined =>
  (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector // not yet among the DOM types

/** Plain-http pages have no camera. */
export const canScan = (): boolean =>
  detectorClass() !== undefined && Boolean(navigator.mediaDevices?.getUserMedia)

/** Shows the camera in `video` and tells each text read, until stopped. @throws when the camera is refused */
export async function scan(
  video: HTMLVideoElement,
  told: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const Class = detectorClass()
  if (!Class) throw new Error('No barcode detector')
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  const stop = (): void => stream.getTracks().forEach((track) => track.stop())
  if (signal.aborted) return stop()
  signal.addEventListener('abort', stop)
  video.srcObject = stream
  await video.play()
  const detector = new Class({ formats: ['qr_code'] })
  while (!signal.aborted) {
    const [found] = await detector.detect(video)
    if (found) told(found.rawValue)
    // Eight looks a second find a code at once and leave a phone cool.
    await new Promise((next) => setTimeout(next, 125))
  }
}
