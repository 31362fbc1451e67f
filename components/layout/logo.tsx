/** The site's logo: a Q with lines of an answer inside; its tail is the light that falls on them. */
export function Logo() {
  return (
    <svg
      viewBox="0 0 32 32"
      width="30"
      height="30"
      aria-hidden="true"
      fill="none"
      strokeWidth="2.5"
      strokeLinecap="round"
      className="stroke-accent"
    >
      <circle cx="15" cy="15" r="10.5" />
      <path d="M10.5 12.5h9M10.5 17h5.5" />
      <path d="m21 21 6.5 6.5" strokeWidth="3.5" className="stroke-lamp" />
    </svg>
  )
}
