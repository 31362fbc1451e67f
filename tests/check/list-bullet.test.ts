import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { TemporaryLibrary } from '../temporary-library'
import { runCheck } from './run-check'

/** What is pasted from a word processor, the rules that find it, and what `--fix` makes of it; null where a person chooses. */
const cases: [string, string[], string | null][] = [
  ['• Ice\n• Water', ['list-bullet'], '- Ice\n- Water'],
  ['• Ice\n  ◦ Floats\n  – Melts\n• Water', ['list-bullet'], '- Ice\n  - Floats\n  - Melts\n- Water'],
  ['There are two:\n• Ice\n• Water', ['list-bullet'], 'There are two:\n- Ice\n- Water'],
  ['> • Ice\n> • Water', ['list-bullet'], '> - Ice\n> - Water'],
  ['• Ice that is\n  cold\n• Water', ['list-bullet'], '- Ice that is\n  cold\n- Water'],
  ['• Ice\nWater\n• Steam', ['list-bullet'], null],
  ['• Ice', ['list-bullet'], '- Ice'],
  ['✔ Whales\n✘ Sharks\n✔ Bats', ['list-bullet'], '- ✔ Whales\n- ✘ Sharks\n- ✔ Bats'],
  ['✓ Ice\n✓ Steam', ['list-bullet'], '- ✓ Ice\n- ✓ Steam'],
  ['✔️ Ice\n❌ Steam\n✅ Water', ['list-bullet'], '- ✔️ Ice\n- ❌ Steam\n- ✅ Water'],
  ['☐ Ice\n☑ Steam', ['list-bullet'], '- ☐ Ice\n- ☑ Steam'],
  ['○ Ice\n● Steam', ['list-bullet'], '- ○ Ice\n- ● Steam'],
  ['➕ Cheap\n➖ Slow', ['list-bullet'], '- ➕ Cheap\n- ➖ Slow'],
  ['👍 Cheap\n👎 Slow', ['list-bullet'], '- 👍 Cheap\n- 👎 Slow'],
  ['→ Ice\n→ Steam', ['list-bullet'], '- → Ice\n- → Steam'],
  ['★ Ice\n☆ Steam', ['list-bullet'], '- ★ Ice\n- ☆ Steam'],
  ['① Ice\n② Steam', ['list-bullet'], '- ① Ice\n- ② Steam'],
  ['✔ Whales\nSharks\n✔ Bats', ['list-bullet'], null],
  ['✔ Whales are mammals.', [], null],
  ['— Bonjour, dit Marcel.\n— Salut, répondit Paul.', ['list-bullet'], null],
  ['– Bonjour, dit Marcel.\n– Salut, répondit Paul.', ['list-bullet'], null],
  ['• Ice\n— Water', ['list-bullet'], null],
  ['1.\u00a0Ice\n2.\u00a0Water', ['list-bullet'], '1. Ice\n2. Water'],
  ['There are:\n3.\u00a0Ice\n4.\u00a0Water', ['list-bullet'], null],
  ['| A | B |\n| --- | --- |\n| • Ice | 1 |', [], null],
  ['•\tbullet one is long\n•\tbullet two', ['list-bullet'], '- bullet one is long\n- bullet two'],
  ['§\tIce\n§\tWater', ['list-bullet'], '- Ice\n- Water'],
  ['o\tIce\no\tWater', ['list-bullet'], '- Ice\n- Water'],
  ['Ø\tIce\nØ\tWater', ['list-bullet'], '- Ice\n- Water'],
  ['ü\tIce\nü\tWater', ['list-bullet'], '- Ice\n- Water'],
  ['\uf0b7\tIce\n\uf0b7\tWater', ['list-bullet'], '- Ice\n- Water'],
  ['•\tIce\no\tFloats\n•\tWater', ['list-bullet'], '- Ice\n- Floats\n- Water'],
  ['✔\tIce\n✘\tWater', ['list-bullet'], '- ✔ Ice\n- ✘ Water'],
  ['o\tIce\nWater\to', ['table-tabs'], null],
  ['a)\tIce\nb)\tWater', ['list-letter'], null],
  ['I. Ice\nII. Water', ['list-letter'], null],
  ['(1) Ice\n(2) Water', ['list-letter'], null],
  ['C. Water\nD. Steam', [], null],
  ['(2) Ice\n(3) Water', [], null],
  ['There are:\n2.\tIce\n3.\tWater', [], null],
  ['1\tHydrogen\tH\n2\tHelium\tHe', ['table-tabs'], null],
  ['1\tHydrogen\n2\tHelium', ['table-tabs'], null],
  ['1.\u00a0\tHydrogen\n2.\u00a0\tHelium', ['list-bullet'], '1. Hydrogen\n2. Helium'],
  ['Signs:\n=\tequals\n~\tlike', ['table-tabs'], null],
  ['Rows:\n2.\tHelium\tHe\n3.\tLithium\tLi', ['table-tabs'], null],
  ['•\tIce\nWater\tWet\n•\tSteam', ['list-bullet'], null],
  ['•\tIce\no\tWater\n-\tSteam', ['list-bullet'], '- Ice\n- Water\n-\tSteam'],
  ['Unit\tMeaning\no\tordinary', ['table-tabs'], null],
]

const words = Array.from({ length: 25 }, (_, index) => `q${index}x`).join(' ')
const toFile = (name: string, answer: string) =>
  `---\ntitle: What is ${name}?\ndate: 2026-01-15\n---\n\n${words} ${name}.\n\n${answer}\n`

describe('lists of word processors', async () => {
  const library = new TemporaryLibrary()
  const toName = (index: number) => `law/a${index}.md`
  for (const [index, [written]] of cases.entries()) library.write(toName(index), toFile(`a${index}`, written))
  const found = await runCheck(library)
  await runCheck(library, '--only', 'list-bullet', '--fix')
  for (const [index, [written, rules, fixed]] of cases.entries()) {
    test(JSON.stringify(written), () => {
      const lines = found.lines.filter((line) => line.startsWith(`${toName(index)}:`))
      const names = lines.map((line) => / (list-bullet|list-letter|table-tabs) /.exec(line)?.[1]).filter(Boolean)
      assert.deepEqual(names, rules)
      assert.equal(readFileSync(library.toPath(toName(index)), 'utf8'), toFile(`a${index}`, fixed ?? written))
    })
  }
})
