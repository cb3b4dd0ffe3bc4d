/** The pages that are texts: each is a folder in src/lib/domains/transparency/pages. */
import { isInformationPage } from '$lib/domains/transparency/information-page';

export const match = isInformationPage;
