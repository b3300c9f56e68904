/** SM3, GB/T 32905-2016: 256 bits. Own code so that the page checks a proof itself; the standard's examples are its tests. */

const rotl = (x: number, n: number): number => (x << (n & 31)) | (x >>> (32 - (n & 31) & 31))
const p0 = (x: number): number => x ^ rotl(x, 9) ^ rotl(x, 17)
const p1 = (x: number): number => x ^ rotl(x, 15) ^ rotl(x, 23)

const BEGIN = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e]

function padded(message: Uint8Array): Uint8Array {
  const whole = new Uint8Array((((message.length + 8) >> 6) + 1) << 6)
  whole.set(message)
  whole[message.length] = 0x80
  const view = new DataView(whole.buffer)
  view.setUint32(whole.length - 8, Math.floor(message.length / 0x20000000))
  view.setUint32(whole.length - 4, (message.length << 3) >>> 0)
  return whole
}

export function sm3(message: Uint8Array): Uint8Array {
  const v = Int32Array.from(BEGIN)
  const whole = padded(message)
  const view = new DataView(whole.buffer)
  const w = new Int32Array(68)
  for (let at = 0; at < whole.length; at += 64) {
    for (let j = 0; j < 16; j += 1) w[j] = view.getInt32(at + 4 * j)
    for (let j = 16; j < 68; j += 1) w[j] = p1(w[j - 16]! ^ w[j - 9]! ^ rotl(w[j - 3]!, 15)) ^ rotl(w[j - 13]!, 7) ^ w[j - 6]!
    let [a, b, c, d, e, f, g, h] = v as unknown as [number, number, number, number, number, number, number, number]
    for (let j = 0; j < 64; j += 1) {
      const ss1 = rotl((rotl(a, 12) + e + rotl(j < 16 ? 0x79cc4519 : 0x7a879d8a, j)) | 0, 7)
      const ss2 = ss1 ^ rotl(a, 12)
      const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c)
      const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g)
      const tt1 = (ff + d + ss2 + (w[j]! ^ w[j + 4]!)) | 0
      const tt2 = (gg + h + ss1 + w[j]!) | 0
      d = c
      c = rotl(b, 9)
      b = a
      a = tt1
      h = g
      g = rotl(f, 19)
      f = e
      e = p0(tt2)
    }
    const next = [a, b, c, d, e, f, g, h]
    for (let i = 0; i < 8; i += 1) v[i] = v[i]! ^ next[i]!
  }
  const out = new Uint8Array(32)
  const words = new DataView(out.buffer)
  for (let i = 0; i < 8; i += 1) words.setInt32(4 * i, v[i]!)
  return out
}
