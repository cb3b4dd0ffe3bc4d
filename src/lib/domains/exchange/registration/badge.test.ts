import { describe, expect, it } from 'vitest';
import { readBadge, sidesOf } from './badge';

const id = '01hxy3k7ab2c3d4e5f6g';
const code = `${id}.Ab-_34567x`;

describe('what a scanner reads', () => {
  it('is the address of a door or a code alone, whatever stands around it', () => {
    const whole = { slug: 'ghent-2027', delegateId: id, signature: 'Ab-_34567x' };
    expect(readBadge(`https://floor.example/exchange/ghent-2027/door?code=${code}`)).toEqual(whole);
    expect(readBadge(` https://floor.example/nl/exchange/ghent-2027/door?q=&code=${code}\r\n`)).toEqual(whole);
    expect(readBadge(`${code}\n`)).toEqual({ ...whole, slug: null });
  });

  it('is nothing for other codes', () => {
    for (const text of ['', 'hello', 'https://example.org/?code=1', `${id}.short`, `${id}`, 'x'.repeat(5000)])
      expect(readBadge(text)).toBeNull();
  });
});

describe('the sides of a badge', () => {
  it('are what the organisation brings', () => {
    expect(sidesOf([{ side: 'request' }, { side: 'offer' }, { side: 'offer' }])).toEqual(['offer', 'request']);
    expect(sidesOf([{ side: 'request' }])).toEqual(['request']);
  });
});
