/** The text of an information page in a language: its title, and its body as HTML with links in that language. */
import { env } from '$lib/server/env';
import { renderMarkdown } from '$lib/server/markdown';
import { href } from '$lib/shared/href';
import type { Locale } from '$lib/shared/locale';
import type { InformationPage } from '../../information-page';

const texts = import.meta.glob<string>('../../pages/*/*.md', { query: '?raw', import: 'default', eager: true });

export function informationText(page: InformationPage, locale: Locale): { title: string; html: string } {
  const source = texts[`../../pages/${page}/${locale}.md`] ?? texts[`../../pages/${page}/en.md`] ?? '';
  const [heading = '', ...rest] = source.replaceAll('{contact}', env().CONTACT_EMAIL).split('\n');
  const linked = rest.join('\n').replace(/\]\((\/[^)]*)\)/g, (_, path: string) => `](${href(path, locale)})`);
  return { title: heading.replace(/^#\s*/, ''), html: renderMarkdown(linked) };
}
