const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** What XML 1.0 does not take, or advises against, https://www.w3.org/TR/xml/#charsets: lone surrogates, controls. */
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

/** A text as it may be written in XML, in an element or an attribute. */
export const escapeXml = (text: string) =>
  text.replace(forbidden, '\uFFFD').replace(/[&<>"']/g, (char) => entities[char] as string)

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
