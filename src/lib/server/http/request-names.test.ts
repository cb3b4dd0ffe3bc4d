import { describe, expect, it } from 'vitest';
import { namesInheritedAction, namesOperator } from './request-names';

const at = (query: string) => new URL(`http://causeway.test/missions?${query}`);

describe('namesOperator', () => {
  it.each(['skill[$gt]=', 'q.$ne=1', '$where=1', 'a=1&b%5B%24in%5D=2'])('sees %s', (query) => {
    expect(namesOperator(at(query))).toBe(true);
  });

  it.each(['', 'q=$100', 'skill=eu-law&skill=litigation', 'hl=nl', '/save'])('lets %j pass', (query) => {
    expect(namesOperator(at(query))).toBe(false);
  });
});

describe('namesInheritedAction', () => {
  it.each(['/toString', '/constructor', '/__proto__', '/valueOf', '/', '/a.b'])('sees %s', (name) => {
    expect(namesInheritedAction(at(name))).toBe(true);
  });

  it.each(['', 'q=/save', '/save', '/markRead2'])('lets %j pass', (query) => {
    expect(namesInheritedAction(at(query))).toBe(false);
  });
});
