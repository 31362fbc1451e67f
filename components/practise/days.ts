const day = 86_400_000

/** Today's day number (days since 1970), in the device's time zone. */
export const today = () => Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / day)

/** A day number as readers see it: 3 Dec, with the year if it is not this one. */
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

/** A day number as the value of a date field, and back. */
export const toField = (number: number) => new Date(number * day).toISOString().slice(0, 10)
export const fromField = (text: string) => (text === '' ? undefined : Date.parse(text) / day)
