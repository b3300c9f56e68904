import { allFields, type FormSchema } from './schemaForm'

/** The project's name and the ground, as the server names them beside the fields of a form. */
export const NAME = 'case:name'
export const SITE = 'case:site'

/** What the applicant may change in a correction; null where everything may be changed. */
export interface Correction {
  fields: string[]
  materials: string[]
}

/** The fields of a form that may be filled in: those named, and those that are asked only for what a named one says. */
export function openFields(schema: FormSchema, correction: Correction): string[] {
  const open = new Set(correction.fields)
  const all = allFields(schema)
  // a field of the form waits for one before it
  for (const field of all) if (Object.keys(field.when).some((other) => open.has(other))) open.add(field.name)
  return all.map((f) => f.name).filter((name) => open.has(name))
}
