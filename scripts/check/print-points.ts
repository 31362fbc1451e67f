import { toShown } from '@/lib/authoring/shown-path'
import { readPoints } from '@/lib/check/read-points'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { toCount } from '@/lib/core/counted-noun'
import { listNamedFiles } from './named-files'

/** Prints the points of each file that readers are asked to recall. Returns the exit status. */
export async function printPoints(contentDir: string, given: readonly string[]): Promise<number> {
  const { schema } = await generateSchema()
  let status = 0
  for (const file of listNamedFiles(contentDir, [...given])) {
    const read = await readPoints(contentDir, schema, file)
    if (!read) {
      console.error(`${toShown(contentDir, file)} is not a valid question: “npm run check” says why.`)
      status = 1
      continue
    }
    const { points, areOfAuthor } = read
    const origin = areOfAuthor ? 'by its author (recall)' : 'taken from the answer'
    console.log(
      `${toShown(contentDir, file)}: ${points.length > 0 ? `${toCount(points.length, 'point')} ${origin}` : 'no points'}`,
    )
    for (const [index, point] of points.entries()) console.log(`  ${index + 1}. ${point}`)
  }
  return status
}
