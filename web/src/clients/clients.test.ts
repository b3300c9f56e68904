import { describe, expect, it } from 'vitest'
import { addressesOf, blank, byModule, curl, daysLeft, missing, scopeKey } from './clients'

describe('a machine client', () => {
  it('has its permissions in the order of the work, what is new last', () => {
    const groups = byModule(['rules:rule:read', 'conformity:batch:read', 'new:thing:read', 'conformity:review:read'])
    expect(groups.map((g) => g.module)).toEqual(['conformity', 'rules', 'new'])
    expect(groups[0]?.scopes).toEqual(['conformity:review:read', 'conformity:batch:read'])
  })

  it('has a message key for each permission', () => {
    expect(scopeKey('conformity:review:read')).toBe('clients.scope.conformity-review-read')
  })

  it('takes addresses as people type them', () => {
    expect(addressesOf(' 10.1.0.0/16\n10.2.3.4，::1 、')).toEqual(['10.1.0.0/16', '10.2.3.4', '::1'])
    expect(addressesOf('')).toEqual([])
  })

  it('begins with the city, a year and nothing granted', () => {
    expect(blank('450200', '2026-11-26')).toMatchObject({ division: '450200', expiresOn: '2027-11-26', scopes: [] })
    expect(blank('450200', '2028-02-29').expiresOn).toBe('2029-02-28')
  })

  it('names what is missing before the server is asked', () => {
    const terms = { ...blank('450200', '2026-11-26'), name: '行政审批系统', unit: '市行政审批局', purpose: '受理核对', scopes: ['rules:rule:read'] }
    expect(missing(terms)).toEqual([])
    expect(missing({ ...terms, name: ' ', scopes: [], division: '45', quota: 0, expiresOn: '' })).toEqual(['name', 'scopes', 'division', 'quota', 'expires'])
  })

  it('counts the days to its end', () => {
    expect(daysLeft('2026-12-01', '2026-11-26')).toBe(5)
    expect(daysLeft('2026-11-25', '2026-11-26')).toBe(-1)
  })

  it('is asked for its secret by the terminal and never shows it there', () => {
    expect(curl('http://127.0.0.1:8750/oauth2/token', 'mc-abc')).toBe("curl -u 'mc-abc' \\\n  -d grant_type=client_credentials \\\n  http://127.0.0.1:8750/oauth2/token")
  })
})
