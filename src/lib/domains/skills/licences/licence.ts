/** Licences to practise: one list for what a person holds and what the law asks of a role. Pure. */
import { m } from '$lib/paraglide/messages.js';

export const LICENCE_KINDS = [
  'bar',
  'notary',
  'patent_attorney',
  'accountant',
  'mediator',
  'translator',
  'other',
] as const;
export type LicenceKind = (typeof LICENCE_KINDS)[number];

/** What a law can ask for by name. */
export const REQUIRABLE_LICENCES = LICENCE_KINDS.filter((kind) => kind !== 'other');
export type RequirableLicence = Exclude<LicenceKind, 'other'>;

export function isLicenceKind(value: string): value is LicenceKind {
  return (LICENCE_KINDS as readonly string[]).includes(value);
}

export function licenceName(kind: LicenceKind): string {
  switch (kind) {
    case 'bar':
      return m.licence_bar();
    case 'notary':
      return m.licence_notary();
    case 'patent_attorney':
      return m.licence_patent_attorney();
    case 'accountant':
      return m.licence_accountant();
    case 'mediator':
      return m.licence_mediator();
    case 'translator':
      return m.licence_translator();
    case 'other':
      return m.licence_other();
  }
}
