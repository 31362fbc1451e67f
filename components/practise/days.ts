const day = 86_400_000

/** The number of today, by this device's calendar. */
export const today = () => Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / day)

/** A day's number as people write it: 3 December; with the year where it is another one. */
export function toDate(number: number): string {
  if (number === today() + 1) return 'tomorrow'
  const date = new Date(number * day)
  const year = date.getUTCFullYear() === new Date().getFullYear() ? undefined : 'numeric'
  return date.toLocaleDateString(document.documentElement.lang, {
    day: 'numeric',
    month: 'short',
    year,
    timeZone: 'UTC',
  })
}

/** A day's number as a date field has it, and back. */
export const toField = (number: number) => new Date(number * day).toISOString().slice(0, 10)
export const fromField = (text: string) => (text === '' ? undefined : Date.parse(text) / day)
