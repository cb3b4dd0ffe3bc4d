/** What administrators decide for the whole installation: one document, kept in memory for a few seconds. */
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '../events';
import { env } from '../env';
import { defineModel, documentSchema } from '../mongo';

export interface PlatformSettings {
  /** Who runs this installation, as legal pages and mails name it; empty where nobody has said so. */
  operatorName: string;
  operatorAddress: string;
  /** Where people write; empty means the address of the configuration. */
  contactEmail: string;
  /** Whether anybody may make an account. */
  registrationOpen: boolean;
  /** Working days an NGO has to answer an application. */
  replyDays: number;
  /** Working days a volunteer has to answer an offer. */
  offerDays: number;
  /** Undecided applications for each open seat, before applying becomes a waiting list. */
  undecidedPerSeat: number;
}

export interface SettingsDocument extends WithOutbox, PlatformSettings {
  /** Counts changes; an administrator says which one she saw. */
  version: number;
}

/** There is one. */
export const SETTINGS_ID = 'platform';

/** Until an administrator decides otherwise. */
export const FIRST_SETTINGS: PlatformSettings = {
  operatorName: '',
  operatorAddress: '',
  contactEmail: '',
  registrationOpen: true,
  replyDays: 5,
  offerDays: 5,
  undecidedPerSeat: 3,
};

const schema = documentSchema<SettingsDocument>({
  operatorName: { type: String, default: '' },
  operatorAddress: { type: String, default: '' },
  contactEmail: { type: String, default: '' },
  registrationOpen: { type: Boolean, required: true },
  replyDays: { type: Number, required: true },
  offerDays: { type: Number, required: true },
  undecidedPerSeat: { type: Number, required: true },
  version: { type: Number, required: true },
  ...outboxField,
});
indexOutbox(schema);

export const Settings = defineModel<SettingsDocument>('PlatformSettings', schema, 'platform_settings');
registerOutbox(Settings);

/** Another process may have changed them: this long an old value can last. */
const FRESH_MS = 5000;

let kept: { value: Promise<PlatformSettings>; until: number } | undefined;

/** The settings in force. */
export function platformSettings(): Promise<PlatformSettings> {
  if (kept && kept.until > Date.now()) return kept.value;
  const value = storedSettings().then(({ version: _, ...settings }) => settings);
  const entry = { value, until: Date.now() + FRESH_MS };
  kept = entry;
  // A failure is nothing to remember.
  value.catch(() => {
    if (kept === entry) kept = undefined;
  });
  return value;
}

/** As the database has them now; version 0 while nobody has changed any. */
export async function storedSettings(): Promise<PlatformSettings & { version: number }> {
  const found = await Settings.findById(SETTINGS_ID).lean<SettingsDocument>();
  if (!found) return { ...FIRST_SETTINGS, version: 0 };
  const { _id: _, outbox: __, ...settings } = found;
  // A setting that came with a newer release is not in the document yet.
  return { ...FIRST_SETTINGS, ...settings };
}

/** After a change: the next reader asks the database again. */
export function forgetSettings(): void {
  kept = undefined;
}

export interface Operator {
  name: string;
  address: string;
  contact: string;
}

/** Who runs this installation, and where people write to. */
export async function operator(): Promise<Operator> {
  const { operatorName, operatorAddress, contactEmail } = await platformSettings();
  return { name: operatorName, address: operatorAddress, contact: contactEmail || env().CONTACT_EMAIL };
}

/** Name and address on one line; empty where nobody has said who it is. */
export function operatorLine({ name, address }: Operator): string {
  if (name === '') return '';
  return [name, ...address.split(/\r?\n/)]
    .map((part) => part.trim().replace(/,$/, ''))
    .filter(Boolean)
    .join(', ');
}
