/** The schedule of an edition: asked for, made, announced, taken back; whose mails, whose agendas, what cannot be. */
import { afterEach, describe, expect, it } from 'vitest';
import { standing } from '../../../src/lib/domains/exchange/agenda/agenda';
import { moveEdition } from '../../../src/lib/domains/exchange/server/commands/editions/move-edition';
import { askForRun } from '../../../src/lib/domains/exchange/server/commands/schedule/ask-for-run';
import { publishSchedule } from '../../../src/lib/domains/exchange/server/commands/schedule/publish-schedule';
import { setRounds } from '../../../src/lib/domains/exchange/server/commands/schedule/set-rounds';
import { takeBackSchedule } from '../../../src/lib/domains/exchange/server/commands/schedule/take-back-schedule';
import { setWish } from '../../../src/lib/domains/exchange/server/commands/wishes/set-wish';
import { personCalendar } from '../../../src/lib/domains/exchange/server/plans/agenda-calendar';
import { allAgendasPdf, personAgendaPdf } from '../../../src/lib/domains/exchange/server/plans/agenda-pdf';
import { runPlans } from '../../../src/lib/domains/exchange/server/plans/run-plans';
import { Schedules } from '../../../src/lib/domains/exchange/server/plans/schedule.model';
import {
  ownAgendasPage,
  personAgendaPage,
} from '../../../src/lib/domains/exchange/server/queries/schedule/agenda-pages';
import { schedulePage } from '../../../src/lib/domains/exchange/server/queries/schedule/schedule-page';
import { now, setClock } from '../../../src/lib/server/clock';
import { asPerson, asStranger } from '../../support/contexts';
import { atOnce } from '../../support/at-once';
import { drainAll, mailTo } from '../../support/drain';
import { aDelegate, createEdition, createRegistration } from '../../support/factories/exchange';
import { createPendingOrganisation, createSomePerson } from '../../support/factories/organisations';
import { aFloor, planFor, readSchedule } from './support/floors';

afterEach(() => setClock());
afterEach(drainAll);

describe('a schedule', () => {
  it('is made in the background, is announced once, and each person finds her agenda', async () => {
    const { edition, registrations } = await aFloor(4);
    const organiser = await edition.byOrganiser();
    const asked = await atOnce([1, 2].map(() => () => askForRun(organiser, edition.slug, 'plan')));
    expect(asked.map((one) => one.status === 'fulfilled' && one.value.started).sort()).toEqual([false, true]);
    expect((await schedulePage(organiser, edition.slug)).run?.state).toBe('waiting');
    await runPlans();
    const desk = await schedulePage(organiser, edition.slug);
    expect(desk).toMatchObject({ stale: false, announced: null, run: { state: 'done', share: 1 } });
    expect(desk.plan?.share).toBeCloseTo(1);
    expect(desk.plan?.meetings).toBeGreaterThan(4);

    // Nobody sees it before it is announced.
    const member = await registrations[0]!.byMember();
    expect((await ownAgendasPage(member, edition.slug)).people).toBeNull();
    const plan = desk.plan!.id;
    await Promise.all([1, 2].map(() => publishSchedule(organiser, edition.slug, { plan })));
    await publishSchedule(organiser, edition.slug, { plan });
    await drainAll();
    const about = (mails: { subject: string }[]) => mails.filter(({ subject }) => subject.startsWith('Your agenda'));
    expect(about(await mailTo(registrations[0]!.organisation.ownerEmail))).toHaveLength(1);

    const own = await ownAgendasPage(member, edition.slug);
    expect(own.people?.map(({ registrations: of }) => of[0]?.id)).toEqual([registrations[0]!.id]);
    const [person] = own.people!;
    expect(new Set(person!.lines.map(({ start }) => start)).size).toBe(person!.lines.length);
    expect(new Set(person!.lines.map(({ otherId }) => otherId)).size).toBe(person!.lines.length);
    expect(person!.lines[0]?.points[0]).toContain('offers');

    // The secret address works for a stranger, and only the right one does.
    const stranger = asStranger();
    const page = await personAgendaPage(stranger, edition.slug, person!.code);
    expect(page.person.lines).toEqual(person!.lines);
    const forged = person!.code.slice(0, -1) + (person!.code.endsWith('0') ? '1' : '0');
    const other = await createEdition({ mode: 'rounds' });
    for (const [slug, code] of [
      [edition.slug, forged],
      [edition.slug, registrations[1]!.delegateId],
      [other.slug, person!.code],
    ] as const)
      await expect(personAgendaPage(stranger, slug, code)).rejects.toMatchObject({ code: 'not_found' });
    const calendar = await (await personCalendar(stranger, edition.slug, person!.code)).text();
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(person!.lines.length);
    expect(calendar).toContain('DTSTART:20270312T160000Z');
    for (const answer of [
      await personAgendaPdf(stranger, edition.slug, person!.code),
      await allAgendasPdf(organiser, edition.slug),
    ])
      expect(
        Buffer.from(await answer.arrayBuffer())
          .toString('latin1')
          .slice(0, 5),
      ).toBe('%PDF-');
    const somebody = await asPerson((await createSomePerson()).id);
    await expect(ownAgendasPage(somebody, edition.slug)).rejects.toMatchObject({ code: 'not_found' });
    await expect(allAgendasPdf(somebody, edition.slug)).rejects.toMatchObject({ code: 'not_found' });
  }, 90_000);

  it('is the same for the same input, and keeps what was announced when it is made again', async () => {
    const { edition, registrations } = await aFloor(4);
    const organiser = await edition.byOrganiser();
    const first = await planFor(edition);
    const second = await planFor(edition);
    expect(second.meetings).toEqual(first.meetings);
    await publishSchedule(organiser, edition.slug, { plan: second.id });
    await expect(publishSchedule(organiser, edition.slug, { plan: first.id })).rejects.toMatchObject({
      reason: 'schedule_refusal_newer',
    });
    await takeBackSchedule(organiser, edition.slug);
    await takeBackSchedule(organiser, edition.slug);
    await drainAll();
    const mails = await mailTo(registrations[1]!.organisation.ownerEmail);
    expect(mails.filter(({ subject }) => subject.includes('taken back'))).toHaveLength(1);
    const member = await registrations[1]!.byMember();
    expect((await ownAgendasPage(member, edition.slug)).people).toBeNull();

    await createRegistration(edition);
    expect((await schedulePage(organiser, edition.slug)).stale).toBe(true);
    const third = await planFor(edition);
    expect(third.kept).toBeGreaterThan(0);
    await publishSchedule(organiser, edition.slug, { plan: third.id });
    const announced = standing((await readSchedule(edition)).announcement!.meetings);
    expect(announced).toHaveLength(third.meetings.length);
  }, 90_000);

  it('says by name what cannot be: a veto against a must, one who is never there, and the veto stays hidden', async () => {
    const { edition, registrations } = await aFloor(4, { delegates: [{}, {}, {}, { from: '17:55' }] });
    const [one, two, three, late] = registrations as [
      (typeof registrations)[0],
      (typeof registrations)[0],
      (typeof registrations)[0],
      (typeof registrations)[0],
    ];
    await setWish(await one.byMember(), edition.slug, { registration: one.id, of: two.id, kind: 'must' });
    await setWish(await two.byMember(), edition.slug, { registration: two.id, of: one.id, kind: 'no' });
    await setWish(await three.byMember(), edition.slug, { registration: three.id, of: late.id, kind: 'must' });
    const plan = await planFor(edition);
    expect(plan.meetings.some(({ a, b }) => [a, b].sort().join() === [one.id, two.id].sort().join())).toBe(false);
    const desk = await schedulePage(await edition.byOrganiser(), edition.slug);
    expect(desk.plan?.unmet).toHaveLength(2);
    expect(desk.plan?.unmet.join(' ')).toContain(two.name);
    expect(desk.plan?.unmet.join(' ')).toContain(late.name);
    expect(desk.clashes).toEqual([{ must: one.name, no: two.name }]);
  });

  it('gives one person who comes for two organisations one calendar, and shares the work of several', async () => {
    const email = 'ana@both.example';
    const { edition, registrations } = await aFloor(5, {
      delegates: [{ email }, { email }, {}, {}, {}],
      more: { 2: [aDelegate({ name: 'Second of three' })] },
    });
    const plan = await planFor(edition);
    const key = [registrations[0]!.delegateId, registrations[1]!.delegateId].sort()[0]!;
    const hers = plan.meetings.filter(({ delegateA, delegateB }) => delegateA === key || delegateB === key);
    expect(new Set(hers.map(({ round }) => round)).size).toBe(hers.length);
    const own = new Set([registrations[0]!.id, registrations[1]!.id]);
    expect(hers.every(({ a, b }) => own.has(a) !== own.has(b))).toBe(true);
    const people = plan.meetings.flatMap(({ a, b, delegateA, delegateB }) => [
      ...(a === registrations[2]!.id ? [delegateA] : []),
      ...(b === registrations[2]!.id ? [delegateB] : []),
    ]);
    expect(new Set(people).size).toBe(2);
    await publishSchedule(await edition.byOrganiser(), edition.slug, { plan: plan.id });
    await drainAll();
    // She has no account: the mail with her agenda comes once, for both organisations.
    const mails = await mailTo(email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain(`/agenda/${key}`);
  });

  it('is refused to strangers, in the wrong phase and without anybody to pair', async () => {
    const edition = await createEdition({ mode: 'rounds' });
    const organiser = await edition.byOrganiser();
    await expect(askForRun(organiser, edition.slug, 'plan')).rejects.toMatchObject({
      reason: 'schedule_refusal_nobody',
    });
    const rounds = { rounds: 4, minutes: 10, pause: 5, tables: 10, firstAt: '17:00' };
    await expect(setRounds(organiser, edition.slug, { ...rounds, rounds: 40 })).rejects.toMatchObject({
      reason: 'schedule_refusal_long',
      field: 'rounds',
    });
    await expect(setRounds(organiser, edition.slug, { ...rounds, firstAt: '16:00' })).rejects.toMatchObject({
      field: 'firstAt',
    });
    const [a, b] = [await createRegistration(edition), await createRegistration(edition)];
    const somebody = await asPerson((await createSomePerson()).id);
    for (const ctx of [somebody, await a.byMember()])
      for (const press of [
        () => setRounds(ctx, edition.slug, rounds),
        () => askForRun(ctx, edition.slug, 'plan'),
        () => publishSchedule(ctx, edition.slug, { plan: b.id }),
        () => takeBackSchedule(ctx, edition.slug),
        () => schedulePage(ctx, edition.slug),
      ])
        await expect(press()).rejects.toMatchObject({ code: 'not_found' });
    await expect(publishSchedule(organiser, edition.slug, { plan: b.id })).rejects.toMatchObject({ code: 'conflict' });
    await moveEdition(organiser, edition.slug, 'open_floor');
    for (const press of [
      () => setRounds(organiser, edition.slug, rounds),
      () => askForRun(organiser, edition.slug, 'plan'),
      () => publishSchedule(organiser, edition.slug, { plan: b.id }),
      () => takeBackSchedule(organiser, edition.slug),
    ])
      await expect(press()).rejects.toMatchObject({ reason: 'schedule_refusal_doors' });
    const mingling = await createEdition({ mode: 'mingling' });
    await expect(askForRun(await mingling.byOrganiser(), mingling.slug, 'plan')).rejects.toMatchObject({
      reason: 'schedule_refusal_mode',
    });
  });

  it('begins again after the process that made it was killed', async () => {
    const { edition } = await aFloor(2);
    const organiser = await edition.byOrganiser();
    await askForRun(organiser, edition.slug, 'plan');
    const silent = new Date(now().getTime() - 60_000);
    await Schedules.updateOne({ _id: edition.id }, { $set: { 'run.state': 'running', 'run.beatAt': silent } });
    expect((await schedulePage(organiser, edition.slug)).run?.state).toBe('silent');
    // Two processes look at once: one takes it over.
    await Promise.all([runPlans(), runPlans()]);
    const schedule = await readSchedule(edition);
    expect(schedule.run?.state).toBe('done');
    expect(schedule.plan?.meetings).toHaveLength(1);
    await Schedules.updateOne({ _id: edition.id }, { $set: { 'run.state': 'running', 'run.beatAt': silent } });
    expect(await askForRun(organiser, edition.slug, 'plan')).toEqual({ started: true });
  });
});

describe('a delegate who acts for nobody', () => {
  it('finds her own agenda by the confirmed address of her account', async () => {
    const person = await createSomePerson();
    const organisation = await createPendingOrganisation();
    const edition = await createEdition({ mode: 'rounds' });
    await createRegistration(edition, { organisation, delegates: [aDelegate({ email: person.email }), aDelegate()] });
    await createRegistration(edition);
    const plan = await planFor(edition);
    await publishSchedule(await edition.byOrganiser(), edition.slug, { plan: plan.id });
    const own = await ownAgendasPage(await asPerson(person.id), edition.slug);
    expect(own.people).toHaveLength(1);
  });
});
