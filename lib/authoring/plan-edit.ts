import type { SchemaDef } from '@/lib/compiler/schema/schema'
import { applyEdits } from '@/lib/compiler/source/edit-text'
import { toPosition } from '@/lib/core/finding'
import type { FieldCondition } from './field-conditions'
import { type FileChange, openBytes, openFile, refuseInvalid } from './file-change'
import { type FieldSetting, toSettingEdits } from './set-field'

/** A file that a command should have changed but left as it is, and why, in a sentence. */
export type LeftFile = { path: string; why: string }

type FieldEdit = {
  contentDir: string
  schema: SchemaDef
  conditions: readonly FieldCondition[]
  settings: readonly FieldSetting[]
}

/** The change to a file if its fields meet the conditions; undefined if nothing changes. Writes nothing. */
export function planEdit(file: string, edit: FieldEdit): FileChange | LeftFile | undefined {
  try {
    const open = openFile(edit.contentDir, file)
    const { fields } = open.frontMatter
    if (!edit.conditions.every((holds) => holds(file, fields))) return undefined
    const change = setFields(file, open.bytes, edit.settings)
    if (change.places.length === 0) return undefined
    refuseInvalid(change, edit.schema)
    return change
  } catch (error) {
    return { path: file, why: (error as Error).message }
  }
}

/** A file with its fields set, one after the other; throws if one cannot be set without touching others. */
export function setFields(file: string, bytes: Buffer, settings: readonly FieldSetting[]): FileChange {
  const change: FileChange = { path: file, before: bytes, after: bytes, places: [] }
  for (const setting of settings) {
    const { text, frontMatter } = openBytes(file, change.after)
    const edits = toSettingEdits(text, frontMatter, setting)
    if (!edits)
      throw new Error(`“${setting.field}” is written in a way that cannot be changed by itself. Change it by hand.`)
    change.after = applyEdits(change.after, edits)
    change.places.push(...edits.map(({ start }) => toPosition(text, start)))
  }
  return change
}
