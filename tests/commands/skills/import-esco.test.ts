/** The import of ESCO: what it writes, what it leaves alone, what it reports, and that it can be repeated. */
import { beforeEach, describe, expect, it } from 'vitest';
import { importEsco } from '../../../src/lib/domains/skills/server/commands/import-esco';
import { loadCuratedSkills } from '../../../src/lib/domains/skills/server/commands/load-curated-skills';
import { findSkills } from '../../../src/lib/domains/skills/server/queries/find-skills';
import { skillGraph } from '../../../src/lib/domains/skills/server/queries/skill-graph';
import { skillPage } from '../../../src/lib/domains/skills/server/queries/skill-page';
import { SkillImports } from '../../../src/lib/domains/skills/server/skill-import.model';
import { Skills, type SkillDocument } from '../../../src/lib/domains/skills/server/skill.model';
import { asStranger, asSystem } from '../../support/contexts';
import { drainAll } from '../../support/drain';
import { broaderFile, COMPETITION_URI, manyConcepts, relationsFile, skillsFile, uri, writeFile } from './esco-files';
import { administrator, anyone, moderator } from './viewers';

const competition = {
  conceptUri: COMPETITION_URI,
  preferredLabel: 'competition law',
  altLabels: 'competition regulation\nlaws of rivalry',
};
const grapes = { conceptUri: uri(1), preferredLabel: 'press grapes', altLabels: 'squeeze grapes\ncrush grapes' };
const boats = { conceptUri: uri(2), preferredLabel: 'sail boats', altLabels: '' };
const sails = { conceptUri: uri(3), preferredLabel: 'mend sails' };

const count = (filter = {}) => Skills.countDocuments(filter);

beforeEach(async () => {
  await Skills.deleteMany({});
  await SkillImports.deleteMany({});
  await loadCuratedSkills(asSystem());
});

describe('SKILL-ESCO importing the classification', () => {
  it('adds concepts as skills, and makes them findable by their labels', async () => {
    const report = await importEsco(administrator(), { skills: skillsFile([competition, grapes, boats]) });
    expect(report).toMatchObject({ state: 'finished', imported: 2, updated: 1, unchanged: 0, skipped: [] });
    await drainAll();
    const found = (await findSkills(anyone(), 'squeeze')).skills;
    expect(found).toEqual([{ value: 'press-grapes-00000001', label: 'press grapes', hint: 'ESCO' }]);
  });

  it('leaves a curated skill its labels and gives it the alternative ones', async () => {
    await importEsco(administrator(), { skills: skillsFile([competition]) });
    await drainAll();
    const page = await skillPage(anyone(), 'competition-law');
    expect(page.label).toBe('Competition law');
    expect(page.altLabels).toContain('laws of rivalry');
    expect(page.description).toBe('About competition law.');
    expect((await findSkills(anyone('nl'), 'rivalry')).skills[0]?.label).toBe('Mededingingsrecht');
    expect(await count({ escoUri: COMPETITION_URI })).toBe(1);
  });

  it('changes nothing when it is repeated, and only what differs in a newer file', async () => {
    await importEsco(administrator(), { skills: skillsFile([competition, grapes, boats]) });
    await drainAll();
    const again = await importEsco(administrator(), { skills: skillsFile([competition, grapes, boats]) });
    expect(again).toMatchObject({ imported: 0, updated: 0, unchanged: 3 });
    const newer = [competition, { ...grapes, preferredLabel: 'press red grapes' }, boats, sails];
    expect(await importEsco(administrator(), { skills: skillsFile(newer) })).toMatchObject({
      imported: 1,
      updated: 1,
      unchanged: 2,
    });
    await drainAll();
    // The slug stays, because somebody may have it in a profile.
    expect((await findSkills(anyone(), 'red grapes')).skills[0]?.value).toBe('press-grapes-00000001');
  });

  it('says which rows it skipped, and why', async () => {
    const path = skillsFile([
      grapes,
      { ...boats, conceptType: 'SkillGroup' },
      { ...boats, altLabels: 'a\nb', status: 'obsolete' },
      { ...boats, preferredLabel: '' },
      { ...boats, conceptUri: 'urn:nothing' },
      grapes,
      boats,
    ]);
    const { imported, skipped } = await importEsco(administrator(), { skills: path });
    expect(imported).toBe(2);
    expect(skipped.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'not a skill'],
      [5, 'not released'],
      [7, 'no label'],
      [8, 'no ESCO address'],
      [9, 'twice in this file'],
    ]);
  });

  it('reads which skills count for which from the two other files', async () => {
    const options = {
      skills: skillsFile([grapes, boats, sails]),
      relations: relationsFile([
        [uri(2), 'essential', uri(3)],
        [uri(1), 'optional', uri(2)],
        [uri(1), 'optional', uri(77)],
        [uri(1), 'vague', uri(2)],
      ]),
      broader: broaderFile([
        ['KnowledgeSkillCompetence', uri(3), 'KnowledgeSkillCompetence', uri(2)],
        ['KnowledgeSkillCompetence', uri(3), 'SkillGroup', 'http://data.europa.eu/esco/skill/S1'],
      ]),
    };
    const report = await importEsco(administrator(), options);
    expect(report).toMatchObject({ related: 3, aboutGroups: 1 });
    expect(report.skipped.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'unknown skill'],
      [5, 'unknown kind of relation'],
    ]);
    const graph = await skillGraph(anyone());
    expect(graph.get('sail-boats-00000002')).toEqual([
      { slug: 'mend-sails-00000003', fraction: 0.7 },
      { slug: 'press-grapes-00000001', fraction: 0.3 },
    ]);
    expect(await importEsco(administrator(), options)).toMatchObject({ unchanged: 3, related: 0 });
    // A run without the files leaves the relations as they are.
    await importEsco(administrator(), { skills: options.skills });
    expect((await skillGraph(anyone())).get('sail-boats-00000002')).toHaveLength(2);
  });

  it.each([
    ['another file', writeFile('name;age\nAnna;7\n'), /lacks conceptType, conceptUri/],
    ['a file that is not there', '/nowhere/skills_en.csv', /There is no file/],
  ])('refuses %s with a clear word, and nothing is lost', async (_name, path, message) => {
    await importEsco(administrator(), { skills: skillsFile([grapes]) });
    const before = await count();
    await expect(importEsco(administrator(), { skills: path })).rejects.toThrow(message);
    expect(await count()).toBe(before);
  });

  it('refuses wrong relations before anything is written', async () => {
    const skills = skillsFile([grapes]);
    await expect(importEsco(administrator(), { skills, relations: '/nowhere/relations.csv' })).rejects.toThrow(
      /There is no file/,
    );
    await expect(importEsco(administrator(), { skills, broader: skills })).rejects.toThrow(/lacks broaderType/);
    expect(await count({ source: 'esco' })).toBe(0);
  });

  it('does not exist for moderators and strangers', async () => {
    for (const ctx of [moderator(), anyone(), asStranger()]) {
      await expect(importEsco(ctx, { skills: skillsFile([grapes]) })).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await count({ source: 'esco' })).toBe(0);
  });

  it('may run twice at once: every concept is there once', async () => {
    const path = skillsFile(manyConcepts(1500));
    await Promise.all([importEsco(administrator(), { skills: path }), importEsco(administrator(), { skills: path })]);
    expect(await count({ source: 'esco' })).toBe(1500);
  });

  it('stops after the batch in hand when asked, and goes on the next time', async () => {
    const path = skillsFile(manyConcepts(2500));
    const stop = new AbortController();
    const report = await importEsco(administrator(), {
      skills: path,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(report).toMatchObject({ state: 'stopped', imported: 1000 });
    expect(await importEsco(administrator(), { skills: path })).toMatchObject({ imported: 1500, unchanged: 1000 });
  });

  it('tells search of everything again after a run that was killed', async () => {
    const path = skillsFile([grapes, boats]);
    await importEsco(administrator(), { skills: path });
    // What a process killed between writing skills and telling of them leaves behind.
    await SkillImports.deleteMany({});
    await SkillImports.create({ file: 'skills_en.csv', state: 'running', startedAt: new Date() } as never);
    expect(await importEsco(administrator(), { skills: path })).toMatchObject({ unchanged: 2 });
    await drainAll();
    expect((await findSkills(anyone(), 'squeeze')).skills).toHaveLength(1);
    expect(await SkillImports.countDocuments({ state: 'running' })).toBe(0);
  });

  it('keeps the name that a moderator gave to an imported skill', async () => {
    await importEsco(administrator(), { skills: skillsFile([grapes]) });
    const edited = { labels: { en: 'Wine making' }, editedAt: new Date() };
    await Skills.updateOne({ _id: 'press-grapes-00000001' }, { $set: edited });
    await importEsco(administrator(), { skills: skillsFile([{ ...grapes, preferredLabel: 'press all grapes' }]) });
    expect((await Skills.findById('press-grapes-00000001').lean<SkillDocument>())?.labels.en).toBe('Wine making');
  });

  it('imports a list as long as the real one, and all of it is found, in under a minute', async () => {
    const path = skillsFile(manyConcepts(13_900));
    const started = performance.now();
    expect(await importEsco(administrator(), { skills: path })).toMatchObject({ imported: 13_900 });
    await drainAll();
    for (const number of [0, 6_999, 13_899]) {
      const { skills } = await findSkills(anyone(), `of kind ${number}`);
      expect(skills.map((skill) => skill.label).some((label) => label.endsWith(` of kind ${number}`))).toBe(true);
    }
    expect(performance.now() - started).toBeLessThan(60_000);
  }, 90_000);
});
