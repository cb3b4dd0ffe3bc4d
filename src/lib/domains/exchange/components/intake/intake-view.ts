/** What the intake form is given: who is there, what it begins with, and what was wrong. */
import type { Category } from '../../edition/edition';
import type { KnownParty } from '../../deal/party-text';

export interface IntakeView {
  slug: string;
  timeZone: string;
  formKey: string;
  categories: readonly Category[];
  /** Something must come back at this edition. */
  isReturnNeeded: boolean;
  organisations: readonly (KnownParty & { here: boolean })[];
  requests: readonly {
    id: string;
    registrationId: string;
    title: string;
    category: string;
    quantity: number;
    unit: string;
    period: string;
    estimate: number;
  }[];
  defaults: { category: string; contactDay: string };
  /** What a field begins with. */
  start: (name: string, otherwise?: string) => string;
  /** The server sent back what was typed, or a draft was opened: what the device keeps is older. */
  hasStart: boolean;
  errors: Record<string, string> | undefined;
  message: string | undefined;
  /** Names of the fields, for the list of what is wrong. */
  labels: Record<string, string>;
  /** The deal that was written down already. */
  same: string | null;
  draftAddress: string;
}

/** The form as it is for the next deal: nothing of what was sent or said about the last one. */
export function withoutAnswer(view: IntakeView): IntakeView {
  return { ...view, errors: undefined, message: undefined, same: null, start: (_name, otherwise = '') => otherwise };
}
