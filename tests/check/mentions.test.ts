import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { runCheck } from './run-check'

/** The rules that find a text, and the text after `--fix`: what is mentioned stays as it is. */
type Case = { written: string; found: string[]; fixed?: string }

const raw = String.raw
const silent = (...bodies: string[]): Case[] => bodies.map((written) => ({ written, found: [] }))
const unfixed = (rule: string, ...bodies: string[]): Case[] => bodies.map((written) => ({ written, found: [rule] }))
const fixed = (rule: string, ...bodies: [written: string, right: string][]): Case[] =>
  bodies.map(([written, right]) => ({ written, found: [rule], fixed: right }))

const groups: Record<string, Case[]> = {
  'the two characters \\n': [
    ...silent(
      raw`Write \noindent before a paragraph, and \newpage where a page ends. A cite is \nocite{*} or \node.`,
      raw`A newline is written "\n", so "a\nb" has two lines, as have “One\nTwo”, ‘a\nb’, 'a\nb' and «a\nb».`,
      raw`Open C:\new\names, src\new\file.txt or docs\notes.txt.`,
      raw`The regex \n+ matches some, \r\n ends lines of Windows, [^\n]* is the rest and (\n|\r) either.`,
      raw`The \n character is a newline (\n). \n is short for it, and split on \n\n to get paragraphs.`,
      `${raw`| sign | meaning |`}\n| --- | --- |\n${raw`| \n | newline |`}`,
      `${raw`- \n`}\n${raw`- \n: a newline`}`,
    ),
    ...unfixed(
      'literal-break',
      raw`It ends.\nthen it goes on.`,
      raw`Use \nfoo here.`,
      raw`The string a\nb is short.`,
      raw`He said: "The first line.\n\nThe second line."`,
    ),
    ...fixed(
      'literal-break',
      [raw`One.\n\nTwo.`, 'One.\n\nTwo.'],
      [raw`One.\n- two\n- three`, 'One.\n- two\n- three'],
      [raw`The first.\nNext one.\n\n## Ice\nIt is cold.`, 'The first.\nNext one.\n\n## Ice\nIt is cold.'],
      [raw`no full stop here\n\nbut a paragraph`, 'no full stop here\n\nbut a paragraph'],
      [raw`He asked "why?"\n\nShe went.`, 'He asked "why?"\n\nShe went.'],
    ),
  ],
}

for (const [name, cases] of Object.entries(groups)) {
  describe(name, async () => {
    const toName = (index: number) => `law/a${index}.md`
    const toText = (index: number, body: string) => {
      const words = Array.from({ length: 25 }, (_, word) => `q${index}x${word}`).join(' ')
      return toQuestionFile(`What is a${index}?`, {}, `${words}\n\n${body}`)
    }
    const files = cases.map(({ written }, index) => [toName(index), toText(index, written)] as const)
    const library = new TemporaryLibrary(Object.fromEntries(files))
    const { lines } = await runCheck(library)
    await runCheck(library, '--fix')
    for (const [index, { written, found, fixed: right = written }] of cases.entries()) {
      test(JSON.stringify(written), () => {
        const own = lines.filter((line) => line.startsWith(`${toName(index)}:`))
        assert.deepEqual([...new Set(own.map((line) => line.split(' ')[2]))], found, own.join('\n'))
        assert.equal(readFileSync(library.toPath(toName(index)), 'utf8'), toText(index, right))
      })
    }
  })
}
