import { describe, expect, it } from 'vitest';
import { carriesFile, percentOf } from './upload';

describe('percentOf', () => {
  it('says 100 only when everything has left', () => {
    expect(percentOf({ sent: 999, total: 1000 })).toBe(99);
    expect(percentOf({ sent: 1000, total: 1000 })).toBe(100);
  });
  it('says 0 as long as the size is unknown', () => {
    expect(percentOf({ sent: 5, total: 0 })).toBe(0);
  });
});

describe('carriesFile', () => {
  it('sees a file, not an empty file field or a text', () => {
    const form = new FormData();
    form.set('note', 'words');
    form.set('file', new File([], ''));
    expect(carriesFile(form)).toBe(false);
    form.set('file', new File(['x'], 'a.txt'));
    expect(carriesFile(form)).toBe(true);
  });
});
