/** The picker's search: order, languages, typos, limits; and the public endpoint in front of it. */
import type { RequestEvent } from '@sveltejs/kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { importEsco } from '../../../src/lib/domains/skills/server/commands/import-esco';
import { findSkills } from '../../../src/lib/domains/skills/server/queries/find-skills';
import { skillPage } from '../../../src/lib/domains/skills/server/queries/skill-page';
import { skillsByGroup } from '../../../src/lib/domains/skills/server/queries/skills-by-group';
import type { Context } from '../../../src/lib/server/context';
import { searchEngine, setSearchEngine } from '../../../src/lib/server/search-access';
import { GET } from '../../../src/routes/api/v1/skills/+server';
import { drainAll } from '../../support/drain';
import { skillsFile, uri } from './esco-files';
import { administrator, anyone } from './viewers';

beforeAll(async () => {
  const labels = [
    'negotiate price',
    'negotiation of leases',
    'statistics for sports',
    'law',
    'lawn care',
    'negotiation',
    'C++',
  ];
  const concepts = labels.map((preferredLabel, number) => ({ conceptUri: uri(number + 1), preferredLabel }));
  await importEsco(administrator(), { skills: skillsFile(concepts) });
  await drainAll();
});

const labelsFor = async (text: string, ctx: Context = anyone()) =>
  (await findSkills(ctx, text)).skills.map((skill) => skill.label);

describe('SKILL-FIND the skill picker', () => {
  it('puts the very label first, curated before ESCO, then beginnings, then the rest', async () => {
    const found = await labelsFor('negotiation');
    expect(found.slice(0, 3)).toEqual(['Negotiation', 'negotiation', 'negotiation of leases']);
    const law = await labelsFor('law');
    expect(law[0]).toBe('law');
    expect(law).toContain('Competition law');
    expect(law.indexOf('Competition law')).toBeLessThan(law.indexOf('lawn care'));
  });

  it('searches in every language and answers in the reader’s', async () => {
    expect((await labelsFor('recours en annulation'))[0]).toBe('Action for annulment');
    expect((await labelsFor('action for annulment', anyone('nl')))[0]).toBe('Beroep tot nietigverklaring');
    expect((await labelsFor('ÉVALUATION DES POL', anyone('fr')))[0]).toBe('Évaluation des politiques publiques');
  });

  it('forgives a typo', async () => {
    expect(await labelsFor('competiton law')).toContain('Competition law');
  });

  it('gives the curated list, by label, for no text, and never more than twenty', async () => {
    const found = await labelsFor('');
    expect(found).toHaveLength(20);
    expect(found[0]).toBe('Academic writing');
    expect((await findSkills(anyone(), 'l', 1000)).skills.length).toBeLessThanOrEqual(20);
    expect((await findSkills(anyone(), 'law', 3)).skills).toHaveLength(3);
  });

  it.each(['.*', '(', '\\', '$where', '"; drop', '\u0000', '+++', ' '])('takes %j as text', async (text) => {
    expect(Array.isArray((await findSkills(anyone(), text)).skills)).toBe(true);
  });

  it('goes on from the database while search is down, and says so', async () => {
    const engine = searchEngine();
    setSearchEngine(undefined);
    try {
      const found = await findSkills(anyone(), 'annulment action');
      expect(found.degraded).toBe(true);
      expect(found.skills[0]?.value).toBe('action-for-annulment');
      expect((await findSkills(anyone(), 'c++ (')).skills).toEqual([]);
      expect((await findSkills(anyone(), 'c++')).skills[0]?.label).toBe('C++');
    } finally {
      setSearchEngine(engine);
    }
  });
});

describe('SKILL-PAGE browsing skills', () => {
  it('shows twelve groups with their skills by label', async () => {
    const groups = await skillsByGroup(anyone('fr'));
    expect(groups).toHaveLength(12);
    expect(groups[0]?.name).toBe('Droit de l’Union européenne');
    expect(groups.every((group) => group.skills.length >= 7)).toBe(true);
  });

  it('shows one skill with its neighbours', async () => {
    const page = await skillPage(anyone('nl'), 'competition-law');
    expect(page.groupName).toBe('EU-recht');
    expect(page.neighbours).toContainEqual({ slug: 'state-aid-law', label: 'Staatssteunrecht', fraction: 0.5 });
  });

  it.each(['ghost', '__proto__', '$gt', ''])('knows no skill %j', async (slug) => {
    await expect(skillPage(anyone(), slug)).rejects.toMatchObject({ code: 'not_found' });
  });
});

async function ask(query: string, ctx: Context = { ...anyone(), actor: null }): Promise<Response> {
  const url = new URL(`http://causeway.test/api/v1/skills${query}`);
  return GET({ url, locals: { ctx, locale: ctx.locale, path: url.pathname } } as unknown as RequestEvent<never, never>);
}

describe('SKILL-API /api/v1/skills', () => {
  it('answers with value, label and hint, for caches to keep', async () => {
    const response = await ask('?q=mediat&locale=nl');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=\d+/);
    const [first] = (await response.json()) as unknown[];
    expect(first).toEqual({
      value: 'mediation',
      label: 'Bemiddeling en geschillenbeslechting',
      hint: 'Procesvoering en rechtsmiddelen',
    });
  });

  it.each([
    ['an operator', '?q[$gt]='],
    ['too many', '?limit=1000'],
    ['no number', '?limit=x'],
    ['another language', '?locale=xx'],
    ['a parameter it does not know', '?q=a&role=administrator'],
    ['far too long a text', `?q=${'x'.repeat(201)}`],
  ])('refuses %s with 400', async (_name, query) => {
    const response = await ask(query);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid' } });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('slows down one address that asks without end', async () => {
    let last = 0;
    // Refused requests count as well, and are quick.
    for (let times = 0; times < 310 && last !== 429; times++) {
      last = (await ask('?limit=x', { ...anyone(), actor: null, address: '192.0.2.1' })).status;
    }
    expect(last).toBe(429);
    expect((await ask('?limit=1')).status).toBe(200);
  });
});
