import { hex, join, unhex } from './bytes'
import { sm3 } from './sm3'

/** SM2 signatures, GB/T 32918.2, on the curve of GB/T 32918.5; checking alone, so nothing here is secret. */
const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn
const A = 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n
const G: [bigint, bigint] = [0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n, 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n]
const SIGNER = new TextEncoder().encode('1234567812345678')

type Point = [bigint, bigint] | null

const mod = (x: bigint, m: bigint): bigint => ((x % m) + m) % m

function inverse(x: bigint, m: bigint): bigint {
  let [a, b, u, v] = [mod(x, m), m, 1n, 0n]
  while (a !== 0n) {
    const q = b / a
    ;[a, b, u, v] = [b - q * a, a, v - q * u, u]
  }
  return mod(v, m)
}

function add(one: Point, other: Point): Point {
  if (one === null) return other
  if (other === null) return one
  const [x1, y1] = one
  const [x2, y2] = other
  if (x1 === x2 && mod(y1 + y2, P) === 0n) return null
  const slope = x1 === x2 ? mod((3n * x1 * x1 + A) * inverse(2n * y1, P), P) : mod((y2 - y1) * inverse(x2 - x1, P), P)
  const x = mod(slope * slope - x1 - x2, P)
  return [x, mod(slope * (x1 - x) - y1, P)]
}

function times(factor: bigint, point: Point): Point {
  let sum: Point = null
  let power = point
  for (let rest = factor; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) sum = add(sum, power)
    power = add(power, power)
  }
  return sum
}

const number = (bytes: Uint8Array): bigint => BigInt(`0x${hex(bytes)}`)
const bytes32 = (x: bigint): Uint8Array => unhex(x.toString(16).padStart(64, '0'))

/**
 * @param key x and y, 64 bytes
 * @param signature r and s, 64 bytes
 */
export function sm2Verifies(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (key.length !== 64 || signature.length !== 64) return false
  const point: Point = [number(key.slice(0, 32)), number(key.slice(32))]
  if (mod(point[1] ** 2n - (point[0] ** 3n + A * point[0] + B), P) !== 0n) return false
  const [r, s] = [number(signature.slice(0, 32)), number(signature.slice(32))]
  if (r < 1n || r >= N || s < 1n || s >= N) return false
  const length = new Uint8Array([(SIGNER.length * 8) >> 8, (SIGNER.length * 8) & 255])
  const z = sm3(join(length, SIGNER, bytes32(A), bytes32(B), bytes32(G[0]), bytes32(G[1]), key))
  const e = number(sm3(join(z, message)))
  const t = mod(r + s, N)
  if (t === 0n) return false
  const sum = add(times(s, G), times(t, point))
  return sum !== null && mod(e + sum[0], N) === r
}
