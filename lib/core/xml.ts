const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** What XML 1.0 does not take, or advises against, https://www.w3.org/TR/xml/#charsets: lone surrogates, controls. */
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

/** A text with a mark in the place of each character that XML does not take. */
export const toXmlCharacters = (text: string) => text.replace(forbidden, '\uFFFD')

/** A text as it may be written in XML, in an element or an attribute. */
export const escapeXml = (text: string) => toXmlCharacters(text).replace(/[&<>"']/g, (char) => entities[char] as string)

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
