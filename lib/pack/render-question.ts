import { showAnswer } from '@/lib/answer/pool/render-pool'
import type { PortableForm } from '@/lib/answer/portable'
import { parseQuestionPath } from '@/lib/core/routes'
import type { Card } from '@/lib/core/types'
import type { PackPlace } from '@/lib/store/read/packs'
import { findImage, type PackImage } from './image'
import { placeLinks } from './place-links'
import type { SubjectPack } from './subject-pack'

/** What differs between the formats of packs. */
export type PackForm = {
  formulas: PortableForm['formulas']
  /** What ids begin with, where a page has several answers. */
  prefix?: string
  publicDir: string
  /** The folder of images, as pages name it. */
  images: string
  /** The page of a question, as other pages name it; undefined where links lead to the site. */
  toPage?: (question: PackPlace) => string
  /** Kinds of images that the format has; all where it is undefined. */
  imageTypes?: readonly string[]
}

/** An answer as HTML that is XML too, and the images that it shows. */
export type PackAnswer = { html: string; images: PackImage[] }

/** Renders the answer of a question for a pack, in a thread and within the budget of all answers. */
export async function renderQuestion(pack: SubjectPack, { answer }: Card, form: PackForm) {
  const rendered = await showAnswer(answer, toPortableForm(form))
  return { ...placeAnswer(pack, rendered.html, form), points: rendered.points, rendered }
}

export const toPortableForm = ({ formulas, prefix = 'a-' }: PackForm): PortableForm => ({
  formulas,
  prefix,
  images: true,
})

/** Links and images of an answer where the pack has them. */
export function placeAnswer(pack: SubjectPack, html: string, form: PackForm): PackAnswer {
  const images: PackImage[] = []
  const toImage = (address: string) => {
    const image = findImage(form.publicDir, address)
    if (!image || (form.imageTypes && !form.imageTypes.includes(image.type))) return undefined
    images.push(image)
    return `${form.images}${image.name}`
  }
  const toLink = (address: string) => {
    const key = form.toPage && parseQuestionPath(address.replace(/[?#].*$/, ''))
    const place = key && pack.find(key)
    return place && form.toPage?.(place)
  }
  return { html: placeLinks(html, { toLink, toImage }), images }
}
