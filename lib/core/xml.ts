const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Characters that XML 1.0 forbids or discourages (https://www.w3.org/TR/xml/#charsets): lone surrogates, controls. */
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

/** Replaces each character that XML does not accept with U+FFFD. */
export const toXmlCharacters = (text: string) => text.replace(forbidden, '\uFFFD')

/** Escapes a text for an XML element or attribute. */
export const escapeXml = (text: string) => toXmlCharacters(text).replace(/[&<>"']/g, (char) => entities[char] as string)

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
