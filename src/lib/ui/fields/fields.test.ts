/** Fields tie their hint and error to the control, keep the typed value, and say what is optional. */
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import CheckboxGroup from '../choices/CheckboxGroup.svelte';
import RadioGroup from '../choices/RadioGroup.svelte';
import Select from '../choices/Select.svelte';
import { grouped } from '../choices/choice';
import PasswordInput from './PasswordInput.svelte';
import TextArea from './TextArea.svelte';
import TextInput from './TextInput.svelte';

const tag = (html: string, name: string) => new RegExp(`<${name}\\b[^>]*>`).exec(html)?.[0] ?? '';

describe('TextInput', () => {
  it('is described by its error first and then by its hint', () => {
    const { body } = render(TextInput, {
      props: { name: 'roles.0.title', label: 'Title', hint: 'One line.', error: 'Write a title.', required: true },
    });
    expect(tag(body, 'input')).toContain('aria-describedby="roles.0.title-error roles.0.title-hint"');
    expect(tag(body, 'input')).toContain('aria-invalid="true"');
    expect(tag(body, 'label')).toContain('for="roles.0.title"');
    expect(body).toContain('id="roles.0.title-error"');
    expect(body).toContain('id="roles.0.title-hint"');
    expect(body).toContain('Error:');
  });

  it('says nothing about errors when there is none', () => {
    const { body } = render(TextInput, { props: { name: 'title', label: 'Title', required: true } });
    expect(body).not.toContain('aria-invalid');
    expect(body).not.toContain('aria-describedby');
    expect(body).not.toContain('optional');
  });

  it('marks what is not required', () => {
    expect(render(TextInput, { props: { name: 'site', label: 'Web site' } }).body).toContain('(optional)');
  });

  it('shows again what was typed, escaped', () => {
    const { body } = render(TextInput, { props: { name: 'title', label: 'Title', value: '"><script>' } });
    expect(body).toContain('value="&quot;>&lt;script>"');
    expect(body).not.toContain('<script');
  });
});

describe('other fields', () => {
  it('names the limit of a text area even without scripts', () => {
    const { body } = render(TextArea, { props: { name: 'note', label: 'Note', max: 800, value: 'Dear all' } });
    expect(body).toContain('800');
    expect(body).toContain('Dear all</textarea>');
  });

  it('never puts a password into the page', () => {
    const { body } = render(PasswordInput, { props: { name: 'password', label: 'Password', required: true } });
    expect(tag(body, 'input')).toContain('type="password"');
    expect(tag(body, 'input')).not.toContain('value=');
  });

  it('lets the error of a group lead to its first choice', () => {
    const choices = [
      { value: 'remote', label: 'From anywhere' },
      { value: 'place', label: 'At a place' },
    ];
    const { body } = render(RadioGroup, {
      props: { name: 'where', label: 'Where', choices, value: 'place', error: 'Choose one.' },
    });
    expect(tag(body, 'fieldset')).toContain('aria-describedby="where-error"');
    expect(body).toMatch(/<input[^>]*id="where"[^>]*value="remote"/);
    expect(body).toMatch(/<input[^>]*value="place"[^>]*checked/);
  });

  it('posts an empty marker, so that no choice differs from no question', () => {
    const { body } = render(CheckboxGroup, {
      props: { name: 'causes[]', label: 'Causes', choices: [{ value: 'food', label: 'Food' }], values: ['food'] },
    });
    expect(body).toContain('<input type="hidden" name="causes[]" value=""');
    expect(body).toMatch(/<input[^>]*id="causes"[^>]*checked/);
  });

  it('gathers the entries of a list by group', () => {
    const choices = [
      { value: 'a', label: 'A', group: 'One' },
      { value: 'b', label: 'B', group: 'Two' },
      { value: 'c', label: 'C', group: 'One' },
    ];
    expect(grouped(choices).map((entry) => entry.choices.map((choice) => choice.value))).toEqual([['a', 'c'], ['b']]);
    const { body } = render(Select, { props: { name: 'x', label: 'X', choices, value: 'c' } });
    expect(body.match(/<optgroup/g)?.length).toBe(2);
    expect(body).toMatch(/<option value="c" selected/);
  });
});
