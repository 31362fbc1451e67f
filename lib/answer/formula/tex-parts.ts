/** A structural part of TeX. `depth` counts the environments and braces around it. */
export type TexPart = {
  kind: 'begin' | 'end' | 'row' | 'column' | 'label' | 'tag' | 'notag'
  /** The name of an environment or a label, or the text of a tag. */
  name: string
  start: number
  end: number
  depth: number
}

const braced = String.raw`\s*\{((?:[^{}\\]|\\[\s\S]|\{[^{}]*\})*)\}`
const part = new RegExp(
  String.raw`\\(begin|end)\s*\{([^{}]*)\}|\\(label|tag)\*?${braced}|\\(?:[A-Za-z]+|[\s\S])|[&{}]`,
  'g',
)

/** The environments, rows, columns, labels and tags of a formula, in order. */
export function listParts(tex: string): TexPart[] {
  const parts: TexPart[] = []
  let depth = 0
  for (const { 0: found, 1: edge, 2: environment, 3: mark, 4: marked, index } of tex.matchAll(part)) {
    const add = (kind: TexPart['kind'], name = '') =>
      parts.push({ kind, name, start: index, end: index + found.length, depth })
    if (found === '}' || edge === 'end') depth -= 1
    if (edge) add(edge as 'begin' | 'end', environment?.trim())
    else if (mark) add(mark as 'label' | 'tag', marked?.trim())
    else if (found === '\\\\' || found === '\\cr') add('row')
    else if (found === '&') add('column')
    else if (found === '\\notag' || found === '\\nonumber') add('notag')
    if (found === '{' || edge === 'begin') depth += 1
  }
  return parts
}
