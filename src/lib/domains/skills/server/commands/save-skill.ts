/** A moderator adds a skill or changes one. Slugs never change, because profiles and missions refer to them. */
import '../skill.events';
import { AppError } from '$lib/shared/app-error';
import { requireModerator, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { isDuplicateKey, op } from '$lib/server/mongo';
import { whyNotHeir, whyNotSavable, type SaveSkillInput } from '../../skill-form';
import { forgetSkills } from '../skill-cache';
import type { SkillRecord } from '../skill.events';
import { namesOf, Skills, type SkillDocument } from '../skill.model';

/**
 * `seenVersion` is the version the editor had before her eyes, null for a new skill.
 * @throws AppError not_found for strangers and for a skill that is not there; invalid at the field; conflict when the
 * slug or the ESCO concept is taken, or when somebody else was faster
 */
export async function saveSkill(
  ctx: Context,
  input: SaveSkillInput,
  seenVersion: number | null,
): Promise<{ slug: string; version: number }> {
  const actor = requireModerator(ctx);
  const refusal = whyNotSavable(input);
  if (refusal) throw new AppError('invalid', refusal);
  await requireRelatives(input);
  await requireHeir(input);
  const before = seenVersion === null ? null : await Skills.findById(input.slug).lean<SkillDocument>();
  if (seenVersion !== null && !before) throw new AppError('not_found', 'error_not_found');
  const { escoUri } = input;
  const fields = {
    group: input.group,
    labels: input.labels,
    altLabels: input.altLabels,
    ...(escoUri === null ? {} : { escoUri }),
    broader: input.broader,
    related: input.related,
    active: input.active,
    // A skill that may be chosen again has no successor.
    ...(input.active ? { replacedBy: null } : input.replacedBy === undefined ? {} : { replacedBy: input.replacedBy }),
    names: namesOf(input.labels, input.altLabels),
    // A skill with a group of ours is ours, wherever it came from.
    source: input.group === null && before?.source === 'esco' ? ('esco' as const) : ('curated' as const),
    editedAt: ctx.now,
    updatedAt: ctx.now,
  };
  const event = emit('skill.saved', {
    slug: input.slug,
    byPersonId: actor?.personId ?? null,
    before: before ? toRecord(before) : null,
    after: toRecord({
      ...input,
      ...(escoUri === null ? {} : { escoUri }),
      replacedBy: input.active ? null : (input.replacedBy ?? before?.replacedBy ?? null),
    }),
  });
  const version = (seenVersion ?? 0) + 1;
  try {
    if (seenVersion === null) {
      await Skills.create({ _id: input.slug, ...fields, version, outbox: [event] } as never);
    } else {
      const { matchedCount } = await Skills.updateOne(
        { _id: input.slug, version: seenVersion },
        {
          $set: { ...fields, version },
          ...(escoUri === null ? { $unset: { escoUri: 1 } } : {}),
          $push: { outbox: event },
        },
      );
      if (matchedCount === 0) throw new AppError('conflict', 'error_conflict');
    }
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const field = error.keyPattern && 'escoUri' in error.keyPattern ? 'escoUri' : 'slug';
    const reason = field === 'escoUri' ? 'skill_error_esco_taken' : 'skill_error_slug_taken';
    throw new AppError('conflict', reason, { field });
  }
  forgetSkills();
  return { slug: input.slug, version };
}

async function requireRelatives(input: SaveSkillInput): Promise<void> {
  const others = [...input.broader, ...input.related.map((related) => related.slug)];
  if (others.length === 0) return;
  const known = await Skills.countDocuments({ _id: op({ $in: others }) });
  if (known < others.length) throw new AppError('invalid', 'skill_error_unknown', { field: 'related' });
}

/** The heir may be chosen itself, so that heirs never lead in a circle. */
async function requireHeir(input: SaveSkillInput): Promise<void> {
  const refusal = whyNotHeir(input);
  if (refusal) throw new AppError('invalid', refusal, { field: 'replacedBy' });
  if (!input.replacedBy || (await Skills.exists({ _id: input.replacedBy, active: true }))) return;
  throw new AppError('invalid', 'skill_error_heir_retired', { field: 'replacedBy' });
}

function toRecord(skill: Omit<SkillRecord, 'escoUri'> & { escoUri?: string | null }): SkillRecord {
  const { group, labels, escoUri, broader, related, active, replacedBy = null } = skill;
  return { group, labels, escoUri: escoUri ?? null, broader, related, active, replacedBy };
}
