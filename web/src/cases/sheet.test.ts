import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { figure, letters, workbook } from './sheet'

describe('a list as a workbook', () => {
  const sheet = strFromU8(unzipSync(workbook([['项目', '剩'], ['=1+1', '-2'], ['A & B <C>', '1,204']], '办件'))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())

  it('keeps texts as texts, also one that looks like a formula', () => {
    expect(sheet).toContain('<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>')
    expect(sheet).toContain('A &amp; B &lt;C&gt;')
  })

  it('writes figures as figures', () => {
    expect(sheet).toContain('<c r="B2"><v>-2</v></c>')
    expect(sheet).toContain('<c r="B3"><v>1204</v></c>')
  })

  it('takes no number with leading zeros for a figure', () => {
    expect([figure('0417'), figure('0.5'), figure('12')]).toEqual([null, '0.5', '12'])
  })

  it('counts columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52].map(letters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA'])
  })
})
