import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { applyEdits } from '@/lib/compiler/source/edit-text'
import { readQuestion } from '@/lib/compiler/source/read-question'

const { schema } = await generateSchema()
const read = (text: string) => readQuestion(text, 'learn/law/a.md', schema)
const fields = 'title: A?\ndate: 2026-01-15\n'
const good = `---\n${fields}---\nText.\n`

/** A file, the places and words of its findings until it is fixed, and the fixed file. */
const fixable: [text: string, said: RegExp[], right?: string][] = [
  [`\n${good}`, [/^1:1 .*Remove the empty lines above “---”/]],
  [`\n  \n\n${good}`, [/^1:1 .*Remove the empty lines/]],
  [` ${good}`, [/^1:1 .*Remove the spaces before “---”/]],
  [`\n\n ----\n${fields}---\nText.\n`, [/^3:2 .*not with “----”.*three hyphens/]],
  [`----\n${fields}---\nText.\n`, [/^1:1 .*not with “----”.*three hyphens/]],
  [`-----\n${fields}-----\nText.\n`, [/^1:1 .*three hyphens/, /^4:1 .*not with “-----”/]],
  [`--\n${fields}--\nText.\n`, [/^1:1 .*three hyphens/, /^4:1 .*“--”/]],
  [`—\n${fields}—\nText.\n`, [/^1:1 .*three hyphens/, /^4:1 .*“—”/]],
  [`***\n${fields}***\nText.\n`, [/^1:1 .*three hyphens/, /^4:1 .*“\*\*\*”/]],
  [`---\n${fields}...\nText.\n`, [/^4:1 .*not with “\.\.\.”/]],
  [`---\n${fields}  ---\nText.\n`, [/^4:3 .*Remove the spaces before it/]],
  [
    `---\n${fields}----\nText.\n\n---\n\nMore: x\n`,
    [/^4:1 .*not with “----”/],
    `---\n${fields}---\nText.\n\n---\n\nMore: x\n`,
  ],
  [`${fields}---\nText.\n`, [/^1:1 .*Write it above the first field/]],
  [`---\n${good}`, [/^2:1 .*ends at this “---”, above its fields. Remove this line/]],
  [`---\n\n${good}`, [/^3:1 .*above its fields/]],
]

/** What a person must fix, or where it is unclear what was meant. */
const others: [text: string, said: RegExp][] = [
  ['+++\ntitle = "A?"\n+++\nText.\n', /^1:1 .*This is TOML\. Write the fields as YAML/],
  ['{\n  "title": "A?"\n}\n\nText.\n', /^1:1 .*This is JSON\. Write the fields as YAML/],
  [`\`\`\`markdown\n${good}\`\`\`\n`, /^1:1 .*The whole file is in a code fence/],
  [`Hello.\n\n${good}`, /^1:1 .*There is text above the front matter/],
  [`---yaml\n${fields}---\nText.\n`, /^1:1 .*“---yaml” does not begin front matter/],
  [`${fields}\nText.\n`, /^1:1 .*Write it above the first field/],
  ['----\nText between lines.\n----\n', /^1:1 .*three hyphens/],
  [`---\n${fields}\nText.\n\n----\n`, /^1:1 .*has no end/],
  [`---\n${fields}answer: |\n  One.\n  ---\n  Two.\n`, /^1:1 .*has no end/],
  ['', /^1:1 The file does not begin with front matter\. Write “---” on the first line/],
  ['\n \n', /^1:1 The file does not begin with front matter/],
  ['# Heat\n\nText.\n', /^1:1 The file does not begin with front matter/],
]

function say(text: string) {
  const { findings } = read(text)
  return findings.map(({ line, column, rule, message, fix }) => {
    assert.equal(rule, 'front-matter', message)
    return { said: `${line}:${column} ${message}`, fix }
  })
}

describe('front matter that does not begin or end as it should', () => {
  for (const [text, said, right = good] of fixable) {
    test(`is fixed: ${JSON.stringify(text.slice(0, 60))}`, () => {
      let now = text
      for (const expected of said) {
        const [first, ...more] = say(now)
        assert.deepEqual(more, [])
        assert.match(first?.said ?? '', expected)
        now = applyEdits(Buffer.from(now), first?.fix ?? []).toString()
      }
      assert.equal(now, right)
      assert.deepEqual(read(now).findings, [])
    })
  }

  for (const [text, said] of others) {
    test(`is explained: ${JSON.stringify(text.slice(0, 60))}`, () => {
      const [first, ...more] = say(text)
      assert.deepEqual(more, [])
      assert.match(first?.said ?? '', said)
      assert.equal(first?.fix, undefined)
    })
  }
})

test('thousands of lines do not take quadratic time', () => {
  const started = process.cpuUsage().user
  for (const piece of ['a: b\n', '----\n', '\n', ' ---\n', '- \n', 'a: b\n----\n']) {
    for (const begins of ['', '---\n', '----\n', '---\n---\n']) read(`${begins}${piece.repeat(60_000 / piece.length)}`)
  }
  assert.ok(process.cpuUsage().user - started < 10_000_000)
})
