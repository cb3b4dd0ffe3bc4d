/** Registrations before the organiser, one state at a time, and wishes that contradict each other. */
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { labelIn } from '$lib/domains/skills/labels';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import type { Context } from '$lib/server/context';
import {
  DECISIONS,
  hintsFor,
  mayStep,
  type Decision,
  type Item,
  type RegistrationState,
  type WordingHint,
} from '../../../registration/registration';
import { namedClashes, type NamedClash } from '../../../registration/wishes';
import { editionFor } from '../../access';
import { Registrations, type RegistrationDocument } from '../../registration.model';
import { toEditionCard, type EditionCard } from '../editions';

export interface QueueItem extends Omit<Item, 'skills'> {
  skills: string[];
  hints: WordingHint[];
}

export interface QueueEntry {
  id: string;
  organisationId: string;
  name: string;
  state: RegistrationState;
  kind: string;
  city: string;
  note: string;
  submittedAt: string;
  delegates: string[];
  items: QueueItem[];
  /** What may be decided now. */
  decisions: Decision[];
}

export interface QueuePage {
  edition: EditionCard;
  state: RegistrationState;
  counts: Record<RegistrationState, number>;
  entries: QueueEntry[];
  clashes: NamedClash[];
}

export async function registrationQueue(ctx: Context, slug: string, state: RegistrationState): Promise<QueuePage> {
  const edition = await editionFor(ctx, slug, 'organiser');
  const all = await Registrations.find({ editionId: edition._id })
    .sort({ submittedAt: 1 })
    .lean<RegistrationDocument[]>();
  const counts = { submitted: 0, changes_requested: 0, approved: 0, waitlisted: 0, refused: 0, withdrawn: 0 };
  for (const one of all) counts[one.state] += 1;
  const shown = all.filter((one) => one.state === state);
  const cards = await organisationCards(shown.map(({ organisationId }) => organisationId));
  const labels = await skillLabels(
    ctx,
    shown.flatMap(({ items }) => items.flatMap(({ skills }) => skills)),
  );
  const labelOf = (skill: string) => {
    const found = labels.get(skill);
    return found ? labelIn(found.labels, ctx.locale) : skill;
  };
  return {
    edition: toEditionCard(edition),
    state,
    counts,
    entries: shown.map((one) => ({
      id: one._id,
      organisationId: one.organisationId,
      name: one.name,
      state: one.state,
      kind: cards.get(one.organisationId)?.kind ?? 'other',
      city: cards.get(one.organisationId)?.city ?? '',
      note: one.note,
      submittedAt: one.submittedAt.toISOString(),
      delegates: one.delegates.map(({ name }) => name),
      items: one.items.map((item) => ({ ...item, skills: item.skills.map(labelOf), hints: hintsFor(item) })),
      decisions: DECISIONS.filter((decision) => mayStep(one.state, decision)),
    })),
    clashes: namedClashes(
      all.filter((one) => one.state === 'approved').map(({ _id, name, wishes }) => ({ id: _id, name, wishes })),
    ),
  };
}
