import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { defineCommand, runIfStarted } from '@/scripts/run-script'
import { listEditorFiles } from './files'

const usage = `npm run editors

Generates the files that describe the fields of a question to editors from contentlayer.config.ts: run it when that changes.`

export const main = defineCommand(usage, async () => {
  const { schema } = await generateSchema()
  for (const [file, text] of Object.entries(listEditorFiles(schema))) {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
    console.log(file)
  }
  return 0
})

await runIfStarted(import.meta.url, main)
