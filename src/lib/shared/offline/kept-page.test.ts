import { describe, expect, it } from 'vitest';
import { readDeviceWord, writeDeviceWord } from './device-header';
import { assetsOf, titleOf, withAgain, withFreshKeys, withList, withNote, withParts } from './kept-page';

describe('what an answer says to the device', () => {
  it('is read as it was written', () => {
    const words = [
      { owner: null, isOwn: false, page: null },
      { owner: 'a1b2', isOwn: true, page: { room: 'own' as const, until: 1_800_000_000_000 } },
      { owner: 'a1b2', isOwn: false, page: { room: 'floor' as const, until: 1_800_000_000_000 } },
      null,
    ];
    for (const word of words) expect(readDeviceWord(writeDeviceWord(word))).toEqual(word);
  });

  it('keeps nothing that it does not understand', () => {
    expect(readDeviceWord(null)).toBeUndefined();
    expect(readDeviceWord('something else')).toBeUndefined();
    expect(readDeviceWord('owner=a; device=own; keep=everything; until=1')).toEqual({
      owner: 'a',
      isOwn: true,
      page: null,
    });
  });
});

describe('a kept page', () => {
  const html =
    '<!doctype html><html lang="en"><head><title>My work · Causeway</title><link href="../_app/immutable/assets/0.a-b.css" rel="stylesheet"></head>' +
    '<body data-sveltekit-preload-data="tap"><div class="app"><input type="hidden" name="_key" value="0123456789abcdefghij">' +
    '</div><script>kit.start(app, {data:{formKey:"0123456789abcdefghij",other:"kept"}})</script></body></html>';

  it('knows its files and its name', () => {
    const link = '</_app/immutable/nodes/12.x_y.js>; rel="modulepreload"; nopush';
    expect(assetsOf(html, link)).toEqual(['/_app/immutable/assets/0.a-b.css', '/_app/immutable/nodes/12.x_y.js']);
    expect(titleOf(html)).toBe('My work');
  });

  it('never shows a form key twice, neither in the form nor in its data', () => {
    const shown = withFreshKeys(html, () => 'fresh-key-0123456789');
    expect(shown).not.toContain('0123456789abcdefghij');
    expect(shown.match(/fresh-key-0123456789/g)).toHaveLength(2);
  });

  it('says beside the application how old it is', () => {
    expect(withNote(html, 'As of 14:05', '/my-work', 'Try again')).toContain(
      'data="tap"><p class="kept-note" role="status"><strong>As of 14:05</strong> <a href="/my-work">Try again</a></p><div class="app">',
    );
  });
});

describe('the page without connection', () => {
  const html =
    '<p data-when="online" class="s-1">On</p><p class="s-1" data-when="away" hidden>Off</p><p data-when="none" hidden="">No</p><ul role="list" data-kept class="s-1"></ul>';

  it('shows what is so, and nothing else', () => {
    const shown = withParts(html, ['away']);
    expect(shown).toContain('data-when="online" class="s-1" hidden>On');
    expect(shown).toContain('data-when="away" class="s-1">Off');
    expect(shown).toContain('data-when="none" hidden>No');
  });

  it('leads back to where she wanted to go', () => {
    const link = '<a class="again s-1" data-again="" href="/fr/offline">Réessayer</a>';
    expect(withAgain(link, '/fr/missions?q="a"')).toBe(
      '<a class="again s-1" data-again="" href="/fr/missions?q=&quot;a&quot;">Réessayer</a>',
    );
  });

  it('lists what is kept, and runs nothing of it', () => {
    const item = { path: '/my-work', title: '<img src=x onerror="y">', time: '14:05' };
    expect(withList(html, [item])).toContain(
      'class="s-1"><li><a href="/my-work">&lt;img src=x onerror=&quot;y&quot;&gt;</a> <span class="muted small">14:05</span></li></ul>',
    );
  });
});
