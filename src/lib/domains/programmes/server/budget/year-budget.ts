/** Moves minutes between free, reserved and used: each move is one write on the year's document that names what it expects. */
import { isDuplicateKey, op } from '$lib/server/mongo';
import { yearId } from '../../budget';
import { ProgrammeYears, type ProgrammeYearDocument } from '../year.model';

const MAX_TRIES = 20;

export async function findYear(organisationId: string, year: number): Promise<ProgrammeYearDocument | null> {
  return ProgrammeYears.findById(yearId(organisationId, year)).lean<ProgrammeYearDocument>();
}

/** A year begins with the programme's yearly hours, once, whoever comes first. */
export async function ensureYear(organisationId: string, year: number, budgetMinutes: number): Promise<void> {
  const _id = yearId(organisationId, year);
  if (await ProgrammeYears.exists({ _id })) return;
  try {
    await ProgrammeYears.create({ _id, organisationId, year, budgetMinutes, freeMinutes: budgetMinutes });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

export interface ReserveOrder {
  organisationId: string;
  year: number;
  sponsorshipId: string;
  personId: string;
  minutes: number;
  capMinutes: number;
  by: string | null;
  byName: string;
}

export type Reserved = 'reserved' | 'already' | 'no_budget' | 'over_cap';

/**
 * Sets minutes aside for an approval. The filter asks for free minutes and for room under the person's cap, and that this
 * approval has nothing yet: so however many approve at once, the year is never overdrawn and nothing is reserved twice.
 */
export async function reserve(order: ReserveOrder): Promise<Reserved> {
  const { organisationId, year, sponsorshipId, personId, minutes, capMinutes, by, byName } = order;
  const _id = yearId(organisationId, year);
  const hers = `people.${personId}`;
  const room = capMinutes - minutes;
  const underCap = [{ [hers]: op({ $exists: false }) }, { [hers]: op({ $lte: room }) }];
  if (room >= 0) {
    const written = await ProgrammeYears.updateOne(
      {
        _id,
        freeMinutes: op({ $gte: minutes }),
        'reservations.sponsorshipId': op({ $ne: sponsorshipId }),
        $or: underCap,
      },
      {
        $inc: { freeMinutes: -minutes, reservedMinutes: minutes, [hers]: minutes },
        $push: { reservations: { sponsorshipId, personId, minutes, used: 0, by, byName } },
      },
    );
    if (written.matchedCount > 0) return 'reserved';
  }
  const seen = await ProgrammeYears.findById(_id).lean<ProgrammeYearDocument>();
  if (seen?.reservations.some((each) => each.sponsorshipId === sponsorshipId)) return 'already';
  const committed = seen?.people[personId] ?? 0;
  return committed + minutes > capMinutes ? 'over_cap' : 'no_budget';
}

/** Brings what an approval has used to `used` minutes; going through it again changes nothing. Never above its minutes. */
export async function drawDown(
  organisationId: string,
  year: number,
  sponsorshipId: string,
  used: number,
): Promise<void> {
  const _id = yearId(organisationId, year);
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const seen = await ProgrammeYears.findById(_id).lean<ProgrammeYearDocument>();
    const own = seen?.reservations.find((each) => each.sponsorshipId === sponsorshipId);
    if (!own) return;
    const more = Math.min(used, own.minutes) - own.used;
    if (more <= 0) return;
    const written = await ProgrammeYears.updateOne(
      { _id, reservations: op({ $elemMatch: { sponsorshipId, used: own.used } }) },
      { $inc: { 'reservations.$.used': more, reservedMinutes: -more, usedMinutes: more } },
    );
    if (written.matchedCount > 0) return;
  }
  throw new Error(`hours of ${sponsorshipId} could not be drawn down`);
}

/** Ends an approval: what it did not use is free again, for the year and for the person. Repeats harmlessly. */
export async function giveBack(organisationId: string, year: number, sponsorshipId: string): Promise<void> {
  const _id = yearId(organisationId, year);
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const seen = await ProgrammeYears.findById(_id).lean<ProgrammeYearDocument>();
    const own = seen?.reservations.find((each) => each.sponsorshipId === sponsorshipId);
    if (!own) return;
    const unused = own.minutes - own.used;
    const written = await ProgrammeYears.updateOne(
      { _id, reservations: op({ $elemMatch: { sponsorshipId, used: own.used } }) },
      {
        $inc: { freeMinutes: unused, reservedMinutes: -unused, [`people.${own.personId}`]: -unused },
        $pull: { reservations: { sponsorshipId } },
      },
    );
    if (written.matchedCount > 0) return;
  }
  throw new Error(`hours of ${sponsorshipId} could not be given back`);
}

/** @returns false when more is reserved and used already than the new budget holds */
export async function changeBudget(organisationId: string, year: number, budgetMinutes: number): Promise<boolean> {
  const _id = yearId(organisationId, year);
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const seen = await ProgrammeYears.findById(_id).lean<ProgrammeYearDocument>();
    if (!seen) return false;
    const more = budgetMinutes - seen.budgetMinutes;
    if (seen.freeMinutes + more < 0) return false;
    const written = await ProgrammeYears.updateOne(
      { _id, budgetMinutes: seen.budgetMinutes, freeMinutes: op({ $gte: -more }) },
      { $inc: { budgetMinutes: more, freeMinutes: more } },
    );
    if (written.matchedCount > 0) return true;
  }
  return false;
}
