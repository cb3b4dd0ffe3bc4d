/** The verified employer whose domain an address lies in. */
import { op } from '$lib/server/mongo';
import { organisationCards, type OrganisationCard } from '$lib/domains/organisations/server/queries/organisation-cards';
import { domainOf } from '../../programme';
import { Programmes, type ProgrammeDocument } from '../programme.model';

export async function employersForAddress(email: string): Promise<OrganisationCard[]> {
  const parts = domainOf(email).split('.');
  // `a.b.example.org` lies in `b.example.org` and in `example.org`, but nobody owns `org`.
  const domains = parts.map((_, index) => parts.slice(index).join('.')).filter((domain) => domain.includes('.'));
  if (domains.length === 0) return [];
  const found = await Programmes.find({ domains: op({ $in: domains }) }, { _id: 1 }).lean<
    Pick<ProgrammeDocument, '_id'>[]
  >();
  const cards = await organisationCards(found.map(({ _id }) => _id));
  return [...cards.values()].filter(({ state }) => state === 'verified');
}
