/** Supervisors of students: the link, what it signs, who may replace whom, and a mission that is not public. */
import { afterEach, describe, expect, it } from 'vitest';
import { personalDataOf } from '../../../../src/lib/domains/accounts/server/personal-data';
import { changeCharter } from '../../../../src/lib/domains/engagements/server/commands/charter/change-charter';
import { coSignCharter } from '../../../../src/lib/domains/engagements/server/commands/team/co-sign-charter';
import { nameSupervisor } from '../../../../src/lib/domains/engagements/server/commands/team/name-supervisor';
import { refuseSupervision } from '../../../../src/lib/domains/engagements/server/commands/team/refuse-supervision';
import { releaseSupervisor } from '../../../../src/lib/domains/engagements/server/commands/team/release-supervisor';
import { resendSupervisorLink } from '../../../../src/lib/domains/engagements/server/commands/team/resend-supervisor-link';
import { forgetPerson } from '../../../../src/lib/domains/engagements/server/own-personal-data';
import { supervisionByToken } from '../../../../src/lib/domains/engagements/server/queries/together/supervision-by-token';
import { teamPage } from '../../../../src/lib/domains/engagements/server/queries/together/team-page';
import { now, setClock } from '../../../../src/lib/server/clock';
import { DAY } from '../../../../src/lib/shared/dates';
import type { SectionInput } from '../../../../src/lib/domains/volunteers/volunteer-input';
import { asPerson, asStranger } from '../../../support/contexts';
import { drainAll, mailTo } from '../../../support/drain';
import {
  createApplicant,
  createEngagement,
  createProposed,
  readEngagement,
  signBoth,
  type CreatedApplication,
} from '../../../support/factories/engagements';
import { createMission, readMission } from '../../../support/factories/missions';
import { createSomePerson } from '../../../support/factories/organisations';

const PROFESSOR = {
  name: 'Prof. Ilse Vandamme',
  function: 'Professor of public law',
  institution: 'University of Ghent',
  locale: 'nl' as const,
};
const about: SectionInput = {
  section: 'about',
  values: {
    headline: 'Second year of law',
    bio: '',
    track: 'student',
    employerName: null,
    supervisorName: PROFESSOR.name,
    supervisorEmail: 'ilse@university.example',
  },
};
let mailbox = 0;
const someone = () => ({ ...PROFESSOR, email: `ilse${++mailbox}@university.example` });
const student = (sections: readonly SectionInput[] = []) => createApplicant({}, [about, ...sections]);
const sign = (token: string, version = 1, name = PROFESSOR.name) =>
  coSignCharter(asStranger(), { token, version, name });
const stateOf = async ({ id }: CreatedApplication) => (await readEngagement(id)).state;

afterEach(() => setClock());
afterEach(drainAll);

describe('a student’s charter', () => {
  it('begins with the third signature, given by a link without an account; twice is once', async () => {
    const made = await createProposed({ volunteer: await student() });
    await signBoth(made);
    expect(await stateOf(made)).toBe('proposed');
    const her = await made.byVolunteer();
    expect((await teamPage(her, made.id)).proposed).toMatchObject({ name: PROFESSOR.name });
    const who = someone();
    const { token } = await nameSupervisor(her, { engagementId: made.id, ...who });
    expect((await nameSupervisor(her, { engagementId: made.id, ...who })).token).toBeNull();
    await drainAll();
    const [mail, ...more] = await mailTo(who.email);
    expect(more).toEqual([]);
    expect(mail?.text).toContain(`/nl/supervise/${token}`);
    expect(mail?.text).not.toContain((await readMission(made.mission.id)).title);
    expect(JSON.stringify(await readEngagement(made.id))).not.toContain(token);
    expect(await supervisionByToken(asStranger(), token ?? '')).toMatchObject({ version: 1, isSigned: false });

    await expect(sign('A'.repeat(22))).rejects.toMatchObject({ code: 'not_found' });
    await expect(sign(token ?? '', 1, 'Somebody Else')).rejects.toMatchObject({ field: 'name' });
    await expect(sign(token ?? '', 2)).rejects.toMatchObject({ code: 'conflict' });
    await Promise.all([sign(token ?? ''), sign(token ?? ''), sign(token ?? '')]);
    const work = await readEngagement(made.id);
    expect(work).toMatchObject({
      state: 'active',
      supervision: { state: 'signed', version: 1, hash: work.charter.hash },
    });
    expect(work.timeline.filter(({ what }) => what === 'supervisor_signed')).toHaveLength(1);
    await expect(refuseSupervision(asStranger(), { token: token ?? '', reason: 'No.' })).rejects.toMatchObject({
      reason: 'supervision_refusal_signed',
    });
    const page = JSON.stringify(await teamPage(await made.byNgo(), made.id));
    expect(page).toContain(PROFESSOR.institution);
    expect(page).not.toContain(who.email);
  });

  it('is refused with a reason, and somebody else may be named: the first link ends', async () => {
    const made = await createProposed({ volunteer: await student() });
    await signBoth(made);
    const her = await made.byVolunteer();
    const first = await nameSupervisor(her, { engagementId: made.id, ...someone() });
    await refuseSupervision(asStranger(), { token: first.token ?? '', reason: 'On leave until spring.' });
    await drainAll();
    expect((await mailTo(made.volunteer.email)).at(-1)?.text).toContain('> On leave until spring.');
    const second = await nameSupervisor(her, { engagementId: made.id, ...someone(), name: 'Dr Jan Peeters' });
    await expect(sign(first.token ?? '')).rejects.toMatchObject({ code: 'not_found' });
    await sign(second.token ?? '', 1, 'dr jan  peeters');
    expect(await readEngagement(made.id)).toMatchObject({
      state: 'active',
      formerSupervisors: [{ state: 'refused', email: '' }],
    });
  });

  it('that changes is asked for again, and a link runs out after fourteen days', async () => {
    const made = await createProposed({ volunteer: await student() });
    const her = await made.byVolunteer();
    const who = someone();
    const { token } = await nameSupervisor(her, { engagementId: made.id, ...who });
    await sign(token ?? '');
    setClock(new Date(now().getTime() + DAY));
    const { charter } = await readEngagement(made.id);
    await changeCharter(await made.byNgo(), {
      engagementId: made.id,
      version: 1,
      terms: { ...charter.terms, hours: 12 },
    });
    await drainAll();
    await signBoth(made);
    expect(await stateOf(made)).toBe('proposed');
    await expect(sign(token ?? '', 2)).rejects.toMatchObject({ code: 'not_found' });
    const link = /supervise\/([\w-]+)/.exec((await mailTo(who.email)).at(-1)?.text ?? '')?.[1] ?? '';
    setClock(new Date(now().getTime() + 15 * DAY));
    await expect(sign(link, 2)).rejects.toMatchObject({ reason: 'supervision_refusal_over' });
    const fresh = await resendSupervisorLink(await made.byVolunteer(), { engagementId: made.id });
    await sign(fresh.token ?? '', 2);
    expect(await stateOf(made)).toBe('active');
  });

  it('is the student’s to arrange: not hers, not the NGO’s, nobody’s of the NGO, not without need', async () => {
    const made = await createProposed({ volunteer: await student() });
    const naming = { engagementId: made.id, ...someone() };
    const outsider = await asPerson((await createSomePerson()).id);
    await expect(nameSupervisor(outsider, naming)).rejects.toMatchObject({ code: 'not_found' });
    await expect(nameSupervisor(await made.byNgo(), naming)).rejects.toMatchObject({ code: 'forbidden' });
    const her = await made.byVolunteer();
    await expect(nameSupervisor(her, { ...naming, email: made.volunteer.email })).rejects.toMatchObject({
      reason: 'supervision_refusal_own',
      field: 'email',
    });
    const other = await createEngagement();
    await expect(
      nameSupervisor(await other.byVolunteer(), { ...naming, engagementId: other.id }),
    ).rejects.toMatchObject({ reason: 'supervision_refusal_none' });
    await expect(teamPage(outsider, made.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('of a confidential mission is sent once the NGO has agreed', async () => {
    const mission = await createMission({
      confidentiality: 'cleared',
      anonymisedSummary: 'An NGO looks for a lawyer on a confidential file.',
      title: 'Secret complaint against a ministry',
    });
    const volunteer = await student([{ section: 'interests', values: { interests: [] } }]);
    const made = await createProposed({ mission, volunteer });
    const who = someone();
    const { token } = await nameSupervisor(await made.byVolunteer(), { engagementId: made.id, ...who });
    expect(token).toBeNull();
    await drainAll();
    expect(await mailTo(who.email)).toEqual([]);
    const supervisionId = (await readEngagement(made.id)).supervision?.id ?? '';
    const release = { engagementId: made.id, supervisionId };
    await expect(releaseSupervisor(await made.byVolunteer(), release)).rejects.toMatchObject({ code: 'forbidden' });
    await releaseSupervisor(await made.byNgo(), release);
    await releaseSupervisor(await made.byNgo(), release);
    await drainAll();
    const mails = await mailTo(who.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).not.toContain('Secret complaint');

    expect(JSON.stringify(await personalDataOf(volunteer.id))).not.toContain('tokenHash');
    await forgetPerson(volunteer.id, volunteer.name);
    expect(JSON.stringify(await readEngagement(made.id))).not.toContain(PROFESSOR.institution);
  });
});
