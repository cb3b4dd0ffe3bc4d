/** People with an account. Secrets are never selected unless a query names them. */
import type { PlatformRole } from '$lib/server/context';
import { formKeyField } from '$lib/server/create-once';
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import { LOCALES, type Locale } from '$lib/shared/locale';
import type { Intent } from '../account';
import './accounts-events';

/** `challenge` is not mailed: it carries a sign-in from the password to the code of the authenticator app. */
export type LinkKind = 'confirm' | 'reset' | 'email' | 'challenge';

/** A link that we sent: only the hash of its token is kept. */
export interface AccountLink {
  hash: string;
  kind: LinkKind;
  /** The address it proves: for a change, the new one. */
  email: string;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

export interface SecondFactor {
  /** The key shared with the authenticator app, base 32. */
  key: string;
  /** Null while it is being set up. */
  enabledAt: Date | null;
  /** Number of the last 30-second step whose code was taken: no code opens the door twice. */
  lastStep: number;
  recoveryHashes: string[];
}

export interface PersonDocument extends WithOutbox {
  _id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  passwordChangedAt: Date | null;
  /** Random, for keyed hashes that belong to this person: known devices, links to refuse mail. */
  secret: string;
  locale: Locale;
  timeZone: string;
  confirmedAt: Date | null;
  platformRoles: PlatformRole[];
  state: 'active' | 'deleted';
  intent: Intent;
  /** Where the person was going when she signed up; a path of ours. */
  arrivalPath: string | null;
  links: AccountLink[];
  secondFactor: SecondFactor | null;
  createdAt: Date;
  deletedAt: Date | null;
  formKey?: string;
}

const schema = documentSchema<PersonDocument>({
  email: { type: String, required: true },
  name: { type: String, default: '' },
  passwordHash: { type: String, default: null, select: false },
  passwordChangedAt: { type: Date, default: null },
  secret: { type: String, required: true, select: false },
  locale: { type: String, enum: LOCALES, required: true },
  timeZone: { type: String, required: true },
  confirmedAt: { type: Date, default: null },
  platformRoles: { type: [String], default: [] },
  state: { type: String, enum: ['active', 'deleted'], default: 'active' },
  intent: { type: String, required: true },
  arrivalPath: { type: String, default: null },
  links: {
    type: [
      partSchema({
        hash: { type: String, required: true },
        kind: { type: String, required: true },
        email: { type: String, required: true },
        createdAt: { type: Date, required: true },
        expiresAt: { type: Date, required: true },
        usedAt: { type: Date, default: null },
      }),
    ],
    default: [],
    select: false,
  },
  secondFactor: {
    type: partSchema({
      key: { type: String, required: true },
      enabledAt: { type: Date, default: null },
      lastStep: { type: Number, default: 0 },
      recoveryHashes: { type: [String], default: [] },
    }),
    default: null,
    select: false,
  },
  createdAt: { type: Date, required: true },
  deletedAt: { type: Date, default: null },
  ...formKeyField,
  ...outboxField,
});
// personByEmail, sign-in, sign-up: one account per address.
schema.index({ email: 1 }, { unique: true });
// createOnce: a sign-up form sent twice.
schema.index({ formKey: 1 }, { unique: true, sparse: true });
// findLink: whose link this token opens.
schema.index({ 'links.hash': 1 }, { sparse: true });
// moderatorContacts and the operator's list of roles.
schema.index({ platformRoles: 1 });
// forgetLinks: people with links that ended.
schema.index({ 'links.expiresAt': 1 }, { sparse: true });
indexOutbox(schema);

export const People = defineModel<PersonDocument>('Person', schema, 'people');
registerOutbox(People);
