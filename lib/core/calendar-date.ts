/** Whether a text is `YYYY-MM-DD` and that day exists: 2025-02-29 does not, and 0026 is a typo for 2026. */
export function isCalendarDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text)
}
