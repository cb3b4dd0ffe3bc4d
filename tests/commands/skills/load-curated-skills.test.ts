/** The curated list in the database: loaded at every start, respectful of what people and imports did. */
import { beforeEach, describe, expect, it } from 'vitest';
import { loadCuratedSkills } from '../../../src/lib/domains/skills/server/commands/load-curated-skills';
import { saveSkill } from '../../../src/lib/domains/skills/server/commands/save-skill';
import { curatedSkills } from '../../../src/lib/domains/skills/server/curated-skills';
import { findSkills } from '../../../src/lib/domains/skills/server/queries/find-skills';
import { skillGraph } from '../../../src/lib/domains/skills/server/queries/skill-graph';
import { Skills, type SkillDocument } from '../../../src/lib/domains/skills/server/skill.model';
import { asStranger, asSystem } from '../../support/contexts';
import { drainAll } from '../../support/drain';
import { anyone, moderator } from './viewers';

const COMPETITION_URI = 'http://data.europa.eu/esco/skill/ce5598ec-5ca4-4f3e-92a2-c55c90ce6038';
const total = curatedSkills().length;

beforeEach(async () => {
  await Skills.deleteMany({});
});

describe('SKILL-LOAD loading the curated list', () => {
  it('adds every skill once and finds nothing to do the second time', async () => {
    expect(await loadCuratedSkills(asSystem())).toEqual({ added: total, changed: 0 });
    expect(await loadCuratedSkills(asSystem())).toEqual({ added: 0, changed: 0 });
    expect(await Skills.countDocuments({})).toBe(total);
  });

  it('makes them findable in three languages', async () => {
    await loadCuratedSkills(asSystem());
    await drainAll();
    const { skills } = await findSkills(anyone('nl'), 'antitrust');
    expect(skills[0]).toEqual({ value: 'competition-law', label: 'Mededingingsrecht', hint: 'EU-recht' });
  });

  it('repairs what differs from the list, and raises the version', async () => {
    await loadCuratedSkills(asSystem());
    await Skills.updateOne({ _id: 'eu-law' }, { $set: { labels: { en: 'Old name' } } });
    expect(await loadCuratedSkills(asSystem())).toEqual({ added: 0, changed: 1 });
    const skill = await Skills.findById('eu-law').lean<SkillDocument>();
    expect(skill?.labels.en).toBe('EU law');
    expect(skill?.version).toBe(2);
  });

  it('leaves alone what a moderator has edited', async () => {
    await loadCuratedSkills(asSystem());
    const input = {
      slug: 'eu-law',
      group: 'eu-law' as const,
      labels: { en: 'Law of the Union', fr: 'Droit de l’Union', nl: 'Unierecht' },
      altLabels: { en: [], fr: [], nl: [] },
      escoUri: null,
      broader: [],
      related: [],
      active: true,
    };
    await saveSkill(moderator(), input, 1);
    expect(await loadCuratedSkills(asSystem())).toEqual({ added: 0, changed: 0 });
    expect((await Skills.findById('eu-law').lean<SkillDocument>())?.labels.en).toBe('Law of the Union');
  });

  it('takes the place of a skill that an import brought for the same concept', async () => {
    await Skills.create({
      _id: 'competition-law-ce5598ec',
      labels: { en: 'competition law' },
      escoUri: COMPETITION_URI,
      source: 'esco',
      updatedAt: new Date(),
    } as never);
    await loadCuratedSkills(asSystem());
    const old = await Skills.findById('competition-law-ce5598ec').lean<SkillDocument>();
    expect(old).toMatchObject({ active: false, replacedBy: 'competition-law' });
    expect(old?.escoUri).toBeUndefined();
    expect((await Skills.findById('competition-law').lean<SkillDocument>())?.escoUri).toBe(COMPETITION_URI);
    const neighbours = (await skillGraph(anyone())).get('competition-law') ?? [];
    expect(neighbours[0]).toEqual({ slug: 'competition-law-ce5598ec', fraction: 1 });
  });

  it('does without a concept that a moderator gave to another skill', async () => {
    await Skills.create({
      _id: 'antitrust-practice',
      labels: { en: 'Antitrust practice' },
      escoUri: COMPETITION_URI,
      source: 'curated',
      editedAt: new Date(),
      updatedAt: new Date(),
    } as never);
    expect((await loadCuratedSkills(asSystem())).added).toBe(total);
    expect((await Skills.findById('competition-law').lean<SkillDocument>())?.escoUri).toBeUndefined();
    expect(await loadCuratedSkills(asSystem())).toEqual({ added: 0, changed: 0 });
  });

  it('is refused to moderators and strangers, as if it were not there', async () => {
    for (const ctx of [moderator(), anyone(), asStranger()]) {
      await expect(loadCuratedSkills(ctx)).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await Skills.countDocuments({})).toBe(0);
  });

  it('may happen in several processes at once', async () => {
    const results = await Promise.all([1, 2, 3].map(() => loadCuratedSkills(asSystem())));
    await loadCuratedSkills(asSystem());
    expect(await Skills.countDocuments({})).toBe(total);
    expect(results.reduce((sum, result) => sum + result.added, 0)).toBeLessThanOrEqual(total);
  });
});
