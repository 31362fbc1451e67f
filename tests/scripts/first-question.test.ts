import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { load } from 'js-yaml'

const root = mkdtempSync(path.join(tmpdir(), 'author-'))
after(() => rmSync(root, { recursive: true, force: true }))
const origin = path.join(root, 'origin.git')
const clone = path.join(root, 'clone')

function run(command: string, cwd = clone) {
  const identity = { NAME: 'Ada', EMAIL: 'ada@example.org' }
  const env = {
    ...process.env,
    ...Object.fromEntries(
      Object.entries(identity).flatMap(([name, value]) => [
        [`GIT_AUTHOR_${name}`, value],
        [`GIT_COMMITTER_${name}`, value],
      ]),
    ),
  }
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8', env })
  return { status, stdout, stderr, output: stdout + stderr }
}

function succeed(command: string, cwd?: string): string {
  const { status, output } = run(command, cwd)
  assert.equal(status, 0, `${command}\n${output}`)
  return output
}

/** The commands of CONTRIBUTING.md, as authors copy them. */
const documented = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^ *```bash\n([\s\S]*?)^ *```/gm)].flatMap(
  ([, block = '']) =>
    block
      .trim()
      .split('\n')
      .map((line) => line.trim()),
)
const [begin = '', create = '', send = ''] = ['git switch', 'npm run new', 'git add'].map((start) =>
  documented.find((line) => line.startsWith(start)),
)
const check = 'npm run check -- --changed'

test('a new question by the documented steps, from clone to clean check to merge', () => {
  assert.ok(readFileSync('CONTRIBUTING.md', 'utf8').includes(`\`${check}\``))
  succeed(`git clone --quiet --bare "${process.cwd()}" ${origin}`, root)
  succeed('git branch --force main HEAD && git symbolic-ref HEAD refs/heads/main', origin)
  succeed(`git clone --quiet ${origin} ${clone}`, root)
  // Stands in for `npm ci`.
  symlinkSync(path.resolve('node_modules'), path.join(clone, 'node_modules'))

  succeed(begin)
  const created = succeed(create)
  const file = /^Written: (content\/learn\/physics\/why-does-ice-float-on-water\.md)$/m.exec(created)?.[1] ?? ''
  assert.deepEqual(succeed('git status --short').trim().split('\n'), [`?? ${file}`, '?? node_modules'])

  const unfinished = run(check)
  assert.equal(unfinished.status, 1)
  const text = readFileSync(path.join(clone, file), 'utf8')
  const todos = text.split('\n').flatMap((line, index) => (line.includes('TODO') ? [index + 1] : []))
  const found = [...unfinished.stdout.matchAll(/^(\S+?):(\d+):\d+ error (\S+)/gm)]
  assert.deepEqual(
    [...new Set(found.map(([, name, line, rule]) => `${name}:${line} ${rule}`))].sort(),
    todos.map((line) => `${file}:${line} placeholder`).sort(),
  )

  writeFileSync(path.join(clone, file), fillIn(text))
  assert.match(succeed(check), /\b0 errors, 0 warnings/)
  succeed(send)

  succeed(
    'git fetch --quiet && git switch --quiet main && git merge --quiet --no-ff origin/why-does-ice-float --message merge',
  )
  const workflow = load(readFileSync('.github/workflows/check.yml', 'utf8')) as Workflow
  const remote = Object.values(workflow.jobs).flatMap(
    ({ steps }) => steps.find(({ name }) => name === 'Check')?.run ?? [],
  )
  assert.equal(remote.length, 1)
  assert.match(succeed(`export BASE=HEAD^1\n${remote[0]}`), /\b0 errors, 0 warnings/)
})

type Workflow = { jobs: Record<string, { steps: { name?: string; run?: string }[] }> }

/** Fills in the draft, as an author would. */
function fillIn(draft: string): string {
  const [, head = ''] = /^(---\n[\s\S]*?\n---\n)/.exec(draft) ?? []
  const answer = `
Ice floats because it is less dense than liquid water: the same mass takes about 9 % more room once it is frozen.

## Why it takes more room

Each molecule of water can hold four others by hydrogen bonds. In ice all four are held, at fixed angles, and the open
pattern that results leaves more space between the molecules than in the liquid, where bonds break and form all the time.

## How much of it stays under water

A floating body displaces its own weight. With $\\rho_\\text{ice} = 917$ and $\\rho_\\text{water} = 1000$ kilograms in a
cubic metre, the part under water is $917 / 1000$, or about 92 %.
`
  return (
    head
      .replace(
        /TODO: say in .*/,
        'Frozen water takes nine percent more room than liquid water. Why, and how much stays below.',
      )
      .replace(/TODO: a few .*/, 'ice, density of water, hydrogen bonds, buoyancy') + answer
  )
}
