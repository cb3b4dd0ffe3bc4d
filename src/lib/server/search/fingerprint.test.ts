/** Fingerprints tell documents apart by what is indexed, and by nothing else. */
import { expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint';
import type { IndexSettings } from './search-port';

const settings: IndexSettings = {
  name: 'things',
  searchable: [{ field: 'title' }],
  filterable: { tags: 'string', hours: 'number' },
  facets: [],
  sortable: {},
  geo: true,
  locales: [],
};

it('is the same for the same document, however it is written', () => {
  const plain = fingerprintOf(settings, { id: 'a', title: 'brief', tags: ['x'], hours: 2 });
  expect(plain).toMatch(/^[\w-]{22}$/);
  expect(fingerprintOf(settings, { hours: 2, tags: ['x'], _geo: null, title: 'brief', id: 'a' })).toBe(plain);
  expect(fingerprintOf(settings, { id: 'a', title: 'brief\u{e000}', tags: ['x', ''], hours: 2 })).toBe(plain);
});

it('is another one for any other document', () => {
  const documents = [
    { id: 'a', title: 'brief' },
    { id: 'b', title: 'brief' },
    { id: 'a', title: 'brie', tags: ['f'] },
    { id: 'a', tags: ['x', 'y'] },
    { id: 'a', tags: ['x,y'] },
    { id: 'a', hours: 1 },
    { id: 'a', _geo: { lat: 1, lng: 2 } },
    { id: 'a', _geo: { lat: 2, lng: 1 } },
  ];
  expect(new Set(documents.map((document) => fingerprintOf(settings, document))).size).toBe(documents.length);
});
