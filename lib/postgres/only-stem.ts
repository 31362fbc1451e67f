import type { SearchTerm } from '@/lib/search/terms'

/** The stem of a term that is one word, if all its forms share it; undefined for others. */
export function toOnlyStem({ forms }: SearchTerm): string | undefined {
  const [[stem, ...phrase] = []] = forms
  return phrase.length === 0 && forms.every((form) => form.length === 1 && form[0] === stem) ? stem : undefined
}
