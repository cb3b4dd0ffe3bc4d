/** The collections of single sign-on: providers, journeys to them and back, and who is who at a provider. */
import { defineModel, documentSchema } from '$lib/server/mongo';

export interface SignOnProvider {
  /** The id of the organisation whose provider it is. */
  _id: string;
  /** How people know it: the employer's name. */
  name: string;
  issuer: string;
  clientId: string;
  /** Sealed; never shown again. */
  secret: string;
  /** Only addresses in these domains may come in by it. */
  domains: string[];
  updatedAt: Date;
}

const text = { type: String, required: true };
const when = { type: Date, required: true };

const providers = documentSchema<SignOnProvider>({
  name: text,
  issuer: text,
  clientId: text,
  secret: text,
  domains: { type: [String], default: [] },
  updatedAt: when,
});
// providerForAddress.
providers.index({ domains: 1 });
export const SignOnProviders = defineModel<SignOnProvider>('SignOnProvider', providers, 'sign_on_providers');

/** One way to a provider and back; used once, gone after ten minutes. */
export interface SignOnJourney {
  /** Hash of the token in the browser's cookie. */
  _id: string;
  providerKey: string;
  /** What the strategy keeps: state, nonce and PKCE verifier, sealed. */
  session: string;
  next: string;
  expiresAt: Date;
}

const journeys = documentSchema<SignOnJourney>({
  providerKey: text,
  session: text,
  next: { type: String, default: '' },
  expiresAt: when,
});
// forgetExpired.
journeys.index({ expiresAt: 1 });
export const SignOnJourneys = defineModel<SignOnJourney>('SignOnJourney', journeys, 'sign_on_journeys');

/** Whose account a subject of a provider is: an address that is given to somebody else opens nobody's account. */
export interface SignOnIdentity {
  _id: string;
  providerKey: string;
  subject: string;
  personId: string;
  createdAt: Date;
}

const identities = documentSchema<SignOnIdentity>({
  providerKey: text,
  subject: text,
  personId: text,
  createdAt: when,
});
// personFor: one person for each subject, one subject for each person.
identities.index({ providerKey: 1, subject: 1 }, { unique: true });
identities.index({ providerKey: 1, personId: 1 }, { unique: true });
// Erasure.
identities.index({ personId: 1 });
export const SignOnIdentities = defineModel<SignOnIdentity>('SignOnIdentity', identities, 'sign_on_identities');
