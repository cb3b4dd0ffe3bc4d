/** The pages that are texts, one Markdown file per language. Pure. */

export const INFORMATION_PAGES = [
  'about',
  'for-employers',
  'exchange-floor',
  'privacy',
  'terms',
  'accessibility',
  'contact',
] as const;
export type InformationPage = (typeof INFORMATION_PAGES)[number];

export function isInformationPage(value: string): value is InformationPage {
  return (INFORMATION_PAGES as readonly string[]).includes(value);
}
