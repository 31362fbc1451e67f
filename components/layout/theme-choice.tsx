/** The choice between the system's theme, light and dark: the browser's own list, behind a picture. */
export function ThemeChoice() {
  return (
    <theme-choice>
      <label className="theme-choice">
        <span className="sr-only">Theme</span>
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" strokeWidth="2" />
          <path d="M12 3.5a8.5 8.5 0 0 1 0 17Z" fill="currentColor" />
        </svg>
        <select>
          <option value="">As the system</option>
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </select>
      </label>
    </theme-choice>
  )
}
