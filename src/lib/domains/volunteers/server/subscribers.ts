/** Wires the volunteers domain into a process: its index, and what it does about other domains' news. */
import './volunteers-events';
import { now } from '$lib/server/clock';
import { subscribe } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { reindexIds } from '$lib/server/search-access';
import { registerErasure } from '$lib/domains/accounts/server/erasure';
import { registerPersonalData } from '$lib/domains/accounts/server/personal-data';
import { everySlug } from '$lib/domains/skills/graph';
import { skillHeirs } from '$lib/domains/skills/server/queries/skill-graph';
import { emptyVolunteer } from './set-state';
import { Volunteers, type VolunteerDocument } from './volunteer.model';
import { registerForgetJob } from './jobs/forget-volunteers';
import { registerVolunteerIndex, VOLUNTEER_INDEX } from './volunteer.search';

async function idsWithSkills(slugs: readonly string[]): Promise<string[]> {
  const found = await Volunteers.find({ 'skills.slug': op({ $in: [...slugs] }) }, { _id: 1 }).lean<{ _id: string }[]>();
  return found.map((volunteer) => volunteer._id);
}

export function registerVolunteersSubscribers(): void {
  registerVolunteerIndex();
  registerForgetJob();
  for (const type of ['volunteer.created', 'volunteer.changed', 'volunteer.removed'] as const) {
    subscribe(type, 'volunteers.index', ({ payload }) => reindexIds(VOLUNTEER_INDEX, [payload.personId]));
  }
  subscribe('account.changed', 'volunteers.index-with-name', ({ payload }) =>
    reindexIds(VOLUNTEER_INDEX, [payload.personId]),
  );
  subscribe('skill.saved', 'volunteers.index-with-skill', async ({ payload }) => {
    await reindexIds(VOLUNTEER_INDEX, await idsWithSkills(everySlug([payload.slug], await skillHeirs())));
  });
  registerErasure('volunteers', async (personId) => void (await emptyVolunteer(personId, now())));
  registerPersonalData('volunteer', async (personId) => {
    const found = await Volunteers.findOne({
      _id: personId,
      state: op({ $in: ['active', 'paused'] as VolunteerDocument['state'][] }),
    }).lean<VolunteerDocument>();
    if (!found) return null;
    const { _id: _person, ...profile } = found;
    return profile;
  });
}
