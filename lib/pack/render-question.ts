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
  /** The prefix of ids, for pages with several answers. */
  prefix?: string
  publicDir: string
  /** The folder of images, relative to pages. */
  images: string
  /** The link to a question's page from other pages; undefined if links go to the site. */
  toPage?: (question: PackPlace) => string
  /** The media types of images that the format supports; undefined for all. */
  imageTypes?: readonly string[]
}

/** An answer as HTML that is also XML, and its images. */
export type PackAnswer = { html: string; images: PackImage[] }

/** Renders the answer of a question for a pack, in a worker thread and within the usual budget. */
export async function renderQuestion(pack: SubjectPack, { answer }: Card, form: PackForm) {
  const rendered = await showAnswer(answer, toPortableForm(form))
  return { ...placeAnswer(pack, rendered.html, form), points: rendered.points, rendered }
}

export const toPortableForm = ({ formulas, prefix = 'a-' }: PackForm): PortableForm => ({
  formulas,
  prefix,
  images: true,
})

/** Makes the links and images of an answer point into the pack. */
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
