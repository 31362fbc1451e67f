import { parentPort, workerData } from 'node:worker_threads'
import type { SchemaDef } from '../schema/schema'
import { type FileToParse, parseFile } from './parse-file'

const { contentDir, schema } = workerData as { contentDir: string; schema: SchemaDef }

parentPort?.on('message', (files: FileToParse[]) => {
  try {
    parentPort?.postMessage({ parsed: files.map((file) => parseFile(contentDir, file, schema)) })
  } catch (error) {
    parentPort?.postMessage({ error })
  }
})
