import type { RuleDefinition } from '@/lib/core/rule'
import { ruleGroups } from './registry'

const introduction = `# The rules of content

\`npm run check\` checks content against these rules, and says for each mistake where it is, what is wrong and how to
fix it. \`npm run rules\` generates this page from the rules themselves.

## How to use it

\`\`\`bash
npm run check                                  # everything
npm run check -- --changed                     # what differs from the main branch
npm run check -- content/learn/physics         # a file or a folder
npm run check -- --fix                         # fixes what has one right answer
npm run check -- --format github               # or text, json, sarif, csv, html
npm run check -- --summary                     # how many findings each rule and each subject has
npm run check -- --only link-http              # only one rule
npm run check -- --format html > worklist.html # a list that sorts and filters, in one file
\`\`\`

The exit status is 1 if there are errors, 2 if the command was used wrongly, and 0 otherwise: warnings do not make it
fail. Notices are matters of taste: they are counted at the end, and listed if you select their rule with \`--only\` or
ask for a table (csv, html, json). Notices that need a comparison of files are skipped when everything is checked and
they would not be listed.

**Severities.** A library sets its own in \`content/check.yml\`; \`--rule NAME=off|notice|warn|error\` sets one for a single
run. The rules marked *always* stay errors: a file that breaks them cannot be published.

\`\`\`yaml
rules:
  link-http: off
  near-duplicate: error
\`\`\`

**Words.** The check knows common English misspellings and typical chatbot phrases; the same file can add to both.

\`\`\`yaml
phrases: [In conclusion, it is important to note]      # anywhere in an answer
lines: [Copy table]                                    # a line of its own
spelling:
  aquous: aqueous
  programing: "off"                                    # correct here
\`\`\`

**Exceptions.** A file that breaks a rule on purpose says so in its front matter. An exception that is no longer
needed is reported.

\`\`\`yaml
check_off: [double-word]
\`\`\`

**A library that is not clean yet.** \`--baseline FILE --update-baseline\` writes the current findings to a file; from then
on \`--baseline FILE\` reports only new ones. The file may only shrink: a finding that was fixed must be removed from it
(\`--update-baseline\` does it), and with \`--changed\` an added line is an error.

**Positions** are lines and columns from 1, as editors count them (a column is one UTF-16 code unit), even in a
folded \`answer\`.

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

/** Four backticks, because examples contain fences of three. */
const toExample = (text: string) => `\`\`\`\`text\n${text}\n\`\`\`\``
