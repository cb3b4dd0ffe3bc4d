import { describe, expect, it } from 'vitest';
import { browseFilterOf, browseQuery, fits } from './browse-filter';

const filterOf = (query: string) => browseFilterOf(new URLSearchParams(query));

describe('the filter of the participants', () => {
  it('lives in the address and comes back the same', () => {
    const query = '?q=legal+advice&side=request&category=hands&category=knowledge&skill=eu-law&wish=must&page=2';
    expect(browseQuery(filterOf(query))).toBe(query);
    expect(browseQuery(filterOf('side=both&category=moon&page=-3&as=x&skill=%24gt'))).toBe('');
  });

  it('asks one item for everything, and the name for words', () => {
    const participant = {
      name: 'Économie Verte',
      items: [
        { side: 'offer' as const, category: 'hands' as const, skills: [], title: 'A day of painting', text: '' },
        {
          side: 'request' as const,
          category: 'knowledge' as const,
          skills: ['eu-law'],
          title: 'Advice',
          text: 'On law',
        },
      ],
    };
    expect(fits(filterOf('q=economie'), participant)).toBe(true);
    expect(fits(filterOf('side=request&q=law'), participant)).toBe(true);
    expect(fits(filterOf('side=offer&category=knowledge'), participant)).toBe(false);
    expect(fits(filterOf('skill=eu-law'), participant)).toBe(true);
    expect(fits(filterOf('side=offer&q=economie+painting'), participant)).toBe(true);
    expect(fits(filterOf('side=offer&q=law'), participant)).toBe(false);
  });
});
