/** Copies the address of the page. Code blocks have such a button of their own (lib/answer/render.ts). */
export function CopyButton() {
  return (
    <copy-button>
      <button type="button" className="button noscript:hidden">
        Copy link
      </button>
    </copy-button>
  )
}
