import { fromBase64, hex, join, unhex, utf8 } from './bytes'
import { sm2Verifies } from './sm2'
import { sm3 } from './sm3'
import type { Consistency, HashName, Paper, SignedHead } from './types'

/** The checks of a proof, made by the page itself. */
export type Said = 'yes' | 'no' | 'unknown'

/** One level of the way from the leaf to the root. */
export interface Step {
  /** Of the way itself, at this level: the leaf first. */
  own: string
  /** Null at the root. */
  sibling: string | null
  /** Whether the sibling lies to the left. */
  left: boolean
}

export interface Outcome {
  leaf: Said
  path: Said
  signature: Said
  /** Of the heads that witnesses took: all, as far as they could be compared. */
  witnessed: Said
  grows: Said
  steps: Step[]
}

/** Null where the browser cannot: SHA-256 is its own, and given to secure pages alone. */
async function digest(hash: HashName, bytes: Uint8Array): Promise<Uint8Array | null> {
  if (hash === 'SM3') return sm3(bytes)
  const subtle = globalThis.crypto?.subtle
  return subtle === undefined ? null : new Uint8Array(await subtle.digest('SHA-256', bytes as BufferSource))
}

async function node(hash: HashName, left: Uint8Array, right: Uint8Array): Promise<Uint8Array> {
  return (await digest(hash, join(new Uint8Array([1]), left, right))) ?? new Uint8Array()
}

/** RFC 9162, 2.1.3.2, keeping what stands at each level. */
export async function climb(hash: HashName, leaf: Uint8Array, index: number, size: number, path: readonly string[]): Promise<Step[]> {
  const steps: Step[] = []
  let own = leaf
  let place = index
  let last = size - 1
  for (const text of path) {
    const sibling = unhex(text)
    const left = place % 2 === 1 || place === last
    steps.push({ own: hex(own), sibling: text, left })
    own = left ? await node(hash, sibling, own) : await node(hash, own, sibling)
    if (left) {
      while (place % 2 === 0 && place !== 0) {
        place /= 2
        last = Math.floor(last / 2)
      }
    }
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  steps.push({ own: hex(own), sibling: null, left: false })
  return steps
}

/** RFC 9162, 2.1.4.2. */
export async function goesOn(hash: HashName, proof: Consistency): Promise<boolean> {
  const { first, second, path } = proof
  if (first < 1 || first > second) return false
  if (first === second) return path.length === 0 && proof.firstRoot === proof.secondRoot
  if (path.length === 0) return false
  const expected = unhex(proof.firstRoot)
  const full = Number.isInteger(Math.log2(first))
  let earlier = full ? expected : unhex(path[0] ?? '')
  let later = earlier
  let place = first - 1
  let last = second - 1
  while (place % 2 === 1) {
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  for (const text of path.slice(full ? 0 : 1)) {
    if (last === 0) return false
    const step = unhex(text)
    if (place % 2 === 1 || place === last) {
      earlier = await node(hash, step, earlier)
      later = await node(hash, step, later)
      while (place % 2 === 0 && place !== 0) {
        place /= 2
        last = Math.floor(last / 2)
      }
    } else {
      later = await node(hash, later, step)
    }
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && hex(earlier) === proof.firstRoot && hex(later) === proof.secondRoot
}

/** What is signed of a head: TreeHead.statement of the server. */
export function statement(head: SignedHead['head']): Uint8Array {
  const members = Object.entries(head).sort(([a], [b]) => (a < b ? -1 : 1))
  return utf8(`cuntu-proof-head-1\n${JSON.stringify(Object.fromEntries(members))}`)
}

async function signed(paper: Paper): Promise<Said> {
  const { head, key } = paper
  if (key === undefined || head.signature === '') return 'unknown'
  const spki = fromBase64(key.publicKey)
  const signature = unhex(head.signature)
  if (key.kind === 'SM2') return sm2Verifies(spki.slice(-64), statement(head.head), signature) ? 'yes' : 'no'
  try {
    const own = await crypto.subtle.importKey('spki', spki as BufferSource, { name: 'Ed25519' }, false, ['verify'])
    return (await crypto.subtle.verify({ name: 'Ed25519' }, own, signature as BufferSource, statement(head.head) as BufferSource)) ? 'yes' : 'no'
  } catch {
    return 'unknown'
  }
}

export async function check(paper: Paper, before: Consistency | null): Promise<Outcome> {
  const leaf = await digest(paper.hash, join(new Uint8Array([0]), utf8(paper.body)))
  const { index, size, root, path } = paper.inclusion
  const steps = leaf === null ? [] : await climb(paper.hash, leaf, index, size, path)
  const reached = steps[steps.length - 1]?.own
  let witnessed: Said = paper.witnessed.length === 0 ? 'unknown' : 'yes'
  for (const one of paper.witnessed) if (!(await goesOn(paper.hash, one.consistency))) witnessed = 'no'
  const grows: Said = before === null ? 'unknown' : (await goesOn(paper.hash, before)) ? 'yes' : 'no'
  return {
    leaf: leaf === null ? 'unknown' : hex(leaf) === paper.leaf ? 'yes' : 'no',
    path: leaf === null ? 'unknown' : reached === root && root === paper.head.head.root && String(size) === paper.head.head.size ? 'yes' : 'no',
    signature: await signed(paper),
    witnessed: leaf === null ? 'unknown' : witnessed,
    grows: leaf === null ? 'unknown' : grows,
    steps,
  }
}
