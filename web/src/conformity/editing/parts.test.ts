import { describe, expect, it } from 'vitest'
import { asOneFile, partsOfOne } from './parts'

const file = (name: string, content = name): File => new File([content], name)

describe('files that come together', () => {
  it('a .shp takes its neighbours of the same name, whatever the case, and nothing else', () => {
    const all = [file('说明.docx'), file('地块.DBF'), file('地块.shp'), file('地块.prj'), file('别的.dbf'), file('地块.shp.xml')]
    expect(partsOfOne(all).map((f) => f.name)).toEqual(['地块.DBF', '地块.shp', '地块.prj'])
  })
  it('without a .shp the first is read', () => {
    expect(partsOfOne([file('a.txt'), file('b.txt')]).map((f) => f.name)).toEqual(['a.txt'])
  })
  it('one file stays what it is', async () => {
    const one = file('a.zip')
    expect(await asOneFile([one])).toBe(one)
  })
  it('parts become one zip, the same bytes in whatever order they come', async () => {
    const parts = [file('a.shp'), file('a.dbf'), file('a.prj')]
    const [zip, again] = [await asOneFile(parts), await asOneFile([...parts].reverse())]
    expect(zip.name).toBe('a.zip')
    expect(new Uint8Array(await zip.arrayBuffer())).toEqual(new Uint8Array(await again.arrayBuffer()))
  })
})
