const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text made safe to stand in HTML, also within an attribute's quotes. */
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (char) => entities[char] as string)
