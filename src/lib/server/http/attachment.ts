/** How a download is named in a header: safe for any name, in any script. */

/**
 * The value of `Content-Disposition` for a download (RFC 6266): an ASCII name for old readers, the real one for all others.
 * Anything that could end the header or reach another folder is gone from both.
 */
export function attachment(name: string): string {
  // eslint's no-control-regex would refuse the literal range; \p{Cc} is the same in words.
  const safe = name.replace(/[\p{Cc}/\\]/gu, '-').slice(0, 150) || 'download';
  const ascii = safe
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["%]/g, '');
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii || 'download'}"; filename*=UTF-8''${encoded}`;
}
