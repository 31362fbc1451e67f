/** Equal for descriptions that readers take for the same: without case and with single spaces. */
export const toDescriptionIdentity = (description: string) => description.toLowerCase().replace(/\s+/g, ' ').trim()
