/** Equal for descriptions that look the same to readers: ignores case and the number of spaces. */
export const toDescriptionIdentity = (description: string) => description.toLowerCase().replace(/\s+/g, ' ').trim()
