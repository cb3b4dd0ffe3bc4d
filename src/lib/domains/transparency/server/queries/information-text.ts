/** The text of an information page in a language: its title, and its body as HTML with links in that language. */
import { renderMarkdown } from '$lib/server/markdown';
import { operator, operatorLine } from '$lib/server/settings/platform-settings';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { Locale } from '$lib/shared/locale';
import type { InformationPage } from '../../information-page';

const texts = import.meta.glob<string>('../../pages/*/*.md', { query: '?raw', import: 'default', eager: true });

export async function informationText(page: InformationPage, locale: Locale): Promise<{ title: string; html: string }> {
  const who = await operator();
  const line = operatorLine(who);
  const runBy = line && m.settings_operated_by({ operator: plainText(line) }, { locale });
  const source = texts[`../../pages/${page}/${locale}.md`] ?? texts[`../../pages/${page}/en.md`] ?? '';
  const [heading = '', ...rest] = source
    .replaceAll('{contact}', who.contact)
    .replaceAll('{operator}', runBy)
    .split('\n');
  const linked = rest.join('\n').replace(/\]\((\/[^)]*)\)/g, (_, path: string) => `](${href(path, locale)})`);
  return { title: heading.replace(/^#\s*/, ''), html: renderMarkdown(linked) };
}

/** A name means what it says, whatever Markdown would make of its characters. */
const plainText = (text: string) => text.replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, '\\$&');
