/** What is stored in this browser under a key; null if nothing is, or if storage is refused. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Stores a text in this browser, or removes it with null. If storage is refused or full, nothing happens. */
export function store(key: string, text: string | null) {
  try {
    if (text === null) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // Private mode, or a visitor who blocks storage: settings then apply to this page only.
  }
}
