import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'line-end',
  severity: 'warning',
  fix: 'makes every line end a line feed',
  expects: 'Lines end in a line feed (LF).',
  why: 'Mixed line ends show up as changes of every line when somebody else saves the file.',
  wrong: 'title: What is heat?\\r\\n',
  right: 'title: What is heat?\\n',

  *findInBytes(raw) {
    if (!raw.includes('\r')) return
    const fix = [...raw.matchAll(/\r\n?/g)].map(({ index, 0: end }) => ({
      start: index,
      end: index + end.length,
      text: '\n',
    }))
    const lines = fix.length === 1 ? 'One line ends' : `${fix.length} lines end, here the first,`
    const message = `${lines} in a carriage return (CR). Save the file with line feeds (LF) alone.`
    yield { at: fix[0]?.start ?? 0, message, fix }
  },
}
