import { store } from './storage'

/** The object stores with the visitor's practice, and their key paths. */
const stores = { cards: 'path', read: 'path', kept: 'name' } as const
type StoreName = keyof typeof stores

const databaseName = 'practise'
const version = 1

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName, version)
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(stores)) request.result.createObjectStore(name, { keyPath })
    }
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const database = request.result
      // Another page deletes or upgrades the database, or the browser closes it, as some do in the background.
      database.onversionchange = database.onclose = () => {
        database.close()
        opened = undefined
      }
      resolve(database)
    }
  }).catch((error) => {
    opened = undefined
    throw error
  })
  return opened
}

/** Runs requests in one transaction. Returns undefined if storage is refused or full. */
async function run<T>(
  name: StoreName,
  mode: IDBTransactionMode,
  ask: (entries: IDBObjectStore) => IDBRequest<T> | undefined,
): Promise<{ result: T | undefined } | undefined> {
  try {
    const transaction = (await open()).transaction(name, mode)
    const request = ask(transaction.objectStore(name))
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve
      transaction.onabort = () => reject(transaction.error)
    })
    if (mode === 'readwrite') tellTabs()
    return { result: request?.result }
  } catch {
    // Private mode, or a visitor who blocks storage.
    return undefined
  }
}

/** Makes other tabs show what is stored now (shown-again.ts). A BroadcastChannel would keep pages out of the bfcache. */
function tellTabs() {
  store('changed', '')
  store('changed', null)
}

/** The entry under a key; undefined if there is none, or if storage is refused. */
export const readEntry = async <T>(name: StoreName, key: string) =>
  (await run<T>(name, 'readonly', (entries) => entries.get(key)))?.result

/** All entries of a store; undefined if storage is refused. */
export const listEntries = async <T>(name: StoreName) =>
  (await run<T[]>(name, 'readonly', (entries) => entries.getAll()))?.result

/** Stores entries under their keys. False if storage is refused or full: then nothing is stored. */
export const putEntries = async (name: StoreName, added: readonly object[]) =>
  (await run(name, 'readwrite', (entries) => {
    for (const entry of added) entries.put(entry)
    return undefined
  })) !== undefined

/** Stores an entry and removes the one under another key, atomically. */
export const replaceEntry = (name: StoreName, key: string, entry: object) =>
  run(name, 'readwrite', (entries) => {
    entries.put(entry)
    return entries.delete(key)
  })

export const removeEntry = (name: StoreName, key: string) =>
  run<undefined>(name, 'readwrite', (entries) => entries.delete(key))

/** Removes everything that is stored. */
export const removeDatabase = () =>
  new Promise<void>((resolve) => {
    opened = undefined
    try {
      const request = indexedDB.deleteDatabase(databaseName)
      request.onsuccess = request.onerror = () => {
        tellTabs()
        resolve()
      }
    } catch {
      resolve()
    }
  })
