/** All texts in the front matter, each with the path of its field. */
export function* listFieldTexts(fields: object, parent = ''): Generator<[field: string, text: string]> {
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') yield [`${parent}${name}`, value]
    else if (typeof value === 'object' && value !== null) yield* listFieldTexts(value, `${parent}${name}.`)
  }
}
