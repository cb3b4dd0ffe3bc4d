/** What plans and lists are made from, read at once: the organisations that have a place, and the kinship of skills. */
import { createHash } from 'node:crypto';
import { skillGraph } from '$lib/domains/skills/server/queries/skill-graph';
import type { Context } from '$lib/server/context';
import { neededSkills, scoringOf } from '../../agenda/floor-problem';
import { frameOf, usualRounds, type Frame, type RoundSettings } from '../../agenda/rounds';
import type { ScoringInput } from '../../schedule/scoring/score-pairs';
import type { EditionDocument } from '../edition.model';
import { Registrations, type RegistrationDocument } from '../registration.model';

/** In an order that does not change between two reads. */
export async function approvedIn(editionId: string): Promise<RegistrationDocument[]> {
  return Registrations.find({ editionId, state: 'approved' }).sort({ _id: 1 }).lean<RegistrationDocument[]>();
}

export function roundSettings(edition: EditionDocument): RoundSettings {
  const { rounds, roundTiming } = edition;
  if (!rounds || !roundTiming) return usualRounds(edition);
  const { minutes, pause, tables, firstAt } = roundTiming;
  return { rounds, minutes, pause, tables, firstAt };
}

export const frameNow = (edition: EditionDocument): Frame => frameOf(roundSettings(edition), edition);

/** The first opening gong, as planned and as struck; null before it, and where the floor was opened again. */
export function gongOf({ startsAt, openedAt, openings }: EditionDocument): { planned: Date; struck: Date } | null {
  return openedAt && openings === 1 ? { planned: startsAt, struck: openedAt } : null;
}

export async function scoringFor(
  ctx: Context,
  edition: EditionDocument,
  registrations: readonly RegistrationDocument[],
): Promise<ScoringInput> {
  const skills = neededSkills(registrations, await skillGraph(ctx));
  return scoringOf(registrations, edition.reciprocity, skills);
}

/** Changes when a new plan could turn out otherwise. */
export function basisOf(edition: EditionDocument, registrations: readonly RegistrationDocument[]): string {
  const facts = registrations.map(({ _id, delegates, items, wishes }) => ({
    _id,
    delegates: delegates.map(({ id, from, until, email }) => ({ id, from, until, email })),
    items: items.map(({ id, side, category, title, text, place, quantity, unit, period, skills }) => ({
      ...{ id, side, category, title, text, place, quantity, unit, period },
      skills: [...skills],
    })),
    wishes: wishes.map(({ of, kind }) => `${kind} ${of}`).sort(),
  }));
  const all = JSON.stringify([frameNow(edition), edition.reciprocity, edition.timeZone, facts]);
  return createHash('sha256').update(all, 'utf8').digest('base64url').slice(0, 22);
}
