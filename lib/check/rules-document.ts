import type { RuleDefinition } from '@/lib/core/rule'
import { ruleGroups } from './registry'

const introduction = `# The rules of content

\`npm run check\` checks content against these rules, and says for each mistake where it is, what is wrong and how to
fix it. This page is made from the rules themselves by \`npm run rules\`.

## How to use it

\`\`\`bash
npm run check                                  # everything
npm run check -- --changed                     # what differs from the main branch
npm run check -- content/learn/physics         # a file or a folder
npm run check -- --fix                         # fixes what has one right answer
npm run check -- --format github               # or text, json, sarif, csv, html
npm run check -- --summary                     # how many findings each rule and each subject has
npm run check -- --only link-http              # one rule alone
npm run check -- --format html > worklist.html # a list that sorts and filters, in one file
\`\`\`

It ends with status 1 if there are errors, with 2 if it was called wrongly, else with 0. Warnings do not stop anybody. Notices are matters of taste: they
are counted at the end, and listed where you ask for their rule with \`--only\`, or for a table (csv, html, json). Those
that come of comparing files are not looked for where everything is checked and nobody lists them.

**Severities.** A library sets its own in \`content/check.yml\`; \`--rule NAME=off|notice|warn|error\` does it for one run. The rules
marked *always* stay errors: a file that breaks them cannot be published.

\`\`\`yaml
rules:
  link-http: off
  near-duplicate: error
\`\`\`

**Words.** The check knows common misspellings of English and what chatbots say; the same file adds to both.

\`\`\`yaml
phrases: [In conclusion, it is important to note]      # anywhere in an answer
lines: [Copy table]                                    # a line of its own
spelling:
  aquous: aqueous
  programing: "off"                                    # is right here
\`\`\`

**Exceptions.** A file that breaks a rule on purpose says so in its front matter. An exception that nothing needs is
reported, so that none outlives its reason.

\`\`\`yaml
check_off: [double-word]
\`\`\`

**A library that is not clean yet.** \`--baseline FILE --update-baseline\` writes today’s findings into a file; from then on
\`--baseline FILE\` reports only new ones. The file may only shrink: a finding that was fixed must go from it
(\`--update-baseline\` takes it out), and with \`--changed\` a line that was added is an error.

**Positions** are lines and columns from 1, as editors count them (a column is one UTF-16 unit), also within a folded
\`answer\`.

## All rules
`

/** docs/rules.md: every rule with its severity, its reason, and a wrong and a right example. */
export function toRulesDocument(): string {
  const overview = ruleGroups.map(({ title, rules }) => {
    const names = rules.map(({ name }) => `[${name}](#${name})`)
    return `- ${title}: ${names.join(', ')}`
  })
  const groups = ruleGroups.map(({ title, rules }) => `## ${title}\n\n${rules.map(toSection).join('\n')}`)
  return `${introduction}\n${overview.join('\n')}\n\n${groups.join('\n')}`
}

function toSection({ name, severity, blocks, fix, expects, why, wrong, right }: RuleDefinition): string {
  const facts = [`${severity}${blocks ? ', *always*' : ''}`, ...(fix ? [`\`--fix\` ${fix}`] : [])]
  return `### ${name}

${expects} ${why}

${facts.map((fact) => `- ${fact}`).join('\n')}

Wrong:

${toExample(wrong)}

Right:

${toExample(right)}
`
}

/** Longer than usual, since examples contain fences. */
const toExample = (text: string) => `\`\`\`\`text\n${text}\n\`\`\`\``
