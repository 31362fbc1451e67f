import dayjs from 'dayjs'

/** Formats a day (`YYYY-MM-DD`) in a day.js format, such as `MMM DD, YYYY`. */
export const formatDate = (day: string, format: string) => dayjs(day).format(format)

/** The beginning of a day as an ISO 8601 instant: the library's days are UTC. */
export const toInstant = (day: string) => `${day}T00:00:00Z`
