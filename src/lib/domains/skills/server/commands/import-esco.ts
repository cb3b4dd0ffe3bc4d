/** Imports the official ESCO files: batch by batch, repeatable, and stopped without damage at any moment. */
import '../skill.events';
import { AppError } from '$lib/shared/app-error';
import { now } from '$lib/server/clock';
import { isAdministrator, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { openEscoFile, type EscoFile } from '../esco/esco-file';
import { readSkill, SKILL_COLUMNS, type EscoSkill } from '../esco/esco-row';
import { emptyReport, type ImportOptions, type ImportReport } from '../esco/import-report';
import { BROADER_COLUMNS, readLinks, RELATION_COLUMNS } from '../esco/relations';
import { writeLinks } from '../esco/write-links';
import { writeSkills } from '../esco/write-skills';
import { forgetSkills } from '../skill-cache';
import { SkillImports } from '../skill-import.model';

const BATCH = 1000;
const UNFINISHED = ['running', 'failed'] as const;

/**
 * @throws AppError not_found for whoever is not an administrator
 * @throws EscoFileError for a file that is not what it should be; what was written before stands and is whole
 */
export async function importEsco(ctx: Context, options: ImportOptions): Promise<ImportReport> {
  if (!isAdministrator(ctx)) throw new AppError('not_found', 'error_not_found');
  const { skills: path, signal } = options;
  const skills = await openEscoFile(path, SKILL_COLUMNS, 'the skills file of ESCO (skills_en.csv)');
  const relations = await optional(options.relations, RELATION_COLUMNS, 'skillSkillRelations.csv of ESCO');
  const broader = await optional(options.broader, BROADER_COLUMNS, 'broaderRelationsSkillPillar.csv of ESCO');
  // A run that was killed or broke off may have written skills without telling the index: all are told of again.
  const cutShort = (await SkillImports.countDocuments({ state: op({ $in: UNFINISHED }) })) > 0;
  const run = await SkillImports.create({ file: skills.name, state: 'running', startedAt: now() } as never);
  const runId = String(run._id);
  const report = emptyReport();
  const slugs = new Map<string, string>();
  const seen = new Set<string>();
  let rows = 0;

  const write = async (batch: EscoSkill[]) => {
    const written = await writeSkills(batch, now());
    for (const [uri, slug] of written.slugs) slugs.set(uri, slug);
    report.imported += written.imported.length;
    report.updated += written.updated.length;
    report.unchanged += written.unchanged.length;
    const tell = [...written.imported, ...written.updated, ...(cutShort ? written.unchanged : [])];
    if (tell.length > 0)
      await SkillImports.updateOne({ _id: runId }, { $push: { outbox: emit('skills.loaded', { slugs: tell }) } });
    options.onProgress?.(rows, skills.progress());
  };

  try {
    let batch: EscoSkill[] = [];
    for await (const { line, values, problem } of skills.rows()) {
      rows++;
      const skill = values ? readSkill(values) : (problem ?? 'unreadable');
      if (typeof skill === 'string') report.skipped.push({ file: skills.name, line, reason: skill });
      else if (seen.has(skill.uri)) report.skipped.push({ file: skills.name, line, reason: 'twice in this file' });
      else {
        seen.add(skill.uri);
        batch.push(skill);
      }
      if (batch.length < BATCH) continue;
      await write(batch);
      batch = [];
      if (signal?.aborted) break;
    }
    if (batch.length > 0) await write(batch);
    if (!signal?.aborted && (relations || broader)) {
      const links = await readLinks(relations, broader, slugs);
      report.skipped.push(...links.skipped);
      report.aboutGroups = links.aboutGroups;
      report.related = await writeLinks([...slugs.values()], links, now(), signal);
    }
    if (signal?.aborted) report.state = 'stopped';
    await finish(runId, report.state, report);
  } catch (error) {
    await finish(runId, 'failed', report);
    throw error;
  } finally {
    forgetSkills();
  }
  return report;
}

async function optional(path: string | undefined, columns: readonly string[], what: string): Promise<EscoFile | null> {
  return path === undefined ? null : openEscoFile(path, columns, what);
}

async function finish(runId: string, state: 'finished' | 'stopped' | 'failed', report: ImportReport): Promise<void> {
  const { imported, updated, unchanged, skipped, related } = report;
  const counts = { imported, updated, unchanged, skipped: skipped.length, related };
  await SkillImports.updateOne({ _id: runId }, { $set: { state, finishedAt: now(), ...counts } });
  // This run told the index of everything, so that the runs before it owe nothing.
  if (state === 'finished')
    await SkillImports.updateMany(
      { state: op({ $in: UNFINISHED }), _id: op({ $lt: runId }) },
      { $set: { state: 'stopped' } },
    );
}
