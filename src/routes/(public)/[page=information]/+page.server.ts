/** About, employers, privacy, terms, accessibility, contact. */
import { error } from '@sveltejs/kit';
import { isInformationPage } from '$lib/domains/transparency/information-page';
import { informationText } from '$lib/domains/transparency/server/queries/information-text';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals }) => {
  if (!isInformationPage(params.page)) error(404);
  return informationText(params.page, locals.locale);
};
