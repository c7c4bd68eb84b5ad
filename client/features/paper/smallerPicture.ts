// A telephone's photograph made small enough for a shared line, upright, without where and when it was taken.

/** The longest side that is sent, in pixels: handwriting on a wall stays readable. */
const longestSide = 2_400
const quality = 0.85

/** The picture itself where this browser cannot read it: the server then says what is wrong with it. */
export async function smallerPicture(file: File): Promise<File> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(bitmap.width * scale))
    canvas.height = Math.max(1, Math.round(bitmap.height * scale))
    const paper = canvas.getContext('2d')
    if (!paper) return file
    // A transparent drawing would turn black in JPEG.
    paper.fillStyle = '#fff'
    paper.fillRect(0, 0, canvas.width, canvas.height)
    paper.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    return blob ? new File([blob], 'photo.jpg', { type: 'image/jpeg' }) : file
  } catch {
    return file
  }
}
