import { describe, expect, it } from 'vitest'
import { common, daysUntil, sent } from './certificates'

describe('a certificate file', () => {
  it('in PEM is sent as it is', () => {
    const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'
    expect(sent(new TextEncoder().encode(pem))).toBe(pem)
  })

  it('in DER is sent as base64, every byte of it', () => {
    // 30 82 ff 00: the base64 is RFC 4648's by hand
    expect(sent(new Uint8Array([0x30, 0x82, 0xff, 0x00]))).toBe('MIL/AA==')
  })
})

describe('a name in a certificate', () => {
  it('is called by its common part', () => {
    expect(common('CN=覃雨桐, OU=用途管制科, O=演示局')).toBe('覃雨桐')
    expect(common('O=演示局')).toBe('O=演示局')
  })
})

describe('the end of a certificate', () => {
  it('is counted in whole days', () => {
    const now = Date.parse('2026-11-26T08:00:00Z')
    expect(daysUntil('2026-11-28T07:00:00Z', now)).toBe(1)
    expect(daysUntil('2026-11-26T07:00:00Z', now)).toBe(-1)
  })
})
