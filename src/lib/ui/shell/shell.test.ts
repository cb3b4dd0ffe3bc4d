/** The shell works without scripts, knows where one is, and shows rooms only to those who may enter. */
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import AccountLinks from './AccountLinks.svelte';
import ErrorPage from './ErrorPage.svelte';
import Header from './Header.svelte';
import { currentMark, hatLinks, inLanguage } from './nav-links';
import type { Viewer } from './viewer';

const viewer: Viewer = {
  name: 'Sara Peeters',
  confirmed: true,
  hats: [
    { key: 'volunteer', label: 'Volunteer', href: '/my-work' },
    { key: 'ngo:zero', label: 'Zero Waste Flanders', href: '/ngo/zero' },
  ],
  isModerator: false,
  isOperator: false,
};

describe('Header', () => {
  it('offers the doors to a stranger and the account to a person', () => {
    const stranger = render(Header, { props: { locale: 'en', path: '/missions', viewer: null } }).body;
    expect(stranger).toContain('href="/sign-in"');
    expect(stranger).toContain('aria-current="page"');
    const person = render(Header, { props: { locale: 'en', path: '/', viewer } }).body;
    expect(person).not.toContain('href="/sign-in"');
    expect(person).toContain('action="/sign-out"');
  });

  it('leads with the rooms of the hat that is on', () => {
    const volunteer = render(Header, { props: { locale: 'en', path: '/', viewer } }).body;
    expect(volunteer).toContain('href="/missions/for-me"');
    const member = render(Header, { props: { locale: 'en', path: '/', viewer: { ...viewer, hat: 'ngo:zero' } } }).body;
    expect(member).not.toContain('href="/missions/for-me"');
    expect(member).toContain('href="/ngo/zero"');
    expect(member).toContain('Zero Waste Flanders');
    const firm = { key: 'ngo:firm', label: 'A firm', href: '/fr/employer/firm' };
    expect(hatLinks(firm)).toMatchObject([{ path: '/employer/firm', label: 'Our pro-bono programme' }]);
  });
});

describe('AccountLinks', () => {
  it('marks the hat whose rooms one is in', () => {
    const { body } = render(AccountLinks, { props: { viewer, path: '/ngo/zero/members' } });
    expect(body).toMatch(/value="ngo:zero" aria-current="true"/);
    expect(body).not.toMatch(/value="volunteer" aria-current/);
  });

  it('marks the hat that was chosen elsewhere, and switches by a form', () => {
    const { body } = render(AccountLinks, { props: { viewer: { ...viewer, hat: 'ngo:zero' }, path: '/missions' } });
    expect(body).toMatch(/value="ngo:zero" aria-current="true"/);
    expect(body).toContain('action="/hat"');
  });

  it('shows the platform’s rooms to its people alone', () => {
    expect(render(AccountLinks, { props: { viewer, path: '/' } }).body).not.toContain('/moderation');
    const moderator = { ...viewer, isModerator: true };
    expect(render(AccountLinks, { props: { viewer: moderator, path: '/' } }).body).toContain('href="/moderation"');
  });
});

describe('links', () => {
  it('keep the query in another language', () => {
    expect(inLanguage('/missions', '?q=water&page=2', 'fr')).toBe('/fr/missions?q=water&page=2&hl=fr');
    expect(inLanguage('/', '', 'en')).toBe('/?hl=en');
  });

  it.each([
    ['/missions', 'page'],
    ['/missions/x', 'true'],
    ['/missionsx', undefined],
  ])('mark %s as %s', (path, mark) => {
    expect(currentMark({ path: '/missions' }, path)).toBe(mark);
  });
});

describe('ErrorPage', () => {
  it.each([404, 403, 429, 500, 503, 418])('speaks plainly about %i and offers a way on', (status) => {
    const { body } = render(ErrorPage, { props: { status, address: '/missions/x' } });
    expect(body.match(/<h1/g)?.length).toBe(1);
    expect(body).toMatch(/<a[^>]*class="button primary/);
  });

  it('gives the number to quote when something broke', () => {
    expect(render(ErrorPage, { props: { status: 500, id: 'k2j9x', address: '/' } }).body).toContain('k2j9x');
  });

  it('leads a stranger to the door and back again', () => {
    const { body } = render(ErrorPage, { props: { status: 401, address: '/my-work?tab=1' } });
    expect(body).toContain('/sign-in?next=%2Fmy-work%3Ftab%3D1');
  });
});
