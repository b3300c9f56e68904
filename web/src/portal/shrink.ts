/** A photograph is made no larger than this on its longer side. */
export const LONGEST = 2000
const SMALL = 400_000
const QUALITY = 0.85

/** The size that a picture is shrunk to; itself when it is small enough. */
export function fitted(width: number, height: number): [number, number] {
  const longer = Math.max(width, height)
  if (longer <= LONGEST) return [width, height]
  return [Math.round((width * LONGEST) / longer), Math.round((height * LONGEST) / longer)]
}

/** A picture from the camera in a size that a slow line carries, of the same type; anything else as it is. */
export async function shrunk(file: File): Promise<File> {
  if (!/^image\/(jpeg|png)$/.test(file.type) || file.size <= SMALL) return file
  try {
    const picture = await createImageBitmap(file)
    const [width, height] = fitted(picture.width, picture.height)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height)
    picture.close()
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, file.type, QUALITY))
    return blob === null || blob.size >= file.size ? file : new File([blob], file.name, { type: file.type })
  } catch {
    return file
  }
}
