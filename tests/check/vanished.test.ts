import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkLibrary } from '@/lib/check/check-library'
import { toCheckOptions } from '@/scripts/check/check-options'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

test('a file that vanishes between being seen and being read is not checked, and crashes nothing', async () => {
  const toFile = (index: number) => toQuestionFile(`What is ${index}?`, {}, `TODO ${index}`)
  const names = Array.from({ length: 200 }, (_, index) => `law/q${String(index).padStart(3, '0')}.md`)
  const library = new TemporaryLibrary(Object.fromEntries(names.map((name, index) => [name, toFile(index)])))
  const options = await toCheckOptions({ contentDir: library.contentDir, contentDb: library.dbFile })
  // The first files are read when the folder with the last one was listed.
  const onProgress = (files: number) => {
    if (files === 1) library.remove('law/q199.md')
  }
  const check = async () => {
    const paths: string[] = []
    for await (const { path: file } of checkLibrary({ ...options, onProgress })) paths.push(file)
    return paths
  }
  const left = names.slice(0, -1).map((name) => `learn/${name}`)
  assert.deepEqual(await check(), left)
  for (const [index, name] of names.entries()) library.write(name, toFile(1_000 + index))
  assert.deepEqual((await check()).length, 199)
})
