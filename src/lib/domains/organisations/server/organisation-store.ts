/** Reading one organisation whole, and the write whose filter decides a race: shared by this domain's commands. */
import type { QueryFilter, UpdateQuery } from 'mongoose';
import { foldText } from '$lib/domains/skills/labels';
import { AppError } from '$lib/shared/app-error';
import { hostOf, type OrganisationTexts } from '../organisation';
import { nameTokens } from '../similar-name';
import { Organisations, type OrganisationDocument } from './organisation.model';

/** @throws AppError not_found */
export async function readOrganisation(id: string): Promise<OrganisationDocument> {
  const found = await Organisations.findById(id).lean<OrganisationDocument>();
  if (!found) throw new AppError('not_found', 'error_not_found');
  return found;
}

/**
 * One atomic write to the organisation as the caller saw it: `expected` names what must still hold.
 * @throws AppError conflict when it no longer does
 */
export async function writeOrganisation(
  id: string,
  expected: QueryFilter<OrganisationDocument>,
  update: UpdateQuery<OrganisationDocument>,
  options: { arrayFilters?: Record<string, unknown>[] } = {},
): Promise<void> {
  const result = await Organisations.updateOne({ ...expected, _id: id }, update, options);
  if (result.matchedCount > 0) return;
  await readOrganisation(id);
  throw new AppError('conflict', 'error_conflict');
}

/** What is kept beside the texts to sort and compare by; written together with them. */
export function derivedFrom(
  texts: Pick<OrganisationTexts, 'name' | 'website'>,
): Pick<OrganisationDocument, 'sortName' | 'nameTokens' | 'websiteHost'> {
  return { sortName: foldText(texts.name), nameTokens: nameTokens(texts.name), websiteHost: hostOf(texts.website) };
}
