/** What a refused form gives back to the component that shows it again. */
export interface FormRefused {
  formId?: string;
  message?: string;
  errors?: Record<string, string>;
  values?: Record<string, string | string[]>;
}

/** Only where it is the form of this id. */
export function refusedOf<T extends FormRefused>(form: T | null | undefined, id: string): T | null {
  return form?.formId === id ? form : null;
}
