/** The single sign-on of an address's domain, and that of one employer: never its secret. */
import { op } from '$lib/server/mongo';
import { SignOnProviders, type SignOnProvider } from '../../sign-on/sign-on.model';

export interface ProviderCard {
  key: string;
  name: string;
}

export async function providerForAddress(email: string): Promise<ProviderCard | null> {
  const parts = email
    .slice(email.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.');
  const domains = parts.map((_, index) => parts.slice(index).join('.')).filter((domain) => domain.includes('.'));
  if (domains.length === 0) return null;
  const found = await SignOnProviders.findOne({ domains: op({ $in: domains }) }).lean<SignOnProvider>();
  return found ? { key: found._id, name: found.name } : null;
}

export interface ProviderSettings {
  issuer: string;
  clientId: string;
  updatedAt: Date;
}

export async function providerSettings(key: string): Promise<ProviderSettings | null> {
  const found = await SignOnProviders.findById(key).lean<SignOnProvider>();
  return found ? { issuer: found.issuer, clientId: found.clientId, updatedAt: found.updatedAt } : null;
}
