/** An Atom feed (RFC 4287): escaped, with ids that never change. Pure. */

export interface FeedEntry {
  url: string;
  title: string;
  summary: string;
  author: string;
  language: string;
  updated: Date;
}

export function escapeXml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
  return (
    text
      .replace(/[&<>"']/g, (character) => entities[character] ?? character)
      // Characters that XML 1.0 cannot carry at all.
      .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
  );
}

export function atomFeed(feed: {
  title: string;
  self: string;
  home: string;
  entries: readonly FeedEntry[];
  now: Date;
}): string {
  const updated = feed.entries.reduce(
    (latest, entry) => (entry.updated > latest ? entry.updated : latest),
    new Date(0),
  );
  const entries = feed.entries.map(
    (entry) =>
      `  <entry xml:lang="${entry.language}">\n    <id>${escapeXml(entry.url)}</id>\n    <title>${escapeXml(entry.title)}</title>\n    <link href="${escapeXml(entry.url)}"/>\n    <updated>${entry.updated.toISOString()}</updated>\n    <author><name>${escapeXml(entry.author)}</name></author>\n    <summary>${escapeXml(entry.summary)}</summary>\n  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n  <id>${escapeXml(feed.self)}</id>\n  <title>${escapeXml(feed.title)}</title>\n  <link rel="self" href="${escapeXml(feed.self)}"/>\n  <link href="${escapeXml(feed.home)}"/>\n  <updated>${(feed.entries.length > 0 ? updated : feed.now).toISOString()}</updated>\n${entries.join('\n')}\n</feed>\n`;
}
