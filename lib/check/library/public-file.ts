import { findPublicFile } from '@/lib/core/public-file'
import { perQuestion } from './per-question'

/** The images of this site that an answer shows, each with its file in `public`, if there is one. */
export const listImages = perQuestion(({ facts }, { publicDir }) =>
  facts.images
    .filter(({ text }) => text.startsWith('/'))
    .map(({ text, line, column }) => ({
      address: text,
      at: { line, column },
      found: findPublicFile(publicDir, text),
    })),
)
