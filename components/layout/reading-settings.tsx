/** Opens the settings for theme, text size and more (reading-panel.ts). */
export function ReadingSettings() {
  return (
    <reading-settings>
      <div className="-me-2.5 relative max-[22rem]:ms-auto noscript:hidden">
        <button
          type="button"
          aria-label="Reading settings"
          aria-expanded={false}
          className="grid size-11 cursor-pointer place-items-center rounded-lg hover:text-ink"
        >
          <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
            <circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" strokeWidth="2" />
            <path d="M12 3.5a8.5 8.5 0 0 1 0 17Z" fill="currentColor" />
          </svg>
        </button>
      </div>
    </reading-settings>
  )
}
