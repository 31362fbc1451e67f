/** Today's date in the earliest time zone (UTC+14), so that nobody's today is in the future. */
export const toToday = (now: Date) => new Date(now.valueOf() + 14 * 3_600_000).toISOString().slice(0, 10)
