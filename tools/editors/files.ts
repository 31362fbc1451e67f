import { toDraftFile } from '@/lib/authoring/question-draft'
import type { SchemaDef } from '@/lib/compiler/schema/schema'
import { toCloudCannonConfig } from './cloudcannon'
import { toJsonSchema } from './json-schema'
import { toSnippets } from './snippets'

const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** The files that describe a question to editors, by path; all generated from contentlayer.config.ts. */
export function listEditorFiles(schema: SchemaDef): Record<string, string> {
  return {
    'cloudcannon.config.yml': toCloudCannonConfig(schema),
    'schemas/default.md': toDefaultFile(),
    'schemas/question.schema.json': toJson(toJsonSchema(schema, 'Question')),
    'schemas/subject.schema.json': toJson(toJsonSchema(schema, 'Subject')),
    '.vscode/question.code-snippets': toJson(toSnippets(schema)),
  }
}

/** CloudCannon's template for a question: the draft of `npm run new` with empty fields. */
function toDefaultFile(): string {
  const mark = 'MARK'
  const draft = toDraftFile({ id: 0, date: mark, title: mark, subject: mark, subjectTitle: mark, slug: mark })
  const lines = draft.replaceAll(`>-\n    ${mark}\n`, '\n').split('\n')
  return lines
    .filter((line) => !/^(?:file_name|url): /.test(line))
    .map((line) => (line.includes(mark) || line === 'id: 0' ? `${line.slice(0, line.indexOf(':'))}:` : line.trimEnd()))
    .join('\n')
}
