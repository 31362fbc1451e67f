import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { applyEdits } from '@/lib/compiler/source/edit-text'
import { readQuestion } from '@/lib/compiler/source/read-question'
import { readSubject } from '@/lib/compiler/source/read-subject'

const { schema } = await generateSchema()
const read = (text: string) => readQuestion(text, 'learn/law/a.md', schema)
const toFile = (field: string, value: string) =>
  `---\n${field === 'title' ? '' : 'title: A?\n'}date: 2026-01-15\n${field}: ${value}\n---\n\nAn answer.\n`

/** Texts as people write them, each with the column, from 1, of what YAML takes for syntax. */
const unquoted: [written: string, column: number, meant?: string][] = [
  ['What runs on channel #5 of the mixer?', 22],
  ['Why is #5 red and #6 blue?', 8],
  ['#5 wins', 1],
  ['#hashtag', 1],
  ['Tabs before\t#5', 13],
  ['&str or String?', 1],
  ['& what is it?', 1],
  ['[Draft] What is heat?', 1],
  ['[Draft]', 1],
  ['[1, 2] and more', 1],
  ['*x* or x?', 1],
  ['* is what?', 1],
  ['@media in CSS?', 1],
  ['`code` in a title?', 1],
  ['%percent?', 1],
  ['!important in CSS?', 1],
  ['! what?', 1],
  ['? what is it', 1],
  ['- x is what?', 1],
  ['-', 1],
  [': what?', 1],
  [', then what?', 1],
  ['key: value: more', 4],
  ['Heat: what is it?', 5],
  ['What follows:', 13],
  ['> text', 1],
  ['>text', 1],
  ['| text', 1],
  ['|x| is what?', 1],
  ['"quoted" and more', 1],
  ['"Open what?', 1, 'Open what?'],
  ["'tis what?", 1],
  ["'tis the 'real' thing?", 1],
  ['{a} b', 1],
  ['{a}', 1],
  ['{a: b}', 1],
  ['} what?', 1],
  ['] what?', 1],
]

/** The same without a single right answer: what follows may be a comment, or another field in the wrong place. */
const doubtful: [written: string, column: number][] = [
  ['Which is # 9?', 10],
  ['Heat # not yet reviewed', 6],
  ['[Draft] Heat # not yet reviewed', 1],
  ['Heat: what\n  question: is it?', 5],
]

describe('a text that needs quotes', () => {
  for (const field of ['title', 'article_title', 'question', 'author', 'reviewed_by', 'answer']) {
    for (const [written, column, meant = written] of unquoted) {
      // In fields that other programs write as lists of names, brackets around everything may be a list.
      if (/^(?:author|reviewed_by)$/.test(field) && /^[[{].*[\]}]$/.test(written)) continue
      test(`is an error that is fixed by quotes: ${field}: ${written}`, () => {
        const text = toFile(field, written)
        const { question, findings } = read(text)
        assert.equal(question, undefined)
        assert.equal(findings.length, 1, JSON.stringify(findings))
        const [finding] = findings
        assert.equal(finding?.rule, 'text-quotes')
        assert.equal(finding?.column, field.length + 2 + column)
        assert.match(finding?.message ?? '', /(?:a meaning here|is not closed).* Put the text in quotes: ["']/)
        const fixed = applyEdits(Buffer.from(text), finding?.fix ?? []).toString()
        const again = read(fixed)
        assert.deepEqual(again.findings, [])
        assert.equal(again.frontMatter?.fields[field], meant)
      })
    }
  }

  for (const [written, column] of doubtful) {
    test(`is an error without a fix where there are two right answers: ${JSON.stringify(written)}`, () => {
      const { findings } = read(toFile('title', written))
      assert.equal(findings[0]?.rule, 'text-quotes')
      assert.equal(findings[0]?.column, 7 + column)
      assert.equal(findings[0]?.fix, undefined)
    })
  }

  test('may be on several lines, in a nested field, or an item of a list', () => {
    const places: [yaml: string, place: string][] = [
      ['title: What is\n  channel #5\ndate: 2026-01-15', '3:11'],
      ['title:\n  What is channel #5?\ndate: 2026-01-15', '3:19'],
      ['title: A?\ndate: 2026-01-15\nseo:\n  page_description: On channel #5.', '5:32'],
      ['title: A?\ndate: 2026-01-15\nsources:\n  - Ohm #5', '5:9'],
      ['title: A?\ndate: 2026-01-15\nsources:\n- Ohm: on currents', '5:6'],
      ['title: A?\ndate: 2026-01-15\nsources:\n  - [Ohm](https://example.org)', '5:5'],
    ]
    for (const [yaml, place] of places) {
      const text = `---\n${yaml}\n---\n\nAn answer.\n`
      const { findings } = read(text)
      assert.deepEqual(
        findings.map(({ rule, line, column }) => `${line}:${column} ${rule}`),
        [`${place} text-quotes`],
        yaml,
      )
      assert.deepEqual(read(applyEdits(Buffer.from(text), findings[0]?.fix ?? []).toString()).findings, [], yaml)
    }
  })

  test('in the file of a subject, too', () => {
    for (const yaml of ['title: C #1\n', 'title: Law\ndescription: On law: all of it\n']) {
      assert.equal(readSubject(yaml, 'law.yml', schema).findings[0]?.rule, 'text-quotes')
    }
  })
})

describe('a list where one text is expected', () => {
  const toList = (head: string) => `---\ntitle: A?\ndate: 2026-01-15\n${head}\n---\n\nAn answer.\n`
  const keywords = (written: string) => `seo:\n  page_keywords:${written}\n  title: x\nid: 5`

  const certain: [written: string, meant: string][] = [
    [' [ice, water]', ' "ice, water"'],
    ['\n    - ice\n    - water vapour', ' "ice, water vapour"'],
    ['\n  - ice\n  - "water"\n  - 2024', ' "ice, water, 2024"'],
    [" [\"C++\", 'it''s', C#]", ' "C++, it\'s, C#"'],
    [' ["say \\"ice\\"", water]', ' \'say "ice", water\''],
    [' [ice,\n    water]', ' "ice, water"'],
  ]
  for (const [written, meant] of certain) {
    test(`becomes one text of keywords: ${JSON.stringify(written)}`, () => {
      const text = toList(keywords(written))
      const { findings } = read(text)
      assert.equal(findings.length, 1, JSON.stringify(findings))
      assert.equal(findings[0]?.rule, 'field-type')
      assert.match(findings[0]?.message ?? '', /is a list; expected one text\. Write the keywords on one line/)
      const fixed = applyEdits(Buffer.from(text), findings[0]?.fix ?? []).toString()
      assert.equal(fixed, toList(keywords(meant)))
      assert.deepEqual(read(fixed).findings, [])
    })
  }

  const uncertain: [head: string, place: string, said: RegExp][] = [
    [keywords(' ["Paris, France", water]'), '5:18', /without a comma inside a keyword/],
    [keywords('\n    - ice\n    - water, vapour'), '6:5', /without a comma inside a keyword/],
    [keywords(' [ice, #5]'), '5:18', /separated by commas/],
    [keywords(' [ice, water] # these'), '5:18', /separated by commas/],
    [keywords(' {ice, water}'), '5:18', /separated by commas/],
    ['author: [Ada, Bob]', '4:9', /“author” is a list; expected one text\. Write it on one line/],
    ['author:\n  - Ada', '5:3', /“author” is a list/],
    ['question:\n- A?', '5:1', /“question” is a list/],
    ['seo:\n  page_description:\n    - A.\n    - B: C.', '6:5', /“seo.page_description” is a list/],
    ['answer:\n  - Ice\n  - Water', '5:3', /For a list in Markdown, write “answer: |” above it/],
  ]
  for (const [head, place, said] of uncertain) {
    test(`has more than one right answer: ${JSON.stringify(head)}`, () => {
      const { findings } = read(toList(head))
      assert.deepEqual(
        findings.map(({ rule, line, column, fix }) => [rule, `${line}:${column}`, fix]),
        [['field-type', place, undefined]],
      )
      assert.match(findings[0]?.message ?? '', said)
    })
  }
})

describe('a backslash in double quotes', () => {
  const lost: [written: string, text: string][] = [
    ['"What is \\d in a regex?"', 'What is \\d in a regex?'],
    ['"What is \\(x\\)?"', 'What is \\(x\\)?'],
    ['"What is $\\frac{1}{2}$?"', 'What is $\\frac{1}{2}$?'],
    ['"Is $3 \\times 4$ \\"twelve\\"?"', 'Is $3 \\times 4$ "twelve"?'],
    ['"Where is C:\\users?"', 'Where is C:\\users?'],
    ['"What\'s $\\alpha$?"', "What's $\\alpha$?"],
  ]
  for (const [written, expected] of lost) {
    test(`would be lost, so single quotes are right: ${written}`, () => {
      const text = toFile('title', written)
      const { findings } = read(text)
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        ['text-quotes'],
      )
      const again = read(applyEdits(Buffer.from(text), findings[0]?.fix ?? []).toString())
      assert.equal(again.frontMatter?.fields.title, expected)
    })
  }

  for (const written of ['"A \\"word\\"\\t\\u00e9 \\\\frac"', '"a \\\n  b"', '"Tab\\tafter"', '"one\\ntwo"']) {
    test(`is kept if YAML reads it as meant: ${JSON.stringify(written)}`, () => {
      assert.deepEqual(read(toFile('question', written)).findings, [])
    })
  }
})

describe('a value that YAML reads as another type', () => {
  for (const written of ['1984', '1e3', '0x1F', '.5', '+1', '012.50', 'True', 'FALSE', 'true', '.inf', '.nan', '-0']) {
    test(`is an error, and is put in quotes as written: ${written}`, () => {
      const text = toFile('title', written)
      const { findings } = read(text)
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        ['field-type'],
      )
      assert.ok(findings[0]?.message.endsWith(`Put it in quotes: "${written}".`), findings[0]?.message)
      const again = read(applyEdits(Buffer.from(text), findings[0]?.fix ?? []).toString())
      assert.equal(again.question?.title, written)
    })
  }

  for (const written of ['null', '~', 'Null']) {
    test(`${written} is not a title`, () => {
      const [finding] = read(toFile('title', written)).findings
      assert.equal(finding?.rule, 'field-required')
      assert.match(finding?.message ?? '', /put the word in quotes/)
    })
  }

  for (const written of ['2024-01-01', 'yes', 'No', '1_000', '12:30', '1.2.3', 'true story', '2024-01-01 10:00']) {
    test(`is text where YAML says so: ${written}`, () => {
      assert.equal(read(toFile('title', written)).question?.title, written)
    })
  }
})

describe('what needs no quotes', () => {
  const files: [yaml: string, title: string][] = [
    ['title: "A?" # a comment\ndate: 2026-01-15', 'A?'],
    ["title: 'It''s A?'   # a comment\ndate: 2026-01-15", "It's A?"],
    ['title: >- # a comment\n  C #5: &x\ndate: 2026-01-15', 'C #5: &x'],
    ['title: |-\n  [x] #5\ndate: 2026-01-15', '[x] #5'],
    ['title: "over\n  two #5 lines"\ndate: 2026-01-15', 'over two #5 lines'],
    ['# a comment\ntitle: C#, F# and a#b?\n  # another\ndate: 2026-01-15 # and one', 'C#, F# and a#b?'],
    ['title: A?\ndate: 2026-01-15 # day\nid: 5 # five\nno_index: true # why', 'A?'],
    ['title: A?\ndate: 2026-01-15\nurl: /learn/law/questions/a # ours\ncheck_off: [html] # a poem', 'A?'],
    ['title: A?\ndate: 2026-01-15\ncheck_off:\n  - html # a poem', 'A?'],
    ['title: A?\ndate: 2026-01-15\nauthor: # nobody yet\nsources: # none yet\nreviewed_by: ~', 'A?'],
    ['title: A?\ndate: 2026-01-15\nsources: [https://example.org/#a, "Ohm #5"] # two', 'A?'],
    [
      'title: 12:30 is (a) time, isn\'t it - or "is" it? A|B > C\ndate: 2026-01-15',
      '12:30 is (a) time, isn\'t it - or "is" it? A|B > C',
    ],
    ['title: !!str 1984\ndate: 2026-01-15', '1984'],
    ['title: -x, ?y and :z\ndate: 2026-01-15', '-x, ?y and :z'],
  ]
  for (const [yaml, title] of files) {
    test(JSON.stringify(yaml), () => {
      const { question, findings } = read(`---\n${yaml}\n---\n\nAn answer.\n`)
      assert.deepEqual(findings, [])
      assert.equal(question?.title, title)
    })
  }
})

test('thousands of lines, quotes and signs do not take quadratic time', () => {
  const started = process.cpuUsage().user
  for (const piece of [
    'title: [x #5\n',
    'sources:\n  - & #5\n',
    "title: '",
    'title: "\\',
    'title: a #\n  #',
    'title: x\n\n',
  ]) {
    read(`---\n${piece.repeat(60_000 / piece.length)}\n---\n\nAn answer.\n`)
  }
  assert.ok(process.cpuUsage().user - started < 10_000_000)
})
