/** Hands a file to the person. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type }))
  link.download = name.replace(/[\\/:*?"<>|]/g, ' ').trim()
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
