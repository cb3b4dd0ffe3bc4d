/** The interface is complete in every language: the same keys, the same parameters. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '$lib/shared/locale';

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
