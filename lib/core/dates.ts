import dayjs from 'dayjs'

/** Formats a day (`YYYY-MM-DD`) in a day.js format, such as `MMM DD, YYYY`. */
export const formatDate = (day: string, format = 'MMM DD, YYYY') => dayjs(day).format(format)
