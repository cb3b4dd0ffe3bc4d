/** One layout for every mail: subject, greeting, paragraphs, one button; as plain text and as HTML that any client shows. */
import { m } from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/shared/locale';

export interface MailContent {
  subject: string;
  /** "Hello Sara," — without it the mail starts with the first paragraph. */
  greeting?: string;
  /** Plain text, one paragraph each; line breaks inside are kept. */
  paragraphs: string[];
  /** What somebody wrote, set off from our own words. */
  quote?: string;
  /** Lists of links under a heading each, as in a digest. */
  sections?: { title: string; items: { text: string; url?: string }[] }[];
  action?: { label: string; url: string };
  /** Small print above the footer: why this mail came, when a link ends. */
  note?: string;
}

type Section = NonNullable<MailContent['sections']>[number];

export interface ComposedMail {
  subject: string;
  text: string;
  html: string;
}

/** `operator` is who runs this installation, with the address, on one line; empty where nobody has said so. */
export function composeMail(
  content: MailContent,
  locale: Locale,
  unsubscribeUrl: string | null,
  operator = '',
): ComposedMail {
  const footer = [m.mail_footer({}, { locale }), operator].filter(Boolean).join('\n');
  const unsubscribe = unsubscribeUrl ? m.mail_unsubscribe({}, { locale }) : null;
  const text = [
    content.greeting,
    ...content.paragraphs,
    content.quote?.replace(/^/gm, '> '),
    ...(content.sections ?? []).map(sectionText),
    content.action && `${content.action.label}:\n${content.action.url}`,
    content.note,
    `-- \n${footer}`,
    unsubscribe && `${unsubscribe}: ${unsubscribeUrl}`,
  ]
    .filter(Boolean)
    .join('\n\n');
  return {
    subject: oneLine(content.subject),
    text: `${text}\n`,
    html: htmlOf(content, locale, footer, unsubscribe, unsubscribeUrl),
  };
}

function sectionText({ title, items }: Section): string {
  return [title, ...items.map(({ text, url }) => `- ${text}${url ? `\n  ${url}` : ''}`)].join('\n');
}

function sectionHtml({ title, items }: Section): string {
  const lines = items.map(({ text, url }) => {
    const words = escapeHtml(text);
    return `<li style="margin:0 0 8px">${url ? `<a href="${escapeHtml(url)}" style="color:#0b5a61">${words}</a>` : words}</li>`;
  });
  return `<h2 style="margin:24px 0 8px;font:600 16px system-ui,sans-serif">${escapeHtml(title)}</h2><ul style="margin:0 0 16px;padding-left:20px">${lines.join('')}</ul>`;
}

/** A header takes one line: whatever a person typed must not begin another. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 180);
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;

function htmlOf(
  content: MailContent,
  locale: Locale,
  footer: string,
  unsubscribe: string | null,
  url: string | null,
): string {
  const action = content.action
    ? `<p style="margin:24px 0"><a href="${escapeHtml(content.action.url)}" style="background:#0b5a61;color:#fff;padding:12px 20px;border-radius:6px;text-decoration:none;font-weight:600;display:inline-block">${escapeHtml(content.action.label)}</a></p>`
    : '';
  const quote = content.quote
    ? `<blockquote style="margin:0 0 16px;padding:4px 16px;border-left:3px solid #c9c2b4">${escapeHtml(content.quote).replaceAll('\n', '<br>')}</blockquote>`
    : '';
  const note = content.note
    ? `<p style="margin:0 0 16px;color:#5c5a55;font-size:14px">${escapeHtml(content.note)}</p>`
    : '';
  const leave =
    unsubscribe && url ? ` <a href="${escapeHtml(url)}" style="color:#5c5a55">${escapeHtml(unsubscribe)}</a>` : '';
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(content.subject)}</title></head><body style="margin:0;background:#f7f4ee;color:#1d1c1a;font:16px/1.55 system-ui,-apple-system,'Segoe UI',sans-serif"><div style="max-width:560px;margin:0 auto;padding:32px 24px"><p style="margin:0 0 24px;font:600 20px Georgia,serif">Causeway</p>${content.greeting ? paragraph(content.greeting) : ''}${content.paragraphs.map(paragraph).join('')}${quote}${(content.sections ?? []).map(sectionHtml).join('')}${action}${note}<hr style="border:0;border-top:1px solid #ddd6c8;margin:32px 0 16px"><p style="margin:0;color:#5c5a55;font-size:14px">${escapeHtml(footer).replaceAll('\n', '<br>')}${leave}</p></div></body></html>`;
}
