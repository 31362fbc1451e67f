import { csvFormat } from './csv'
import type { Format } from './format'
import { createGithubFormat } from './github'
import { createHtmlFormat } from './html'
import { createJsonFormat } from './json'
import { createSarifFormat } from './sarif'
import { textFormat } from './text'

const formats: Record<string, () => Format> = {
  text: () => textFormat,
  json: createJsonFormat,
  github: createGithubFormat,
  sarif: createSarifFormat,
  csv: () => csvFormat,
  html: createHtmlFormat,
}

export const formatNames = Object.keys(formats)

/** The format with a name; undefined if there is none. */
export const chooseFormat = (name: string): Format | undefined =>
  Object.hasOwn(formats, name) ? formats[name]?.() : undefined
