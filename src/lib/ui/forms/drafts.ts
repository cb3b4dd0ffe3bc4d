/** What somebody typed and did not send yet, kept in their own browser for a week. */

const PREFIX = 'causeway-draft:';
const KEPT_FOR = 7 * 24 * 3_600_000;

interface Draft {
  savedAt: number;
  values: Record<string, string[]>;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Controls whose text may be kept: never secrets, files or what the page itself put in. */
function keepable(form: HTMLFormElement): Control[] {
  return [...form.elements].filter((element): element is Control => {
    if (element instanceof HTMLInputElement) {
      return element.name !== '' && !['password', 'hidden', 'file', 'submit', 'button'].includes(element.type);
    }
    const isText = element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
    return isText && element.name !== '';
  });
}

function valueOf(control: Control): string | null {
  const isBox = control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);
  return isBox && !(control as HTMLInputElement).checked ? null : control.value;
}

export function snapshot(form: HTMLFormElement): Draft['values'] {
  const values: Draft['values'] = {};
  for (const control of keepable(form)) {
    const value = valueOf(control);
    values[control.name] = [...(values[control.name] ?? []), ...(value === null ? [] : [value])];
  }
  return values;
}

/** Puts values into the controls and tells whoever listens; returns whether anything changed. */
export function putBack(form: HTMLFormElement, values: Draft['values']): boolean {
  let changed = false;
  const left = new Map(Object.entries(values).map(([name, list]) => [name, [...list]]));
  for (const control of keepable(form)) {
    const kept = left.get(control.name);
    if (!kept) continue;
    if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)) {
      const ticked = kept.includes(control.value);
      if (control.checked === ticked) continue;
      control.checked = ticked;
    } else {
      const value = kept.shift();
      if (value === undefined || value === control.value) continue;
      control.value = value;
    }
    changed = true;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }
  return changed;
}

export function saveDraft(id: string, values: Draft['values'], now: number): void {
  withStorage((storage) => storage.setItem(PREFIX + id, JSON.stringify({ savedAt: now, values } satisfies Draft)));
}

export function readDraft(id: string, now: number): Draft['values'] | null {
  return withStorage((storage) => {
    const draft = JSON.parse(storage.getItem(PREFIX + id) ?? 'null') as Draft | null;
    return draft && now - draft.savedAt < KEPT_FOR ? draft.values : null;
  });
}

export function forgetDraft(id: string): void {
  withStorage((storage) => storage.removeItem(PREFIX + id));
}

/** Forgets every draft: for signing out on a shared computer. */
export function forgetAllDrafts(): void {
  withStorage((storage) => {
    for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
  });
}

/** Storage can be full, forbidden or hold nonsense; a draft is a comfort, so the page goes on without it. */
function withStorage<T>(work: (storage: Storage) => T): T | null {
  try {
    return work(localStorage);
  } catch {
    return null;
  }
}
