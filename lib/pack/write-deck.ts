import { toNote } from '@/lib/anki/note'
import { toDeckId, withCollection } from '@/lib/anki/write-collection'
import { listPoints } from '@/lib/answer/pool/list-points'
import { site } from '@/lib/core/site'
import { writeZipFile } from '@/lib/core/zip-file'
import { type PackForm, placeAnswer, renderQuestion, toPortableForm } from './render-question'
import type { SubjectPack } from './subject-pack'

/** Writes a pack as an Anki deck, with the images of its answers. `folder` is for temporary files. */
export async function writeDeck(
  pack: SubjectPack,
  { file, folder, publicDir }: { file: string; folder: string; publicDir: string },
  onPage: () => void,
) {
  const form: PackForm = { formulas: 'tex', publicDir, images: '' }
  const media = new Map<string, string>()
  async function* listNotes() {
    for (const { card } of pack.listQuestions()) {
      const { html, images, rendered } = await renderQuestion(pack, card, form)
      for (const image of images) media.set(image.name, image.file)
      const { points } = await listPoints(card.details.recall, rendered, toPortableForm(form))
      for (const point of points)
        for (const image of placeAnswer(pack, point, form).images) media.set(image.name, image.file)
      yield toNote(
        card,
        html,
        points.map((point) => placeAnswer(pack, point, form).html),
      )
      onPage()
    }
  }
  const name = `${site.name}::${pack.subject.title}`
  await withCollection(folder, { id: toDeckId(name), name, notes: listNotes() }, (collection) =>
    writeZipFile(file, async (zip) => {
      await zip.addFile('collection.anki2', collection)
      await zip.add(
        'media',
        JSON.stringify(Object.fromEntries([...media.keys()].map((image, index) => [index, image]))),
      )
      for (const [index, image] of [...media.values()].entries()) await zip.addFile(String(index), image)
    }),
  )
}
