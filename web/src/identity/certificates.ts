/** A client certificate as the server shows it; of one that is known by its fingerprint alone the rest is empty. */
export interface Certificate {
  fingerprint: string
  subject: string
  issuer: string
  serial: string
  from: string | null
  until: string | null
}

export interface CertificateLine {
  account: string
  name: string
  certificate: Certificate
  state: 'IN_USE' | 'NOT_YET' | 'OVER' | 'ENDED'
  boundAt: string
  boundBy: string
  proposedBy: string | null
  endedAt: string | null
  endedBy: string | null
}

export interface CertificateWaiting {
  id: string
  account: string
  name: string
  certificate: Certificate
  reason: string
  proposedBy: string
  proposedAt: string
  until: string
}

export interface Certificates {
  items: CertificateLine[]
  waiting: CertificateWaiting[]
}

/** Larger than any certificate with its chain. */
export const LARGEST = 48_000

/** The text that the server reads: PEM as it is, anything else as base64. */
export function sent(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes)
  return text.includes('-----BEGIN') ? text : btoa(text)
}

/** The part of a name that people know: its CN, else all of it. */
export function common(name: string): string {
  return /(?:^|, )CN=([^,]+)/.exec(name)?.[1] ?? name
}

/** Whole days until an instant; below zero it is over. */
export function daysUntil(until: string, now: number): number {
  return Math.floor((new Date(until).getTime() - now) / 86_400_000)
}
