/** A broker enters what organisations agreed on, as typed or scanned at her table: the sides are found by name or badge. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import type { Leg } from '../../../deal/deal';
import { sidesOf, type IntakeInput } from '../../../deal/intake-input';
import { readParty, type KnownParty } from '../../../deal/party-text';
import { editionFor } from '../../access';
import { writeDown, type WrittenDown } from '../../deals/write-down';
import { toKnownParty } from '../../deals/parties';
import { Registrations, type RegistrationDocument } from '../../registration.model';

/** @throws AppError invalid at the side that is not found; refused by the rules; conflict when the deal is there already */
export async function enterDeal(
  ctx: Context,
  slug: string,
  input: IntakeInput,
  formKey?: string,
): Promise<WrittenDown> {
  requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'broker');
  const approved = await Registrations.find({ editionId: edition._id, state: 'approved' })
    .select({ name: 1, delegates: 1 })
    .lean<Pick<RegistrationDocument, '_id' | 'name' | 'delegates'>[]>();
  const known = approved.map(toKnownParty);
  const count = sidesOf(input.parties);
  const sides = input.parties.slice(0, count).map((text, place) => sideOf(text, place, slug, known));
  const side = (place: number) => sides[place % count] ?? '';
  const legs = input.legs.flatMap((leg, place): Leg[] =>
    leg ? [{ ...leg, giver: side(place), receiver: side(place + 1) }] : [],
  );
  const { contactDay, different, signing, contactBy } = input;
  const content = { legs, contactDay, different, contactBy: contactBy === null ? null : (sides[contactBy] ?? null) };
  if (signing === 'later') return writeDown(ctx, slug, content, formKey);
  const signatures = sides.map((registrationId, place) => ({
    registrationId,
    name: input.signed[place] ?? '',
    at: ctx.now,
    how: signing,
  }));
  return writeDown(ctx, slug, content, formKey, signatures);
}

function sideOf(text: string, place: number, slug: string, known: readonly KnownParty[]): string {
  const read = readParty(text, slug, known);
  if ('party' in read) return read.party.id;
  throw new AppError('invalid', read.reason, {
    field: `parties.${place}`,
    params: { text: text.slice(0, 60), names: read.names.join(', ') },
  });
}
