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
  'letters as a program writes them': [
    ...silent(raw`In JSON é is ${'`'}\u00e9${'`'} and in mail ${'`'}=C3=A9${'`'}.`),
    ...unfixed(
      'text-escape',
      raw`In JSON the letter é is written as \u00e9 and in mail as =C3=A9.`,
      raw`The word café can be caf\u00e9 there.`,
      raw`He calls it “caf\u00e9” here.`,
      raw`So *\u2019* is an apostrophe.`,
      raw`An apostrophe is encoded as =E2=80=99 there.`,
      'Browsers show &amp;mdash; for the entity of HTML: it is a sequence that was escaped twice.',
    ),
    ...fixed(
      'text-escape',
      [raw`It is Newton\u2019s law.`, 'It is Newton’s law.'],
      ['The caf=C3=A9 is open.', 'The café is open.'],
      ['Newton&amp;rsquo;s law.', 'Newton’s law.'],
    ),
  ],
  'damaged letters': [
    ...unfixed(
      'damaged-text',
      'The bytes of é read as Latin-1 give `Ã©` in code.',
      'In code it is `Ã©` then.',
      '```text\ncafÃ© au lait\n```',
      'For café the screen has cafÃ© then.',
      'Who sees “cafÃ©” has lost a letter.',
      'A zero-width space is be\u200btween these.',
      'In `a\u200bb` is one.',
    ),
    ...fixed(
      'damaged-text',
      ['Newtonâ€™s law of the cafÃ© is so.', 'Newton’s law of the café is so.'],
      ['A résumé is for the cafÃ© too.', 'A résumé is for the café too.'],
      ['La\u200btent heat is so.', 'Latent heat is so.'],
    ),
  ],
  'commands of TeX': [
    ...silent('In LaTeX you write `\\alpha` to get α.'),
    ...unfixed(
      'formula-missing',
      raw`In LaTeX you write \alpha to get α.`,
      raw`For α there is \alpha in such programs.`,
      raw`The command \theta makes one.`,
      raw`It is “\theta” there.`,
    ),
    ...fixed('formula-missing', [raw`The angle is \theta.`, raw`The angle is $\theta$.`]),
  ],
  'marks with a backslash': [
    ...silent(
      raw`Write \*\*bold\*\* to get **bold**.`,
      raw`It shows \*\*words\*\* as **words** then.`,
      raw`He sent “\*\*words\*\*” then.`,
      `In Markdown:\n\n${raw`\- one`}\n${raw`\- two`}`,
    ),
    ...fixed('escaped-mark', [raw`\*\*Heat\*\* is energy.`, '**Heat** is energy.']),
  ],
  'other marks and letters': [
    ...silent('In code `H~2~O`, `the the` and `\\ce{H2O}` are as they are.'),
    ...unfixed('sub-sup', 'Pandoc has H~2~O for this.', 'There you write x^2^ instead.'),
    ...unfixed('double-word', 'To write “the the” is a slip.', 'The words the the are one too many.'),
    ...unfixed('bare-tex', raw`With mhchem it is \ce{H2O} here.`, raw`You write \ce{H2O} for it.`),
    ...unfixed('letter-forms', 'The ligature ﬁ is one sign.', 'The sign ﬁ is fi in one.', 'So `ﬁrst` is in code.'),
    ...unfixed('look-alike', 'The name pаypal has a Cyrillic letter.', 'Is pаypal the same as paypal?'),
    ...fixed('sub-sup', ['Water is H~2~O.', 'Water is H<sub>2</sub>O.']),
    ...fixed('double-word', ['Heat flows to the the cold side.', 'Heat flows to the cold side.']),
    ...fixed('bare-tex', [raw`Water is \ce{H2O}.`, raw`Water is $\ce{H2O}$.`]),
    ...fixed('letter-forms', ['The ﬁrst law.', 'The first law.']),
    ...fixed('look-alike', ['It is hеat.', 'It is heat.']),
  ],
  misspellings: [
    ...silent(
      '« Le langage est un exemple de la correspondance », écrit-il, et la ressource est dans le sac.',
      'Es la expresion que el autor escribe para los demás. Das habe ich nicht mit dem Bruder.',
    ),
    ...fixed('spelling', [
      'The langage of France is definately le français.',
      'The language of France is definitely le français.',
    ]),
    ...silent('Receive is not `recieve`.', "He put 'recieve' there."),
    ...unfixed('word-hyphen', 'It goes to the environ-\nment, as the develop-\n   ment does.'),
    ...unfixed(
      'spelling',
      'The word "recieve" is a common misspelling of receive.',
      'Some have recieve for receive.',
      'It is not *recieve* at all.',
      'The word recieve has seven letters.',
      'A typo is teh at times.',
    ),
    ...fixed(
      'spelling',
      ['They recieve heat.', 'They receive heat.'],
      ['He definately writes it.', 'He definitely writes it.'],
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

test('entities that a title is about', async () => {
  const titles: [written: string, isFixed: boolean][] = [
    ['What does &amp; mean?', false],
    ['What is &lt; in HTML?', false],
    ['Is “&gt;” a sign?', false],
    ['Who are Romeo &amp; Juliet?', true],
  ]
  const library = new TemporaryLibrary(
    Object.fromEntries(titles.map(([title], index) => [`law/a${index}.md`, toQuestionFile(title)])),
  )
  await runCheck(library, '--fix', '--only', 'title-entity')
  for (const [index, [title, isFixed]] of titles.entries()) {
    const text = readFileSync(library.toPath(`law/a${index}.md`), 'utf8')
    assert.equal(text.includes(`title: ${JSON.stringify(title)}`), !isFixed, title)
  }
})
