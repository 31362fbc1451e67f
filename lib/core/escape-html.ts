const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as HTML that shows just that text. */
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] as string)
