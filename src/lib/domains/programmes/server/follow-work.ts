/** Follows the work of a sponsorship: verified hours become statement lines and draw the budget down; the end closes it. */
import { systemContext } from '$lib/server/context';
import { DAY } from '$lib/shared/dates';
import { isDuplicateKey } from '$lib/server/mongo';
import { isSponsored } from '$lib/domains/engagements/hours/sponsored-time';
import { workRecord, type WorkRecord } from '$lib/domains/engagements/server/sponsoring/work-record';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { countable, firstDayOf, WAIT_DAYS } from '../sponsorship';
import { rateFor, valueOf } from '../valuation/labour-cost';
import { findProgramme } from './access';
import { drawDown } from './budget/year-budget';
import { SponsoredEntries, type SponsoredEntry } from './statements/entry.model';
import { markFigures } from './figures/mark-figures';
import { Sponsorships, type SponsorshipDocument } from './sponsorship.model';
import { returnRest, tryMoveSponsorship } from './sponsorships';

/** Safe to repeat: lines are written once by the entry's id, and the budget is brought to their sum. */
export async function followWork(sponsorshipId: string): Promise<void> {
  const sponsorship = await Sponsorships.findById(sponsorshipId).lean<SponsorshipDocument>();
  const work = sponsorship && (await workRecord(sponsorshipId));
  if (!sponsorship || !work) return;
  if (sponsorship.state === 'approved') await countVerified(sponsorship, work);
  await followEnd(sponsorship, work);
}

/** Entries that she declared sponsored, of days on or after that of the approval: everything else is her own time. */
function sponsoredEntries(sponsorship: SponsorshipDocument, work: WorkRecord): WorkRecord['entries'] {
  if (work.personId !== sponsorship.personId) return [];
  const fromDay = firstDayOf(sponsorship);
  return work.entries.filter((entry) => entry.state !== 'rejected' && isSponsored(entry, fromDay));
}

async function countVerified(sponsorship: SponsorshipDocument, work: WorkRecord): Promise<void> {
  const { _id, organisationId, year } = sponsorship;
  const verified = sponsoredEntries(sponsorship, work).filter(({ state }) => state === 'verified');
  const known = await SponsoredEntries.find({ sponsorshipId: _id }, { minutes: 1 }).lean<
    Pick<SponsoredEntry, '_id' | 'minutes'>[]
  >();
  const counted = new Map(known.map(({ _id: id, minutes }) => [id, minutes]));
  const fresh = countable(verified, sponsorship.minutes, counted);
  if (fresh.length > 0) {
    const lines = await linesOf(sponsorship, work, fresh);
    for (const line of lines) await writeOnce(line);
    await markFigures(
      organisationId,
      lines.map(({ day }) => day),
    );
  }
  const total = [...counted.values(), ...fresh.map(({ minutes }) => minutes)].reduce((sum, each) => sum + each, 0);
  if (year !== null) await drawDown(organisationId, year, _id, total);
  if (total !== sponsorship.usedMinutes) await Sponsorships.updateOne({ _id }, { $set: { usedMinutes: total } });
}

async function linesOf(
  sponsorship: SponsorshipDocument,
  work: WorkRecord,
  fresh: readonly { id: string; minutes: number }[],
): Promise<SponsoredEntry[]> {
  const { organisationId, showsMission } = sponsorship;
  const [programme, mission, cards] = await Promise.all([
    findProgramme(organisationId),
    missionForWork(work.missionId),
    organisationCards([organisationId, work.organisationId]),
  ]);
  const country = cards.get(organisationId)?.country ?? 'EU';
  return fresh.flatMap(({ id, minutes }) => {
    const entry = work.entries.find((each) => each.id === id);
    if (!entry) return [];
    const rate = rateFor(programme?.rates ?? [], country, Number(entry.day.slice(0, 4)));
    return [
      {
        _id: id,
        organisationId,
        sponsorshipId: sponsorship._id,
        personId: sponsorship.personId,
        personName: sponsorship.personName,
        team: sponsorship.team,
        roleTitle: sponsorship.roleTitle,
        missionTitle: showsMission ? (mission?.title ?? null) : null,
        ngoName: showsMission ? (cards.get(work.organisationId)?.name ?? null) : null,
        missionId: work.missionId,
        causes: sponsorship.causes,
        skills: sponsorship.skills,
        day: entry.day,
        kind: entry.kind,
        minutes,
        ofMinutes: entry.minutes,
        verifiedByName: entry.decidedByName,
        verifiedAt: entry.decidedAt ?? entry.loggedAt,
        rate,
        value: valueOf(minutes, rate.cents),
      },
    ];
  });
}

async function writeOnce(line: SponsoredEntry): Promise<void> {
  try {
    await SponsoredEntries.create(line);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/** After the end, hours that wait for the NGO are waited for, but not for ever. */
async function followEnd(sponsorship: SponsorshipDocument, work: WorkRecord): Promise<void> {
  const ctx = systemContext();
  const { _id, state } = sponsorship;
  const isOver = work.standing === 'ended' || work.personId !== sponsorship.personId;
  if (!isOver) return;
  if (state === 'requested') {
    await tryMoveSponsorship(ctx, _id, 'lapse');
    return;
  }
  if (state !== 'approved') return returnRest(_id);
  const endedAt = sponsorship.workEndedAt ?? ctx.now;
  if (!sponsorship.workEndedAt) await Sponsorships.updateOne({ _id }, { $set: { workEndedAt: endedAt } });
  const waiting = sponsoredEntries(sponsorship, work).some(({ state: each }) => each !== 'verified');
  if (waiting && ctx.now.getTime() - endedAt.getTime() < WAIT_DAYS * DAY) return;
  await tryMoveSponsorship(ctx, _id, 'close');
  await returnRest(_id);
}
