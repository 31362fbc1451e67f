import { dump } from 'js-yaml'
import {
  type FieldDef,
  getDocumentType,
  getNestedType,
  listWrittenFields,
  type SchemaDef,
} from '@/lib/compiler/schema/schema'

type Input = Record<string, unknown>

/** When a file is saved, every key stays in its place, even an empty or unknown one. */
const keepKeys = {
  reorder_inputs: false,
  hide_extra_inputs: false,
  remove_empty_inputs: false,
  remove_extra_inputs: false,
}

/** Fields that repeat the file's path: authors do not write them. */
const hidden = new Set(['_schema', 'file_name', 'url'])

/** The configuration of CloudCannon (https://cloudcannon.com/documentation/), which edits the files in a browser. */
export function toCloudCannonConfig(schema: SchemaDef): string {
  const config = {
    source: '',
    paths: { static: 'public', uploads: 'public/images' },
    timezone: 'Etc/UTC',
    collections_config: {
      questions: {
        path: 'content/learn',
        name: 'Questions',
        singular_name: 'question',
        icon: 'quiz',
        url: '{url}',
        schema_key: '_schema',
        schemas: { default: { path: 'schemas/default.md', name: 'Question', icon: 'quiz', ...keepKeys } },
        create: { path: '[relative_base_path]/{title|slugify}.md' },
        _enabled_editors: ['content', 'data'],
        _inputs: toInputs(getDocumentType(schema, 'Question').fieldDefs, schema),
      },
      subjects: {
        path: 'content/subjects',
        name: 'Subjects',
        singular_name: 'subject',
        icon: 'topic',
        disable_url: true,
        _enabled_editors: ['data'],
        _inputs: toInputs(getDocumentType(schema, 'Subject').fieldDefs, schema),
      },
    },
  }
  return `# Written by “npm run editors” from contentlayer.config.ts.\n${dump(config, { lineWidth: 120, noRefs: true })}`
}

function toInputs(fieldDefs: readonly FieldDef[], schema: SchemaDef, parent = ''): Record<string, Input> {
  const inputs: Record<string, Input> = {}
  for (const def of listWrittenFields(fieldDefs)) {
    const name = `${parent}${def.name}`
    inputs[name] = {
      ...toInput(def),
      ...(def.description && { comment: def.description }),
      ...(hidden.has(name) && { hidden: true }),
    }
    if (def.type === 'nested') {
      const { fieldDefs: nested } = getNestedType(schema, def.nestedTypeName)
      Object.assign(inputs, toInputs(nested, schema, `${name}.`))
    }
  }
  return inputs
}

function toInput(def: FieldDef): Input {
  const required = def.isRequired ? { options: { required: true } } : {}
  switch (def.type) {
    case 'string':
      return { type: isLong(def.name) ? 'textarea' : 'text', ...required }
    case 'number':
      return { type: 'number', ...required }
    case 'boolean':
      return { type: 'switch' }
    case 'date':
      // CloudCannon's date input writes a time and a zone; the library wants a day.
      return {
        type: 'text',
        options: { ...required.options, pattern: '^\\d{4}-\\d{2}-\\d{2}$', pattern_message: 'YYYY-MM-DD' },
      }
    case 'enum':
      return { type: 'select', options: { values: def.options, allow_empty: true } }
    case 'list':
      return { type: 'array' }
    case 'nested':
      return { type: 'object' }
    default:
      throw new Error(`${def.name}: fields of type ${def.type} are not supported.`)
  }
}

/** These are plain text areas: a rich text editor would rewrite the answers of older files. */
const isLong = (name: string) => ['answer', 'description', 'page_description', 'page_keywords'].includes(name)
