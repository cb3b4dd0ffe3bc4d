/** The picker works without scripts, and a value with its level survives its way through a form. */
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import MultiSearchPicker from './MultiSearchPicker.svelte';
import { joinPair, splitPair } from './pairs';

const levels = [
  { value: '1', label: 'learning' },
  { value: '2', label: 'practising' },
];

describe('MultiSearchPicker without scripts', () => {
  it('shows what was picked as tick boxes that post the value', () => {
    const { body } = render(MultiSearchPicker, {
      props: { name: 'cities[]', label: 'Cities', url: '/x', chosen: [{ value: 'bru', label: 'Brussels' }] },
    });
    expect(body).toMatch(/<input type="checkbox" name="cities\[\]" value="bru" checked[^>]*>Brussels/);
    expect(body).toContain('<input type="hidden" name="cities[]" value=""');
    expect(body).not.toContain('role="combobox"');
  });

  it('posts the level with the value, and an empty level takes the thing away', () => {
    const { body } = render(MultiSearchPicker, {
      props: {
        name: 'skills[]',
        label: 'Skills',
        url: '/x',
        levels,
        chosen: [{ value: 'eu-law', label: 'EU law', level: '2' }],
      },
    });
    const select = /<select name="skills\[\]"[\s\S]*?<\/select>/.exec(body)?.[0] ?? '';
    expect(select).toContain('aria-label="Level of EU law"');
    expect(select).toContain('<option value="">');
    expect(select).toMatch(/<option value="eu-law:2" selected/);
  });

  it('adds by name with a button that has its own action', () => {
    const { body } = render(MultiSearchPicker, {
      props: { name: 'skills[]', label: 'Skills', url: '/x', addAction: '?/addSkill', addName: 'skillName' },
    });
    expect(body).toMatch(/<input[^>]*name="skillName"/);
    expect(body).toMatch(/<button[^>]*formaction="\?\/addSkill"/);
  });

  it('ties its error to the box where one types', () => {
    const { body } = render(MultiSearchPicker, {
      props: { name: 'skills[]', label: 'Skills', url: '/x', error: 'Choose one.', addAction: '?/a', addName: 'n' },
    });
    expect(body).toMatch(/<input[^>]*id="skills"[^>]*aria-describedby="skills-error"/);
  });
});

describe('pairs', () => {
  it.each([
    ['eu-law', '3'],
    ['urn:esco:123', '1'],
  ])('%s with level %s comes back whole', (value, level) => {
    expect(splitPair(joinPair(value, level))).toEqual({ value, level });
  });

  it.each(['', 'eu-law', ':3', 'eu-law:'])('refuses %j', (text) => {
    expect(splitPair(text)).toBeNull();
  });
});
