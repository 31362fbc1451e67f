/** Copies the address of the page. Programs have such a button in their bar (lib/answer/render.ts). */
export function CopyButton() {
  return (
    <copy-button>
      <button type="button" className="button noscript:hidden">
        Copy link
      </button>
    </copy-button>
  )
}
