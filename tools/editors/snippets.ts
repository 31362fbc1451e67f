import { toDraftFile } from '@/lib/authoring/question-draft'
import {
  type FieldDef,
  getDocumentType,
  getNestedType,
  listWrittenFields,
  type SchemaDef,
} from '@/lib/compiler/schema/schema'
import { defaultAuthor } from '@/lib/core/defaults'

type Snippet = { prefix: string; body: string[]; description?: string }

/** VS Code snippets for a question's front matter: one for each field, and `question` for a short new file. */
export function toSnippets(schema: SchemaDef): Record<string, Snippet & { scope: string }> {
  const fields = listWrittenFields(getDocumentType(schema, 'Question').fieldDefs)
  const snippets: Record<string, Snippet> = { question: toQuestionSnippet() }
  for (const def of fields) {
    snippets[`field ${def.name}`] = {
      prefix: def.name,
      body: toLines(def, schema),
      ...(def.description && { description: def.description }),
    }
  }
  return Object.fromEntries(
    Object.entries(snippets).map(([name, snippet]) => [name, { scope: 'markdown', ...snippet }]),
  )
}

function toLines(def: FieldDef, schema: SchemaDef): string[] {
  switch (def.type) {
    case 'enum':
      return [`${def.name}: \${1|${def.options.join(',')}|}`]
    case 'boolean':
      return [`${def.name}: \${1|true,false|}`]
    case 'date':
      return [`${def.name}: $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE`]
    case 'list':
      return [`${def.name}:`, '  - $1']
    case 'nested': {
      const { fieldDefs } = getNestedType(schema, def.nestedTypeName)
      return [`${def.name}:`, ...listWrittenFields(fieldDefs).map(({ name }, index) => `  ${name}: $${index + 1}`)]
    }
    default:
      return [`${def.name}: $1`]
  }
}

/** The draft that `npm run new` writes, without the fields that repeat its path, for a file that exists already. */
function toQuestionSnippet(): Snippet {
  const marks = {
    date: '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE',
    title: 'Title',
    subject: 's',
    subjectTitle: 'S',
    slug: 'x',
  }
  const draft = toDraftFile({ id: 0, ...marks })
  const body = draft.slice(draft.indexOf('\n---\n') + 5)
  const head = [
    '---',
    '_schema: default',
    `date: ${marks.date}`,
    `title: ${toStop(1, 'What is …?')}`,
    'seo:',
    `  page_description: ${toStop(2, 'What the reader will learn, in 50 to 160 characters')}`,
    `author: ${toStop(3, defaultAuthor)}`,
    '---',
  ]
  return { prefix: 'question', body: [...head, ...toLiteral(body).split('\n')], description: 'A new question' }
}

/** A tab stop with a placeholder. */
const toStop = (number: number, text: string) => `$\{${number}:${text}}`

/** Text with tab stops and variables escaped (https://code.visualstudio.com/docs/editing/userdefinedsnippets). */
const toLiteral = (text: string) => text.trimEnd().replace(/[\\$}]/g, '\\$&')
