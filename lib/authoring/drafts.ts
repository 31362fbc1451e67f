import type { SchemaDef } from '@/lib/compiler/schema/schema'
import { applyEdits } from '@/lib/compiler/source/edit-text'
import { type Edit, toPosition } from '@/lib/core/finding'
import { type FileChange, type OpenFile, openBytes, openFile, refuseInvalid } from './file-change'
import { setFields } from './plan-edit'
import type { FieldSetting } from './set-field'

/** Files that change several times before anything is written. */
export class Drafts {
  private readonly changes = new Map<string, FileChange>()
  private readonly removed = new Map<string, Buffer>()

  constructor(
    private readonly contentDir: string,
    private readonly schema: SchemaDef,
  ) {}

  /** A file as it would be now. */
  open(file: string): OpenFile {
    const change = this.changes.get(file)
    return change ? openBytes(file, change.after) : openFile(this.contentDir, file)
  }

  isRemoved = (file: string) => this.removed.has(file)

  edit(file: string, edits: readonly Edit[]) {
    if (edits.length === 0) return
    const { bytes, text } = this.open(file)
    const places = edits.map(({ start }) => toPosition(text, start))
    this.note(file, applyEdits(bytes, edits), places)
  }

  set(file: string, settings: readonly FieldSetting[]) {
    const { after, places } = setFields(file, this.open(file).bytes, settings)
    if (places.length > 0) this.note(file, after, places)
  }

  remove(file: string) {
    this.removed.set(file, this.changes.get(file)?.before ?? this.open(file).bytes)
    this.changes.delete(file)
  }

  /** All changes; throws if a file would become invalid. */
  list(): { changed: FileChange[]; removed: { path: string; before: Buffer; after: undefined }[] } {
    const changed = [...this.changes.values()]
    for (const change of changed) refuseInvalid(change, this.schema)
    return { changed, removed: [...this.removed].map(([path, before]) => ({ path, before, after: undefined })) }
  }

  private note(file: string, after: Buffer, places: FileChange['places']) {
    const change = this.changes.get(file)
    const before = change?.before ?? this.open(file).bytes
    this.changes.set(file, { path: file, before, after, places: [...(change?.places ?? []), ...places] })
  }
}
