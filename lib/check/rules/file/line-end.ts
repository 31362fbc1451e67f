import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'line-end',
  severity: 'warning',
  fix: 'ends every line with a line feed',
  expects: 'Lines end with a line feed (LF).',
  why: 'Otherwise every line shows up as changed when somebody else saves the file.',
  wrong: 'title: What is heat?\\r\\n',
  right: 'title: What is heat?\\n',

  *findInBytes(raw) {
    if (!raw.includes('\r')) return
    const fix = [...raw.matchAll(/\r\n?/g)].map(({ index, 0: end }) => ({
      start: index,
      end: index + end.length,
      text: '\n',
    }))
    const lines = fix.length === 1 ? 'One line ends' : `${fix.length} lines, of which this is the first, end`
    const message = `${lines} with a carriage return (CR). Save the file with line feeds (LF) only.`
    yield { at: fix[0]?.start ?? 0, message, fix }
  },
}
