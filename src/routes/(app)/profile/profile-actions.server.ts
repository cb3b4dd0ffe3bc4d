/** The actions of the profile page: one for each section, and those that pause, resume and remove. */
import { fail, redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { followHeirs } from '$lib/domains/volunteers/server/commands/follow-heirs';
import { pauseVolunteer } from '$lib/domains/volunteers/server/commands/pause-volunteer';
import { removeVolunteer } from '$lib/domains/volunteers/server/commands/remove-volunteer';
import { resumeVolunteer } from '$lib/domains/volunteers/server/commands/resume-volunteer';
import {
  saveVolunteerProfile,
  type SaveVolunteerProfile,
} from '$lib/domains/volunteers/server/commands/save-volunteer-profile';
import { addByName, matchesFor, pickedOf } from '$lib/domains/volunteers/server/queries/named-skills';
import { heirsSchema, nothingSchema, SECTIONS } from '$lib/domains/volunteers/volunteer-input';
import { formAction } from '$lib/server/boundary';
import type { Context } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import { m } from '$lib/paraglide/messages.js';

async function save(ctx: Context, input: SaveVolunteerProfile): Promise<never> {
  await saveVolunteerProfile(ctx, input);
  redirect(303, `${href('/profile')}?saved=${input.section}#${input.section}-section`);
}

const saveSkills = formAction('skills', SECTIONS.skills, async ({ ctx, input: { version, ...input } }) => {
  const skills = await addByName(ctx, input);
  return save(ctx, { section: 'skills', version, values: { skills } });
});

/** A refused list of skills comes back with the names of what was chosen, and with those that may be meant. */
async function skills(event: RequestEvent) {
  const answer = await saveSkills(event);
  const { ctx } = event.locals;
  const { values } = answer.data;
  return fail(answer.status, {
    ...answer.data,
    picked: await pickedOf(ctx, values['skills']),
    matches: await matchesFor(ctx, values['skillName']),
  });
}

export const sectionActions = {
  skills,
  languages: formAction('languages', SECTIONS.languages, ({ ctx, input: { version, ...values } }) =>
    save(ctx, { section: 'languages', version, values }),
  ),
  availability: formAction('availability', SECTIONS.availability, ({ ctx, input: { version, ...values } }) =>
    save(ctx, { section: 'availability', version, values }),
  ),
  about: formAction('about', SECTIONS.about, ({ ctx, input: { version, ...values } }) =>
    save(ctx, { section: 'about', version, values }),
  ),
  place: formAction('place', SECTIONS.place, ({ ctx, input: { version, ...values } }) =>
    save(ctx, { section: 'place', version, values }),
  ),
  licences: formAction('licences', SECTIONS.licences, ({ ctx, input: { version, ...values } }) =>
    save(ctx, { section: 'licences', version, values }),
  ),
  causes: formAction('causes', SECTIONS.causes, ({ ctx, input: { version, ...values } }) =>
    save(ctx, { section: 'causes', version, values }),
  ),
  interests: formAction('interests', SECTIONS.interests, ({ ctx, input: { version, interests } }) =>
    save(ctx, { section: 'interests', version, values: { interests } }),
  ),
  visibility: formAction('visibility', SECTIONS.visibility, ({ ctx, input: { version, ...values } }) =>
    save(ctx, { section: 'visibility', version, values }),
  ),
};

function done(cookies: Cookies, text: string): never {
  setFlash(cookies, { kind: 'success', text });
  redirect(303, href('/profile'));
}

export const aloneActions = {
  heirs: formAction('heirs', heirsSchema, async ({ ctx, input, event }) => {
    await followHeirs(ctx, input);
    done(event.cookies, m.profile_retired_flash());
  }),
  pause: formAction('pause', nothingSchema, async ({ ctx, event }) => {
    await pauseVolunteer(ctx);
    done(event.cookies, m.profile_paused_flash());
  }),
  resume: formAction('resume', nothingSchema, async ({ ctx, event }) => {
    await resumeVolunteer(ctx);
    done(event.cookies, m.profile_resumed_flash());
  }),
  remove: formAction('remove', nothingSchema, async ({ ctx, event }) => {
    await removeVolunteer(ctx);
    done(event.cookies, m.profile_removed_flash());
  }),
};
