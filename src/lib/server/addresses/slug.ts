/** Names as path segments, from any of the Union's alphabets. */
import anyAscii from 'any-ascii';

const MAX_LENGTH = 60;

/**
 * A name as a path segment: Latin letters and digits joined by hyphens ("Чиста вода" is `chista-voda`, "Fælles" is `faelles`), at most
 * 60 characters; `untitled` where nothing of the name can be written so.
 */
export function slugify(name: string): string {
  const slug = anyAscii(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_LENGTH)
    .replace(/-+$/, '');
  return slug || 'untitled';
}
