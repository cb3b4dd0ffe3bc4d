/** What is wrong is summed up with links to the fields; a flash can be taken back; errors speak plainly. */
import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Button from '../actions/Button.svelte';
import Flash from '../feedback/Flash.svelte';
import EnhancedForm from './EnhancedForm.svelte';
import ErrorSummary from './ErrorSummary.svelte';

describe('ErrorSummary', () => {
  it('leads to each field and takes the focus when the page loads', () => {
    const { body } = render(ErrorSummary, {
      props: {
        errors: { 'roles.0.hours': 'Give the hours.', _: 'Look again.' },
        labels: { 'roles.0.hours': 'Hours' },
      },
    });
    expect(body).toMatch(/<a href="#roles\.0\.hours"[^>]*>Hours: Give the hours\.<\/a>/);
    expect(body).toContain('Look again.');
    expect(body).not.toContain('href="#_"');
    expect(body).toMatch(/<div[^>]*tabindex="-1"[^>]*autofocus/);
  });

  it('is not there when nothing is wrong', () => {
    expect(render(ErrorSummary, { props: {} }).body).not.toContain('<div');
  });
});

describe('Flash', () => {
  it('undoes by a plain form', () => {
    const { body } = render(Flash, {
      props: {
        kind: 'success',
        text: 'Offer sent.',
        undo: { action: '/applications/1?/undo', label: 'Take it back', fields: { id: '1' } },
      },
    });
    expect(body).toMatch(/<form[^>]*method="POST"[^>]*action="\/applications\/1\?\/undo"/);
    expect(body).toContain('<input type="hidden" name="id" value="1"');
  });
});

describe('Button', () => {
  const children = createRawSnippet(() => ({ render: () => '<span>Go</span>' }));

  it('is a link when it leads somewhere', () => {
    const { body } = render(Button, { props: { href: '/missions', variant: 'primary', children } });
    expect(body).toMatch(/<a[^>]*href="\/missions"/);
    expect(body).not.toContain('type=');
  });

  it('says when it is waiting', () => {
    expect(render(Button, { props: { busy: true, children } }).body).toContain('aria-disabled="true"');
  });

  it('opens a dialog without scripts', () => {
    const { body } = render(Button, { props: { type: 'button', command: 'show-modal', commandfor: 'sure', children } });
    expect(body).toMatch(/<button[^>]*command="show-modal"[^>]*commandfor="sure"/);
  });
});

describe('EnhancedForm without scripts', () => {
  const children = createRawSnippet(() => ({ render: () => '<button formaction="?/remove">Remove</button>' }));
  const { body } = render(EnhancedForm, {
    props: { action: '?/save', idempotencyKey: '0123456789abcdef', draft: 'mission-new-1', children },
  });

  it('is a plain form that carries its key and leaves the checking to the server', () => {
    expect(body).toMatch(/<form[^>]*method="POST"[^>]*action="\?\/save"[^>]*novalidate/);
    expect(body).toContain('<input type="hidden" name="_key" value="0123456789abcdef"');
  });

  it('sends its own action on Enter, whatever the buttons inside do', () => {
    const [first = ''] = /<(button|input type="submit")[^>]*>/.exec(body) ?? [];
    expect(first).not.toContain('formaction');
    expect(first).toContain('hidden');
  });
});
