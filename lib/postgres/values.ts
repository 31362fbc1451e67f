export type Value = string | number | null
export type Row = readonly Value[]

/** PostgreSQL has no texts with a zero byte. */
export const toStorable = (value: Value): Value =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value
