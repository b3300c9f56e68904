import { describe, expect, it } from 'vitest'
import { hex, unhex, utf8 } from './bytes'
import { climb, goesOn, statement } from './check'
import { sm2Verifies } from './sm2'
import { sm3 } from './sm3'

describe('SM3 of GB/T 32905', () => {
  it('is that of the standard\'s examples', () => {
    expect(hex(sm3(utf8('abc')))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    expect(hex(sm3(utf8('abcd'.repeat(16))))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
  })
  it('is that of nothing', () => {
    expect(hex(sm3(new Uint8Array()))).toBe('1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b')
  })
})

describe('SM2 of GB/T 32918.5', () => {
  const key = unhex('09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13')
  const signature = unhex('f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa')

  it('takes the standard\'s signature', () => {
    expect(sm2Verifies(key, utf8('message digest'), signature)).toBe(true)
  })
  it('takes no other message, signature or key', () => {
    expect(sm2Verifies(key, utf8('message digesT'), signature)).toBe(false)
    expect(sm2Verifies(key, utf8('message digest'), signature.map((b, i) => (i === 9 ? b ^ 1 : b)))).toBe(false)
    expect(sm2Verifies(key.map((b, i) => (i === 3 ? b ^ 1 : b)), utf8('message digest'), signature)).toBe(false)
    expect(sm2Verifies(key.slice(1), utf8('message digest'), signature)).toBe(false)
  })
})

describe('the reference tree of RFC 6962', () => {
  const root = '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'
  const six = '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'

  it('is climbed from its first leaf', async () => {
    const leaf = unhex('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
    const path = ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4']
    const steps = await climb('SHA-256', leaf, 0, 8, path)
    expect(steps.map((s) => s.left)).toEqual([false, false, false, false])
    expect(steps[3]?.own).toBe(root)
  })
  it('goes on from six leaves to eight, and not from another six', async () => {
    const path = ['0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7']
    expect(await goesOn('SHA-256', { first: 6, firstRoot: six, second: 8, secondRoot: root, path })).toBe(true)
    expect(await goesOn('SHA-256', { first: 6, firstRoot: root, second: 8, secondRoot: root, path })).toBe(false)
    expect(await goesOn('SHA-256', { first: 5, firstRoot: six, second: 8, secondRoot: root, path })).toBe(false)
  })
})

it('a head is signed as its members in order', () => {
  const head = { start: '0', size: '3', root: 'ab', log: 'l', hash: 'SM3' as const, epoch: '0', at: '2026-11-26T00:00:00Z' }
  expect(new TextDecoder().decode(statement(head))).toBe('cuntu-proof-head-1\n{"at":"2026-11-26T00:00:00Z","epoch":"0","hash":"SM3","log":"l","root":"ab","size":"3","start":"0"}')
})
