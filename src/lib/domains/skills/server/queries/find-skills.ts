/** Skills for a picker: labels that begin with what was typed first, curated ones before those of ESCO. */
import { AppError } from '$lib/shared/app-error';
import type { Context } from '$lib/server/context';
import { log } from '$lib/server/log';
import { op } from '$lib/server/mongo';
import { searchEngine } from '$lib/server/search-access';
import { SearchUnavailable } from '$lib/server/search/search-errors';
import { foldText, labelIn } from '../../labels';
import { SKILL_SOURCES, type SkillSource } from '../../skill';
import type { SkillChoice } from '../../skill-view';
import { Skills, type SkillDocument } from '../skill.model';
import { LABEL_FIELDS, presentChoice } from '../skill.presenter';
import { SKILL_INDEX } from '../skill.search';

export const MAX_CHOICES = 20;
const MAX_TEXT = 100;
const POOL = 40;

type Found = Pick<SkillDocument, '_id' | 'group' | 'labels' | 'source' | 'names'>;
const FIELDS = { ...LABEL_FIELDS, names: 1 } as const;

export interface FoundSkills {
  skills: SkillChoice[];
  /** True when the search engine did not answer and only the database was asked: no typos, no ESCO synonyms. */
  degraded: boolean;
}

/** At most 20 active skills for `text`; for blank text the curated ones, by label. */
export async function findSkills(ctx: Context, text: string, limit = MAX_CHOICES): Promise<FoundSkills> {
  const wanted = foldText(text.slice(0, MAX_TEXT));
  const most = Math.min(Math.max(1, Math.trunc(limit)), MAX_CHOICES);
  const pool = new Map<string, Found>();
  const collect = (skills: Found[]) => skills.forEach((skill) => pool.set(skill._id, pool.get(skill._id) ?? skill));
  let degraded = false;
  if (wanted === '') {
    collect(await Skills.find({ source: 'curated', active: true }, FIELDS).lean<Found[]>());
  } else {
    const direct = await Promise.all([named(wanted), beginningWith(wanted, 'curated'), beginningWith(wanted, 'esco')]);
    direct.forEach(collect);
    try {
      collect(await byEngine(wanted, 'curated'));
      if (pool.size < most) collect(await byEngine(wanted, 'esco'));
    } catch (error) {
      if (!(error instanceof SearchUnavailable) && !(error instanceof AppError && error.code === 'unavailable'))
        throw error;
      log.warn({ err: error }, 'skills are searched in the database only');
      degraded = true;
      collect(await byWords(wanted));
    }
  }
  const ranked = [...pool.values()].map((skill, order) => ({ skill, rank: rank(skill, wanted, ctx.locale), order }));
  ranked.sort(
    (a, b) => a.rank - b.rank || (wanted === '' ? compareLabels(a.skill, b.skill, ctx.locale) : a.order - b.order),
  );
  return { skills: ranked.slice(0, most).map(({ skill }) => presentChoice(skill, ctx.locale)), degraded };
}

/**
 * The smaller, the earlier. The very label or name comes first, whoever's it is; then curated skills of which a label or
 * name begins so; then labels of ESCO that begin so; then what the engine found, curated ones first.
 */
function rank(skill: Found, wanted: string, locale: string): number {
  const label = foldText(labelIn(skill.labels, locale));
  const { en, fr = en, nl = en } = skill.labels;
  const ours = skill.source === 'curated';
  if (wanted === '' || label === wanted) return ours ? 0 : 1;
  if (skill.names.includes(wanted)) return ours ? 2 : 3;
  if (label.startsWith(wanted)) return ours ? 4 : 8;
  if (ours && label.includes(` ${wanted}`)) return 5;
  const others = [en, fr, nl].map(foldText);
  if (ours && others.some((other) => other.startsWith(wanted))) return 6;
  if (ours && skill.names.some((name) => ` ${name}`.includes(` ${wanted}`))) return 7;
  return ours ? 9 : 10;
}

function compareLabels(a: Found, b: Found, locale: string): number {
  return labelIn(a.labels, locale).localeCompare(labelIn(b.labels, locale), locale);
}

async function named(wanted: string): Promise<Found[]> {
  return Skills.find({ source: op({ $in: SKILL_SOURCES }), names: wanted, active: true }, FIELDS)
    .limit(POOL)
    .lean<Found[]>();
}

async function beginningWith(wanted: string, source: SkillSource): Promise<Found[]> {
  const range = { $elemMatch: { $gte: wanted, $lt: `${wanted}\uffff` } };
  return Skills.find({ source, names: op(range), active: true }, FIELDS)
    .limit(POOL)
    .lean<Found[]>();
}

async function byEngine(wanted: string, source: SkillSource): Promise<Found[]> {
  const filter = { field: 'source', eq: source };
  const { hits } = await searchEngine().search(SKILL_INDEX, { text: wanted, filter, offset: 0, limit: POOL });
  const ids = hits.map((hit) => hit.id);
  const found = await Skills.find({ _id: op({ $in: ids }), active: true }, FIELDS).lean<Found[]>();
  const byId = new Map(found.map((skill) => [skill._id, skill]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Every word somewhere at the beginning of a word: what the database can do alone. */
async function byWords(wanted: string): Promise<Found[]> {
  const words = wanted
    .split(' ')
    .slice(0, 10)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const each = words.map((word) => ({ names: op({ $regex: `(^|[^a-z0-9])${word}` }) }));
  return Skills.find({ active: true, $and: each }, FIELDS).limit(POOL).lean<Found[]>();
}
