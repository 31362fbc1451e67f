/** The choice between the system's theme, light and dark: the browser's own list lies, unseen, over a picture. */
export function ThemeChoice() {
  return (
    <theme-choice>
      <label className="-me-2.5 relative grid size-11 place-items-center rounded-lg focus-within:outline-3 focus-within:outline-accent hover:text-ink noscript:hidden">
        <span className="sr-only">Theme</span>
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" strokeWidth="2" />
          <path d="M12 3.5a8.5 8.5 0 0 1 0 17Z" fill="currentColor" />
        </svg>
        <select className="absolute inset-0 w-full cursor-pointer text-base opacity-0 *:bg-card *:text-ink">
          <option value="">System default</option>
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </select>
      </label>
    </theme-choice>
  )
}
