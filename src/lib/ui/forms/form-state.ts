/** How a form tells the buttons inside it that it is being sent. */
import { getContext, setContext } from 'svelte';

const KEY = Symbol('form');

export interface FormState {
  readonly sending: boolean;
}

export const provideFormState = (state: FormState): FormState => setContext(KEY, state);
export const surroundingForm = (): FormState | undefined => getContext<FormState | undefined>(KEY);
