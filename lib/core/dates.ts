import dayjs from 'dayjs'

/** A day (`YYYY-MM-DD`) in the words of a day.js format, such as `MMM DD, YYYY`. */
export const formatDate = (day: string, format = 'MMM DD, YYYY') => dayjs(day).format(format)
