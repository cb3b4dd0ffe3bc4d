/** What every field shares: its words, and the attributes that tie hint and error to the control. */

export interface FieldWords {
  /** Name the form posts; ends in `[]` for lists, dotted for parts (`roles.0.title`). */
  name: string;
  label: string;
  /** Defaults to the name without `[]`, which is also the key of its error: the error summary links there. */
  id?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean | undefined;
  /** The word after the label: by default "optional" where the field is not required, and none where it is. */
  mark?: 'required' | 'optional' | 'none' | undefined;
  /** Keeps the label for screen readers only, for instance beside a search button. */
  hideLabel?: boolean | undefined;
}

export interface ControlAttributes {
  id: string;
  name: string;
  required: boolean;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

export function fieldId(words: Pick<FieldWords, 'id' | 'name'>): string {
  return words.id ?? words.name.replace(/\[\]$/, '');
}

/** Attributes for the control itself; a field that is wrong is described by its error first, then by its hint. */
export function controlAttributes(words: FieldWords): ControlAttributes {
  const id = fieldId(words);
  const describedBy = [words.error && `${id}-error`, words.hint && `${id}-hint`].filter(Boolean).join(' ');
  return {
    id,
    name: words.name,
    required: words.required ?? false,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': words.error ? 'true' : undefined,
  };
}

export function markOf(words: Pick<FieldWords, 'mark' | 'required'>): 'required' | 'optional' | 'none' {
  return words.mark ?? (words.required ? 'none' : 'optional');
}
