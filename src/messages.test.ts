/** The interface is complete in every language: the same keys, the same parameters. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { m } from '$lib/paraglide/messages.js';
import { LOCALES } from '$lib/shared/locale';
import { heldTogether, withFrenchSpaces } from '../.ci/french-spaces.mjs';

type Messages = Record<string, unknown>;
const read = (locale: string) =>
  JSON.parse(readFileSync(new URL(`./messages/${locale}.json`, import.meta.url), 'utf8')) as Messages;
const parameters = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{[a-zA-Z_]\w*\}/g) ?? [])].sort();
const english = read('en');

describe.each(LOCALES)('messages in %s', (locale) => {
  const messages = read(locale);

  it('has every key of the English file and no other', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  it('uses the same parameters', () => {
    const different = Object.keys(english).filter(
      (key) => parameters(messages[key]).join() !== parameters(english[key]).join(),
    );
    expect(different).toEqual([]);
  });

  it('has no empty text', () => {
    expect(Object.keys(messages).filter((key) => messages[key] === '')).toEqual([]);
  });
});

describe('French sentences', () => {
  it('keep their signs on the line of the word before', () => {
    expect(heldTogether('Où ? « Ici » ; là : voilà !')).toBe(
      'Où\u00a0? «\u00a0Ici\u00a0»\u00a0; là\u00a0: voilà\u00a0!',
    );
    const said = m.skills_retired_heir({ skill: 'A', heir: 'B' }, { locale: 'fr' });
    expect(said).toBe('«\u00a0A\u00a0» est devenue «\u00a0B\u00a0».');
  });

  it('are the only thing that changes in compiled code', () => {
    const code = 'const fr_a = (i) => {\n\treturn i ? (`Qui ? ${i?.b}`) : (`Non : ${i}`)\n};\n';
    expect(withFrenchSpaces(code)).toBe(code.replace('Qui ?', 'Qui\u00a0?').replace('Non :', 'Non\u00a0:'));
    const english = code.replace('fr_a', 'en_a');
    expect(withFrenchSpaces(english)).toBe(english);
  });
});
