import type { ProblemPart } from './problem'
import type { Word } from './words'

/** A JSON Schema of an object as applications use it, with the bureau's own members (`x-title`, `x-help`, `x-from`, …). */
export interface FormSchema {
  type?: string
  properties?: Record<string, FormSchema>
  required?: string[]
  enum?: unknown[]
  items?: FormSchema
  format?: string
  title?: string
  description?: string
  minimum?: number
  maximum?: number
  maxLength?: number
  'x-title'?: Word
  'x-help'?: Word
  'x-from'?: string
  'x-unit'?: Word
  'x-when'?: Record<string, unknown>
  'x-options'?: Record<string, Word>
  'x-lines'?: boolean | number
}

export type FieldKind = 'text' | 'lines' | 'number' | 'steps' | 'date' | 'flag' | 'buttons' | 'choice' | 'many' | 'group'

export interface Field {
  name: string
  kind: FieldKind
  title: Word
  help: Word | null
  unit: Word | null
  /** Where the platform has it from: it is not asked. */
  from: string | null
  required: boolean
  options: { value: unknown; title: Word | null }[]
  minimum: number | null
  maximum: number | null
  longest: number | null
  when: Record<string, unknown>
  schema: FormSchema | null
}

/** Up to this many choices are buttons, more are a list. */
const BUTTONS = 3
const STEPS = 30

function kindOf(schema: FormSchema): FieldKind {
  if (schema.type === 'object') return 'group'
  if (schema.type === 'array') return 'many'
  if (schema.type === 'boolean') return 'flag'
  if (schema.enum !== undefined) return schema.enum.length <= BUTTONS ? 'buttons' : 'choice'
  if (schema.type === 'integer') return schema.maximum !== undefined && schema.maximum - (schema.minimum ?? 0) <= STEPS ? 'steps' : 'number'
  if (schema.type === 'number') return 'number'
  if (schema.format === 'date') return 'date'
  return schema['x-lines'] === true || Number(schema['x-lines'] ?? 0) > 1 || (schema.maxLength ?? 0) > 200 ? 'lines' : 'text'
}

function optionsOf(schema: FormSchema): Field['options'] {
  if (schema.type === 'boolean') return [true, false].map((value) => ({ value, title: schema['x-options']?.[String(value)] ?? null }))
  const of = schema.type === 'array' ? (schema.items ?? {}) : schema
  const titles = of['x-options'] ?? schema['x-options']
  return (of.enum ?? []).map((value) => ({ value, title: titles?.[String(value)] ?? String(value) }))
}

/** All fields of a form in the order of the schema, those that the platform knows too. */
export function allFields(schema: FormSchema): Field[] {
  return Object.entries(schema.properties ?? {}).map(([name, of]) => ({
    name,
    kind: kindOf(of),
    title: of['x-title'] ?? of.title ?? name,
    help: of['x-help'] ?? of.description ?? null,
    unit: of['x-unit'] ?? null,
    from: of['x-from'] ?? null,
    required: (schema.required ?? []).includes(name),
    options: optionsOf(of),
    minimum: of.minimum ?? null,
    maximum: of.maximum ?? null,
    longest: of.maxLength ?? null,
    when: of['x-when'] ?? {},
    schema: of.type === 'object' ? of : null,
  }))
}

/** The fields that are asked: nothing that the platform knows. */
export function fieldsOf(schema: FormSchema): Field[] {
  return allFields(schema).filter((f) => f.from === null)
}

/** Whether a field is asked with these values: a field may wait for what another one says. */
export function asks(field: Field, values: Record<string, unknown>): boolean {
  return Object.entries(field.when).every(([other, wanted]) => (Array.isArray(wanted) ? wanted : [wanted]).includes(values[other]))
}

/** The values without those of fields that are not asked any more. */
export function pruned(schema: FormSchema, values: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const field of allFields(schema)) {
    const value = values[field.name]
    if (value === undefined || !asks(field, values)) continue
    kept[field.name] = field.kind === 'group' && field.schema !== null && typeof value === 'object' ? pruned(field.schema, value as Record<string, unknown>) : value
  }
  return kept
}

/** What is missing by the schema alone, before anything is sent. */
export function missing(schema: FormSchema, values: Record<string, unknown>, sentence: string, path = ''): Record<string, string> {
  const wrong: Record<string, string> = {}
  for (const field of fieldsOf(schema)) {
    if (!asks(field, values)) continue
    const here = path === '' ? field.name : `${path}/${field.name}`
    const value = values[field.name]
    if (field.kind === 'group' && field.schema !== null) Object.assign(wrong, missing(field.schema, (value as Record<string, unknown> | undefined) ?? {}, sentence, here))
    else if (field.required && (value === undefined || value === '')) wrong[here] = sentence
  }
  return wrong
}

function titles(word: Word): string[] {
  return typeof word === 'string' ? [word] : [word.zh, word.en]
}

function paths(schema: FormSchema, base = ''): { path: string; words: string[] }[] {
  return allFields(schema).flatMap((f) => {
    const path = base === '' ? f.name : `${base}/${f.name}`
    return f.schema === null ? [{ path, words: titles(f.title) }] : paths(f.schema, path)
  })
}

/**
 * Puts the server's problems beside their fields: by the path that a problem says, else by the field's title in its sentence.
 * What belongs to no field is left over.
 */
export function besideFields(schema: FormSchema, parts: readonly ProblemPart[]): { errors: Record<string, string>; rest: ProblemPart[] } {
  const known = paths(schema)
  const errors: Record<string, string> = {}
  const rest: ProblemPart[] = []
  for (const part of parts) {
    const where = (part.where ?? '').replace(/^form[./]/, '').replace(/^\//, '').replaceAll('.', '/')
    const byPath = known.find((k) => k.path === where)
    const byTitle = known.filter((k) => k.words.some((w) => w !== '' && part.what.includes(w))).sort((a, b) => (b.words[0] ?? '').length - (a.words[0] ?? '').length)[0]
    const field = byPath ?? byTitle
    if (field === undefined) rest.push(part)
    else errors[field.path] = part.what
  }
  return { errors, rest }
}
