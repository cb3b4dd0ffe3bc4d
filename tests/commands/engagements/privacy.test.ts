/** What leaves with a person, what she can take along, who knows her, and timers that tell both sides. */
import { afterEach, describe, expect, it } from 'vitest';
import { personalDataOf } from '../../../src/lib/domains/accounts/server/personal-data';
import { declineApplication } from '../../../src/lib/domains/engagements/server/commands/applications/decline-application';
import { logHours } from '../../../src/lib/domains/engagements/server/commands/hours/log-hours';
import { endOverdue, remindOfReplies } from '../../../src/lib/domains/engagements/server/jobs/application-timers';
import { forgetPerson } from '../../../src/lib/domains/engagements/server/own-personal-data';
import { applicationPage } from '../../../src/lib/domains/engagements/server/queries/application-page';
import { isKnownByWork } from '../../../src/lib/domains/engagements/server/queries/is-known-by-work';
import { myWork } from '../../../src/lib/domains/engagements/server/queries/my-work';
import { ngoBoard } from '../../../src/lib/domains/engagements/server/queries/ngo-board';
import { personContact } from '../../../src/lib/domains/accounts/server/queries/person-contact';
import { organisationCards } from '../../../src/lib/domains/organisations/server/queries/organisation-cards';
import { now, setClock } from '../../../src/lib/server/clock';
import { addWorkingDays, HOUR, isoDay } from '../../../src/lib/shared/dates';
import { asPerson } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import type { SectionInput } from '../../../src/lib/domains/volunteers/volunteer-input';
import {
  createApplicant,
  createApplication,
  createEngagement,
  readApplication,
  readEngagement,
} from '../../support/factories/engagements';
import { createMission } from '../../support/factories/missions';
import { createSomePerson } from '../../support/factories/organisations';

afterEach(() => setClock());
// Each test leaves nothing for the next one to deliver.
afterEach(drainAll);

describe('a person who leaves', () => {
  it('takes her name and words along; hours stay as numbers, open applications end', async () => {
    const made = await createEngagement();
    const { id, volunteer } = made;
    const day = isoDay(now());
    await logHours(await made.byVolunteer(), { engagementId: id, day, minutes: 90, kind: 'review', note: 'Private.' });
    const open = await createApplication({ mission: await createMission(), volunteer });
    await forgetPerson(volunteer.id, volunteer.name);
    await forgetPerson(volunteer.id, volunteer.name);
    const engagement = await readEngagement(id);
    expect(engagement).toMatchObject({ state: 'terminated', credit: 'anonymous', hours: [{ minutes: 90, note: '' }] });
    expect(JSON.stringify(engagement)).not.toContain(volunteer.name);
    expect(await readApplication(open.id)).toMatchObject({ state: 'withdrawn', note: '' });
  });

  it('can take everything about her along, but not what an NGO noted for itself', async () => {
    const made = await createApplication();
    await declineApplication(await made.byNgo(), { applicationId: made.id, reason: 'Too junior for us.' });
    const data = JSON.stringify(await personalDataOf(made.volunteer.id));
    expect(data).toContain(made.id);
    expect(data).not.toContain('Too junior');
    const page = JSON.stringify(await applicationPage(await made.byVolunteer(), made.id));
    expect(page).not.toContain('Too junior');
    expect(JSON.stringify(await applicationPage(await made.byNgo(), made.id))).toContain('Too junior');
  });
});

describe('who knows whom', () => {
  it('an NGO knows those who applied to it, a stranger sees no page and no board', async () => {
    const made = await createApplication();
    expect(await isKnownByWork(made.volunteer.id, [made.mission.organisationId])).toBe(true);
    expect(await isKnownByWork(made.volunteer.id, ['00000000000000000000'])).toBe(false);
    const outsider = await asPerson((await createSomePerson()).id);
    await expect(applicationPage(outsider, made.id)).rejects.toMatchObject({ code: 'not_found' });
    const slug = (await organisationCards([made.mission.organisationId])).get(made.mission.organisationId)?.slug ?? '';
    await expect(ngoBoard(outsider, slug)).rejects.toMatchObject({ code: 'not_found' });
    const board = await ngoBoard(await made.byNgo(), slug);
    expect(board.missions[0]?.groups[0]?.applications.map(({ id }) => id)).toEqual([made.id]);
    expect((await myWork(await made.byVolunteer())).applications.map(({ id }) => id)).toEqual([made.id]);
    expect((await myWork(await made.byNgo())).organisations).toMatchObject([{ slug, tasks: 1 }]);
  });

  it('a mission that needs clearing is not named to who was not cleared', async () => {
    const mission = await createMission({
      confidentiality: 'cleared',
      anonymisedSummary: 'An NGO looks for a lawyer on a confidential file.',
      title: 'Secret complaint against a ministry',
    });
    await expect(createApplication({ mission })).rejects.toMatchObject({ reason: 'profile_refusal_undeclared' });
    const volunteer = await createApplicant({}, [{ section: 'interests', values: { interests: [] } }]);
    const made = await createApplication({ mission, volunteer });
    await drainAll();
    const [mail] = await mailTo(made.volunteer.email);
    expect(mail?.text).not.toContain('Secret complaint');
    const page = await applicationPage(await made.byVolunteer(), made.id);
    expect(page.ngo).toBeNull();
    expect(JSON.stringify(page)).not.toContain('Secret complaint');
  });
});

describe('the timers of replies', () => {
  it('remind the NGO twice, then let the application expire with a kind mail and a mark against the NGO', async () => {
    const made = await createApplication();
    await drainAll();
    const owner = await personContact(made.mission.ownerId);
    const start = now();
    for (const days of [2, 4]) {
      setClock(new Date(addWorkingDays(start, days).getTime() + HOUR));
      await remindOfReplies();
      await remindOfReplies();
      await drainAll();
    }
    const reminders = (await mailTo(owner?.email ?? '')).filter(({ subject }) => subject.includes('waits for your'));
    expect(reminders).toHaveLength(2);
    setClock(new Date(addWorkingDays(start, 5).getTime() + HOUR));
    await endOverdue();
    await endOverdue();
    await drainAll();
    expect(await readApplication(made.id)).toMatchObject({ state: 'expired', endCause: 'no_reply' });
    expect((await mailTo(made.volunteer.email)).at(-1)?.text).toContain('This is not about you');
    const { organisationId } = made.mission;
    expect((await organisationCards([organisationId])).get(organisationId)?.shareAnswered).toBe(0);
  });
});

describe('a student’s supervisor', () => {
  it('is named to the NGO she applied to, without an address, and to nobody else', async () => {
    const about: SectionInput = {
      section: 'about',
      values: {
        headline: 'Second year of law',
        bio: '',
        track: 'student',
        employerName: null,
        supervisorName: 'Prof. Ilse Vandamme',
        supervisorEmail: 'ilse@university.example',
      },
    };
    const made = await createApplication({ volunteer: await createApplicant({}, [about]) });
    const page = await applicationPage(await made.byNgo(), made.id);
    expect(page.applicant?.supervisor).toBe('Prof. Ilse Vandamme');
    expect(JSON.stringify(page)).not.toContain('ilse@university.example');
  });
});
