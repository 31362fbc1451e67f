/** The mark of the site: an open book whose gutter is a question's answer line. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" className="text-accent">
      <path
        d="M16 8.5C13 6 8.5 5.5 4 6.5v18c4.5-1 9-.5 12 2 3-2.5 7.5-3 12-2v-18c-4.5-1-9-.5-12 2Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.25"
        strokeLinejoin="round"
      />
      <path
        d="M16 8.5v18M8 12.5c1.7-.2 3.2 0 4.5.6M8 17c1.7-.2 3.2 0 4.5.6"
        stroke="currentColor"
        strokeWidth="2.25"
        strokeLinecap="round"
      />
      <circle cx="22" cy="15" r="2.5" fill="currentColor" />
    </svg>
  )
}
