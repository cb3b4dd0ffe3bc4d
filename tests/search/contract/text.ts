/** Contract: which documents a text finds, and what is marked in them. */
import { describe, expect, it } from 'vitest';
import type { SearchDocument, SearchEngine } from '../../../src/lib/server/search/search-port';
import { THINGS } from './things';

const DOCUMENTS: SearchDocument[] = [
  { id: 'pesticide', title: 'Amendments on the pesticide regulation', summary: 'Written for members of parliament.' },
  { id: 'access', title: 'Access to documents', summary: 'A confirmatory request, then the Ombudsman.' },
  { id: 'eau', title: "L'accès à l'eau", summary: "Une étude juridique de l'Œuvre commune." },
  { id: 'milieu', title: 'Milieurecht in Vlaanderen', summary: 'Advies over één vergunning.' },
  { id: 'initiative', title: 'European Citizens’ Initiative', summary: null, tags: ['climate', 'Pesticide watch'] },
  { id: 'markup', title: '<b>Bold</b> & "quoted" pesticide', summary: 'Nothing else.' },
];

export function describeText(engine: () => SearchEngine): void {
  const find = async (text: string): Promise<string[]> => {
    const { hits, total } = await engine().search('things', { text, offset: 0, limit: 20 });
    expect(total).toBe(hits.length);
    return hits.map(({ id }) => id).sort();
  };

  describe('text', () => {
    it('holds the documents', async () => {
      await engine().rebuild('things', THINGS, batches(DOCUMENTS));
      expect(await find('')).toHaveLength(DOCUMENTS.length);
    });

    it.each([
      ['a word in any field', 'pesticide', ['initiative', 'markup', 'pesticide']],
      ['whatever the case', 'OMBUDSMAN', ['access']],
      ['every word is needed', 'pesticide amendments', ['pesticide']],
      ['words may stand in different fields', 'initiative climate', ['initiative']],
      ['no word, no document', 'pesticide zebra', []],
      ['accents in the text', 'acces juridique', ['eau']],
      ['accents in the query', 'Ombüdsman', ['access']],
      ['elided articles', "l’etude de l'eau", ['eau']],
      ['one typo from five letters', 'regulatiin', ['pesticide']],
      ['two typos from nine letters', 'amandmants', ['pesticide']],
      ['exchanged letters', 'pestiicde', ['initiative', 'markup', 'pesticide']],
      ['no typo in short words', 'bolt', []],
      ['the last word is a prefix', 'confirmatory req', ['access']],
      ['other words are not', 'confirm request', []],
      ['small words do not count', 'access of the documents', ['access']],
      ['compounds of two words', 'milieu recht', ['milieu']],
      ['synonyms', 'eci', ['initiative']],
      ['signs mean nothing', '"-pesticide" +regulation:*', ['pesticide']],
      ['only signs find everything', '?!', DOCUMENTS.map(({ id }) => id).sort()],
      ['at most ten words count', `pesticide ${'regulation '.repeat(9)} zebra`, ['pesticide']],
    ])('%s: %s', async (_what, text, ids) => {
      expect(await find(text)).toEqual(ids);
    });

    it('marks what matched as segments of the text as it was', async () => {
      const query = { text: 'pesticide', highlight: ['title', 'tags'], offset: 0, limit: 20 };
      const { hits } = await engine().search('things', query);
      const highlights = Object.fromEntries(hits.map((hit) => [hit.id, hit.highlights]));
      expect(highlights.markup?.title).toEqual([
        { text: '<b>Bold</b> & "quoted" ', mark: false },
        { text: 'pesticide', mark: true },
      ]);
      expect(highlights.initiative?.tags).toEqual([
        { text: 'climate, ', mark: false },
        { text: 'Pesticide', mark: true },
        { text: ' watch', mark: false },
      ]);
      expect(highlights.pesticide).not.toHaveProperty('tags');
    });

    it('gives texts unmarked where nothing was searched for', async () => {
      const { hits } = await engine().search('things', { highlight: ['title'], offset: 0, limit: 20 });
      const access = hits.find(({ id }) => id === 'access');
      expect(access?.highlights).toEqual({ title: [{ text: 'Access to documents', mark: false }] });
    });

    it('never takes marks from a document', async () => {
      await engine().upsert('things', [{ id: 'forged', title: 'a \u{e000}forged\u{e001} mark' }]);
      await engine().flush();
      const { hits } = await engine().search('things', { text: 'mark', highlight: ['title'], offset: 0, limit: 1 });
      expect(hits[0]?.highlights?.title).toEqual([
        { text: 'a forged ', mark: false },
        { text: 'mark', mark: true },
      ]);
    });
  });
}

export async function* batches(documents: SearchDocument[], size = 100): AsyncIterable<SearchDocument[]> {
  for (let i = 0; i < documents.length; i += size) yield documents.slice(i, i + size);
}
