/** The value of a field by its path, such as `seo.title`; undefined if it is absent or empty. */
export function getField(fields: Record<string, unknown>, path: string): unknown {
  let value: unknown = fields
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value ?? undefined
}
