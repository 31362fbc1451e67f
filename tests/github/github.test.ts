import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { load } from 'js-yaml'
import { ruleSources } from '@/scripts/check/check-options'
import { isOrganization, toCodeOwners } from '@/tools/codeowners/code-owners'

const read = (file: string) => readFileSync(path.join('.github', file), 'utf8')
const list = (dir: string) => readdirSync(path.join('.github', dir)).map((name) => `${dir}/${name}`)

type Step = {
  name?: string
  if?: string
  uses?: string
  run?: string
  env?: Record<string, string>
  with?: Record<string, unknown>
}
type Workflow = {
  on: Record<string, unknown>
  permissions: Record<string, string>
  jobs: Record<
    string,
    {
      permissions?: unknown
      'timeout-minutes': number
      strategy?: { matrix: { node: unknown[] } }
      steps: Step[]
    }
  >
}

for (const file of list('workflows')) {
  test(`${file} has read-only access, runs pinned actions, and passes nothing from the pull request into a command`, () => {
    const workflow = load(read(file)) as Workflow
    assert.deepEqual(workflow.permissions, { contents: 'read' })
    assert.ok(Object.keys(workflow.on).every((event) => ['pull_request', 'merge_group', 'push'].includes(event)))
    for (const job of Object.values(workflow.jobs)) {
      assert.equal(job.permissions, undefined)
      assert.ok(job['timeout-minutes'] > 0)
      for (const { uses, run, with: options } of job.steps) {
        if (uses) assert.match(uses, /^actions\/[\w-]+(?:\/[\w-]+)?@[0-9a-f]{40}$/)
        if (uses?.startsWith('actions/checkout')) assert.equal(options?.['persist-credentials'], false)
        assert.doesNotMatch(run ?? '', /\$\{\{/)
      }
    }
    for (const line of read(file)
      .split('\n')
      .filter((text) => text.includes('uses:')))
      assert.match(line, / # v\d+\.\d+\.\d+$/)
    assert.doesNotMatch(read(file), /secrets\.|pull_request_target:/)
  })

  test(`every npm script that ${file} runs exists`, () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    for (const [, name = ''] of read(file).matchAll(/npm run (?:--silent )?([\w:-]+)/g)) assert.ok(scripts[name], name)
  })
}

test('the check’s index is cached under the rules that it was built with, and pull requests cannot write it', () => {
  const { steps } = Object.values((load(read('workflows/check.yml')) as Workflow).jobs)[0] as { steps: Step[] }
  const hashed = /hashFiles\((.*)\)/.exec(
    steps.find(({ name }) => name === 'Compute the cache key')?.env?.RULES ?? '',
  )?.[1]
  const sources = hashed
    ?.replace(/'/g, '')
    .split(', ')
    .map((source) => source.replace(/\/\*\*$/, ''))
  assert.deepEqual(sources?.sort(), [...ruleSources, 'contentlayer.config.ts'].sort())
  const saving = steps.filter(
    ({ uses }) => uses?.startsWith('actions/cache') && !uses.startsWith('actions/cache/restore@'),
  )
  assert.equal(saving.length, 1)
  assert.match(saving[0]?.if ?? '', /github\.event_name == 'push'/)
})

test('the tests run on the oldest Node that is allowed, and the check on one that is tested', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'))
  const tests = Object.values((load(read('workflows/test.yml')) as Workflow).jobs)[0]
  const versions = tests?.strategy?.matrix.node.map(String) ?? []
  assert.equal(`>=${versions[0]}`, engines.node)
  const setUp = Object.values((load(read('workflows/check.yml')) as Workflow).jobs)
    .flatMap(({ steps }) => steps)
    .find(({ uses }) => uses?.startsWith('actions/setup-node@'))
  assert.ok(versions.includes(String(setUp?.with?.['node-version'])))
})

test('every issue form has what GitHub requires, and no field twice', () => {
  const forms = list('ISSUE_TEMPLATE').filter((file) => !file.endsWith('config.yml'))
  assert.deepEqual(
    forms.map((file) => path.basename(file)),
    ['mistake.yml', 'new-question.yml', 'site-bug.yml'],
  )
  for (const file of forms) {
    const form = load(read(file)) as { name: string; description: string; body: Field[] }
    assert.ok(form.name && form.description, file)
    assert.equal(new Set(form.body.map(({ id }) => id)).size, form.body.length)
    for (const { type, id, attributes } of form.body) {
      assert.match(type, /^(?:input|textarea|checkboxes)$/)
      assert.match(id, /^[a-z_-]+$/)
      assert.ok(attributes.label, `${file}: ${id}`)
    }
  }
})

type Field = { type: string; id: string; attributes: { label?: string } }

test('CODEOWNERS is as the command generates it: a team for each subject, comments without an organization', () => {
  const present = read('CODEOWNERS')
  const subjects = [...present.matchAll(/\/content\/learn\/([\w-]+)\/ /g)].map(([, subject = '']) => subject)
  const organization = /^\* @([\w-]+)\//m.exec(present)?.[1]
  assert.ok(subjects.length > 0)
  assert.equal(present, toCodeOwners(subjects, organization))
  assert.ok(
    toCodeOwners(['law'], undefined)
      .trim()
      .split('\n')
      .every((line) => line.startsWith('#')),
  )
  assert.match(toCodeOwners(['law'], 'owner'), /\n\/content\/learn\/law\/ @owner\/law\n/)
  assert.match(toCodeOwners(['law'], 'owner'), /\n\/public\/images\/law\/ @owner\/law\n/)
  const names = ['a-b', 'A1', '-a', 'a--b', 'a/b', 'a\nb', '']
  assert.deepEqual(names.filter(isOrganization), ['a-b', 'A1'])
})
