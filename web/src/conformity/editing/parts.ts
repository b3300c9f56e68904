/** The endings of one shapefile's files that are read. */
const PARTS = ['shp', 'dbf', 'prj', 'cpg', 'shx']
const ending = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase()
const stem = (name: string): string => name.replace(/\.[^.]+$/, '')

/** The files to read of those that were dropped together: the .shp with its neighbours, else the first. */
export function partsOfOne(files: readonly File[]): File[] {
  const shp = files.find((f) => ending(f.name) === 'shp')
  if (shp === undefined) return files.slice(0, 1)
  return files.filter((f) => stem(f.name).toLowerCase() === stem(shp.name).toLowerCase() && PARTS.includes(ending(f.name)))
}

/**
 * Loose files of one shapefile become the zip in which they are read, judged and kept: the record of a review is one
 * file. The same files always make the same bytes.
 */
export async function asOneFile(files: readonly File[]): Promise<File> {
  const parts = partsOfOne(files)
  const [first] = parts
  if (first === undefined) return new File([], 'empty')
  if (parts.length === 1) return first
  const { zipSync } = await import('fflate')
  const content: Record<string, Uint8Array> = {}
  for (const part of [...parts].sort((a, b) => (a.name < b.name ? -1 : 1))) content[part.name] = new Uint8Array(await part.arrayBuffer())
  const zip = zipSync(content, { level: 6, mtime: new Date(1980, 0, 1) })
  return new File([zip as Uint8Array<ArrayBuffer>], `${stem(first.name)}.zip`)
}
