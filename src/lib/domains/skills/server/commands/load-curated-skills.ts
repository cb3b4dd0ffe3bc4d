/** Puts the curated list that comes with the programme into the database: at every start, writing only what differs. */
import '../skill.events';
import { isDeepStrictEqual } from 'node:util';
import { isAdministrator, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { isDuplicateKey, op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { curatedSkills, type CuratedSkill } from '../curated-skills';
import { forgetSkills } from '../skill-cache';
import { namesOf, Skills, type SkillDocument } from '../skill.model';

const COMPARED = { group: 1, labels: 1, altLabels: 1, escoUri: 1, broader: 1, related: 1 } as const;
type Stored = Pick<SkillDocument, keyof typeof COMPARED | '_id' | 'source' | 'editedAt' | 'version'>;

/**
 * Skills that a moderator has edited are hers and stay as they are. Several processes may start at once: whoever comes
 * second finds the work done.
 * @throws AppError not_found for whoever is not an administrator
 */
export async function loadCuratedSkills(ctx: Context): Promise<{ added: number; changed: number }> {
  if (!isAdministrator(ctx)) throw new AppError('not_found', 'error_not_found');
  const list = await withFreeConcepts(ctx, curatedSkills());
  const stored = await Skills.find(
    { _id: op({ $in: list.map((skill) => skill.slug) }) },
    { ...COMPARED, source: 1, editedAt: 1, version: 1 },
  ).lean<Stored[]>();
  const bySlug = new Map(stored.map((skill) => [skill._id, skill]));
  const added = await addMissing(
    ctx,
    list.filter((skill) => !bySlug.has(skill.slug)),
    list.map((skill) => skill.slug),
  );
  let changed = 0;
  for (const skill of list) {
    const present = bySlug.get(skill.slug);
    if (!present || present.editedAt !== null || same(present, skill)) continue;
    changed += await bringUpToDate(ctx, skill, present.version);
  }
  if (added + changed > 0) forgetSkills();
  return { added, changed };
}

/**
 * A concept of ESCO belongs to one skill. One that an import brought gives it up and is replaced by ours; where a person
 * gave the concept to another skill, ours does without.
 */
async function withFreeConcepts(ctx: Context, list: CuratedSkill[]): Promise<CuratedSkill[]> {
  const byUri = new Map(list.flatMap((skill) => (skill.escoUri ? [[skill.escoUri, skill.slug] as const] : [])));
  const holders = await Skills.find(
    { escoUri: op({ $in: [...byUri.keys()] }) },
    { escoUri: 1, source: 1, editedAt: 1 },
  ).lean<Pick<SkillDocument, '_id' | 'escoUri' | 'source' | 'editedAt'>[]>();
  const taken = new Set<string>();
  for (const holder of holders) {
    const uri = holder.escoUri ?? '';
    const heir = byUri.get(uri);
    if (heir === undefined || heir === holder._id) continue;
    if (holder.source === 'curated' || holder.editedAt !== null) {
      taken.add(uri);
      continue;
    }
    await Skills.updateOne(
      { _id: holder._id, escoUri: uri },
      {
        $unset: { escoUri: 1 },
        $set: { active: false, replacedBy: heir, updatedAt: ctx.now },
        $inc: { version: 1 },
        $push: { outbox: emit('skills.loaded', { slugs: [holder._id] }) },
      },
    );
  }
  return list.map(({ escoUri, ...skill }) => (escoUri && !taken.has(escoUri) ? { ...skill, escoUri } : skill));
}

async function addMissing(ctx: Context, missing: CuratedSkill[], all: string[]): Promise<number> {
  const documents = missing.map((skill, index) => ({
    _id: skill.slug,
    ...toFields(ctx, skill),
    // One event for all, on the last: a start cut short leaves some missing, and the next one tells of all again.
    outbox: index === missing.length - 1 ? [emit('skills.loaded', { slugs: all })] : [],
  }));
  if (documents.length === 0) return 0;
  try {
    await Skills.insertMany(documents as never[], { ordered: true });
    return documents.length;
  } catch (error) {
    // Another process adds the same list at this moment.
    if (isDuplicateKey(error)) return 0;
    throw error;
  }
}

async function bringUpToDate(ctx: Context, skill: CuratedSkill, version: number): Promise<number> {
  const { modifiedCount } = await Skills.updateOne(
    { _id: skill.slug, version, editedAt: null },
    {
      $set: { ...toFields(ctx, skill), version: version + 1 },
      ...(skill.escoUri === undefined ? { $unset: { escoUri: 1 } } : {}),
      $push: { outbox: emit('skills.loaded', { slugs: [skill.slug] }) },
    },
  );
  return modifiedCount;
}

function toFields(ctx: Context, { slug: _slug, ...skill }: CuratedSkill) {
  const names = namesOf(skill.labels, skill.altLabels);
  return { ...skill, source: 'curated' as const, names, updatedAt: ctx.now };
}

function same(stored: Stored, skill: CuratedSkill): boolean {
  const { slug: _slug, ...wanted } = { escoUri: undefined, ...skill };
  const { group, labels, altLabels, escoUri, broader, related } = stored;
  return (
    stored.source === 'curated' && isDeepStrictEqual({ group, labels, altLabels, escoUri, broader, related }, wanted)
  );
}
