/** On the day: repair of agendas, the matchmaker's list, and lists and rings before it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Announced } from '../../../src/lib/domains/exchange/agenda/agenda';
import { appointStaff } from '../../../src/lib/domains/exchange/server/commands/editions/appoint-staff';
import { moveEdition } from '../../../src/lib/domains/exchange/server/commands/editions/move-edition';
import { checkIn } from '../../../src/lib/domains/exchange/server/commands/registrations/check-in';
import { withdrawRegistration } from '../../../src/lib/domains/exchange/server/commands/registrations/withdraw-registration';
import { askForRun } from '../../../src/lib/domains/exchange/server/commands/schedule/ask-for-run';
import { markGone } from '../../../src/lib/domains/exchange/server/commands/schedule/mark-gone';
import { noteAttempt } from '../../../src/lib/domains/exchange/server/commands/schedule/note-attempt';
import { publishLists } from '../../../src/lib/domains/exchange/server/commands/schedule/publish-lists';
import { publishSchedule } from '../../../src/lib/domains/exchange/server/commands/schedule/publish-schedule';
import { repairAgendas } from '../../../src/lib/domains/exchange/server/commands/schedule/repair-agendas';
import { setWish } from '../../../src/lib/domains/exchange/server/commands/wishes/set-wish';
import { runPlans } from '../../../src/lib/domains/exchange/server/plans/run-plans';
import { ownAgendasPage } from '../../../src/lib/domains/exchange/server/queries/schedule/agenda-pages';
import { matchmakerPage } from '../../../src/lib/domains/exchange/server/queries/schedule/matchmaker-page';
import { suggestionsPage } from '../../../src/lib/domains/exchange/server/queries/schedule/suggestions-page';
import { setClock } from '../../../src/lib/server/clock';
import { atOnce } from '../../support/at-once';
import { asPerson } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { anItem, createEdition, createRegistration, type CreatedEdition } from '../../support/factories/exchange';
import { createSomePerson } from '../../support/factories/organisations';
import { aFloor, planFor, readSchedule } from './support/floors';

afterEach(() => setClock());
afterEach(drainAll);

async function aMatchmaker(edition: CreatedEdition) {
  const person = await createSomePerson();
  await appointStaff(await edition.byOrganiser(), edition.slug, {
    email: person.email,
    role: 'matchmaker',
    corner: null,
  });
  return () => asPerson(person.id);
}

const slotOf = ({ round, table, a, b, delegateA, delegateB }: Announced) =>
  [round, table, a, b, delegateA, delegateB].join(' ');

describe('a repair on the day', () => {
  it('moves no announced meeting, fills idle people, marks and mails what changed; of two at once one is told', async () => {
    const { edition, registrations } = await aFloor(6, { rounds: 3 });
    const plan = await planFor(edition);
    const organiser = await edition.byOrganiser();
    await publishSchedule(organiser, edition.slug, { plan: plan.id });
    const matchmaker = await aMatchmaker(edition);
    const [missing, leaving] = [registrations[0]!, registrations[1]!];
    const press = async (from: number) => {
      const { version } = await readSchedule(edition);
      return repairAgendas(await matchmaker(), edition.slug, { from, version });
    };
    await expect(press(0)).rejects.toMatchObject({ reason: 'schedule_refusal_not_open' });
    await moveEdition(organiser, edition.slug, 'open_floor');
    for (const { id } of registrations.slice(1))
      await checkIn(organiser, edition.slug, { registration: id, what: 'arrive' });
    setClock(new Date('2027-03-12T16:05:00Z'));
    const page = await matchmakerPage(await matchmaker(), edition.slug);
    expect(page.repair).toMatchObject({ next: 1, missing: [{ id: missing.id, gone: false }] });
    await drainAll();

    const before = (await readSchedule(edition)).announcement!.meetings;
    const { version } = await readSchedule(edition);
    const at = await matchmaker();
    const two = await atOnce([1, 2].map(() => () => repairAgendas(at, edition.slug, { from: 1, version })));
    expect(two.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(two.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', reason: 'schedule_refusal_repaired' },
    });
    const after = (await readSchedule(edition)).announcement!.meetings;
    const off = after.filter(({ mark }) => mark === 'cancelled');
    // Whoever is waited for misses this round only.
    expect(off.map(({ round, a, b }) => [round, a === missing.id || b === missing.id])).toEqual([[1, true]]);
    const stays = before.filter((one) => !(one.round === 1 && [one.a, one.b].includes(missing.id)));
    const slots = new Set(after.filter(({ mark }) => mark !== 'cancelled').map(slotOf));
    expect(stays.every((one) => slots.has(slotOf(one)))).toBe(true);
    await drainAll();
    const partner = registrations.find(({ id }) => id !== missing.id && [off[0]!.a, off[0]!.b].includes(id))!;
    const mails = await mailTo(partner.organisation.ownerEmail);
    expect(mails.filter(({ subject }) => subject.startsWith('A change in your agenda'))).toHaveLength(1);
    const agenda = await ownAgendasPage(await partner.byMember(), edition.slug);
    expect(agenda.people?.[0]?.lines.find(({ mark }) => mark === 'cancelled')?.otherId).toBe(missing.id);

    // Not coming at all, one leaves, one withdraws: their later meetings end, and those who are left find each other.
    await markGone(await matchmaker(), edition.slug, { registration: missing.id, absent: true });
    await checkIn(organiser, edition.slug, { registration: leaving.id, what: 'leave' });
    await withdrawRegistration(await registrations[2]!.byMember(), edition.slug, {
      registration: registrations[2]!.id,
    });
    await press(2);
    const last = (await readSchedule(edition)).announcement!.meetings;
    const standing = last.filter(({ round, mark }) => round === 2 && mark !== 'cancelled');
    const gone = [missing.id, leaving.id, registrations[2]!.id];
    expect(standing.some(({ a, b }) => gone.includes(a) || gone.includes(b))).toBe(false);
    for (const round of [0, 1, 2]) {
      const people = last
        .filter((one) => one.round === round && one.mark !== 'cancelled')
        .flatMap(({ delegateA, delegateB }) => [delegateA, delegateB]);
      expect(new Set(people).size).toBe(people.length);
    }
    const pairs = last.filter(({ mark }) => mark !== 'cancelled').map(({ a, b }) => [a, b].sort().join());
    expect(new Set(pairs).size).toBe(pairs.length);
    // Nothing is left to do: the next press says so and writes nothing.
    const quiet = await readSchedule(edition);
    expect(await press(2)).toEqual({ added: 0, colleagues: 0, cancelled: 0 });
    expect((await readSchedule(edition)).version).toBe(quiet.version);
    // A late arrival meets people who are idle.
    await markGone(await matchmaker(), edition.slug, { registration: missing.id, absent: false });
    await checkIn(organiser, edition.slug, { registration: missing.id, what: 'arrive' });
    await press(2);
    const late = (await readSchedule(edition)).announcement!.meetings;
    expect(late.filter(({ mark }) => mark !== 'cancelled').length).toBeGreaterThanOrEqual(pairs.length);

    const somebody = await registrations[3]!.byMember();
    for (const refused of [
      () => repairAgendas(somebody, edition.slug, { from: 1, version }),
      () => markGone(somebody, edition.slug, { registration: missing.id, absent: true }),
      () => noteAttempt(somebody, edition.slug, { kind: 'seen', members: [missing.id] }),
      () => matchmakerPage(somebody, edition.slug),
    ])
      await expect(refused()).rejects.toMatchObject({ code: 'not_found' });
  }, 180_000);
});

describe('lists and rings', () => {
  it('are shown once published, leave out who was declined, and rings are proposed by mail to three, once', async () => {
    const edition = await createEdition({ mode: 'mingling', reciprocity: 'encouraged' });
    const organiser = await edition.byOrganiser();
    // Each gives what the next needs, and nobody can pay back directly.
    const needs = ['Painting the fence', 'Bookkeeping lessons', 'Transport of chairs'];
    const registrations = [];
    for (const [at, give] of needs.entries())
      registrations.push(
        await createRegistration(edition, {
          items: [
            anItem({ title: give, text: give }),
            anItem({ side: 'request', title: needs[(at + 1) % 3]!, text: needs[(at + 1) % 3]! }),
          ],
        }),
      );
    const [one, two, three] = registrations as [
      (typeof registrations)[0],
      (typeof registrations)[0],
      (typeof registrations)[0],
    ];
    await expect(publishLists(organiser, edition.slug)).rejects.toMatchObject({ reason: 'schedule_refusal_no_lists' });
    await askForRun(organiser, edition.slug, 'lists');
    await runPlans();
    expect((await suggestionsPage(await one.byMember(), edition.slug)).published).toBe(false);
    await Promise.all([publishLists(organiser, edition.slug), publishLists(organiser, edition.slug)]);
    await drainAll();
    const mails = await mailTo(one.organisation.ownerEmail);
    expect(mails.filter(({ subject }) => subject.startsWith('Whom to meet'))).toHaveLength(1);
    const own = await suggestionsPage(await one.byMember(), edition.slug);
    expect(own.lists[0]?.partners.map(({ id }) => id).sort()).toEqual([two.id, three.id].sort());
    expect(own.lists[0]?.partners[0]?.words[0]?.reasons.join()).toMatch(/corner|words in common/);
    const somebody = await asPerson((await createSomePerson()).id);
    await expect(suggestionsPage(somebody, edition.slug)).rejects.toMatchObject({ code: 'not_found' });

    const matchmaker = await aMatchmaker(edition);
    await moveEdition(organiser, edition.slug, 'open_floor');
    for (const { id } of registrations) await checkIn(organiser, edition.slug, { registration: id, what: 'arrive' });
    const page = await matchmakerPage(await matchmaker(), edition.slug);
    expect(page.waiting.map(({ id }) => id).sort()).toEqual(registrations.map(({ id }) => id).sort());
    expect(page.waiting[0]?.partners.length).toBeGreaterThan(0);
    const only = { categories: ['knowledge' as const], text: '', page: 1 };
    expect(await matchmakerPage(await matchmaker(), edition.slug, only)).toMatchObject({ found: 0, waitingCount: 3 });
    const named = { categories: [], text: two.name, page: 7 };
    expect((await matchmakerPage(await matchmaker(), edition.slug, named)).waiting.map(({ id }) => id)).toEqual([
      two.id,
    ]);
    const [ring] = page.rings;
    expect(ring?.members).toHaveLength(3);
    expect(ring?.texts).toHaveLength(3);
    const at = await matchmaker();
    const propose = () => noteAttempt(at, edition.slug, { kind: 'ring', members: ring!.members });
    const made = await atOnce([propose, propose]);
    expect(made.map((each) => each.status === 'fulfilled' && each.value.created).sort()).toEqual([false, true]);
    await drainAll();
    for (const { organisation } of registrations) {
      const written = await mailTo(organisation.ownerEmail);
      expect(written.filter(({ subject }) => subject.startsWith('A ring of three'))).toHaveLength(1);
    }
    await noteAttempt(at, edition.slug, { kind: 'pair', members: [one.id, two.id] });
    const next = await matchmakerPage(await matchmaker(), edition.slug);
    expect(next.rings[0]?.proposedAt).not.toBeNull();
    expect(next.waiting.find(({ id }) => id === one.id)?.partners.map(({ id }) => id)).not.toContain(two.id);
    await expect(noteAttempt(at, edition.slug, { kind: 'pair', members: [one.id, one.id] })).rejects.toMatchObject({
      code: 'invalid',
    });
    const elsewhere = await createEdition();
    const stranger = await createRegistration(elsewhere);
    await expect(noteAttempt(at, edition.slug, { kind: 'pair', members: [one.id, stranger.id] })).rejects.toMatchObject(
      { code: 'not_found' },
    );

    await setWish(await three.byMember(), edition.slug, { registration: three.id, of: one.id, kind: 'no' });
    const left = await suggestionsPage(await one.byMember(), edition.slug);
    expect(left.lists[0]?.partners.map(({ id }) => id)).toEqual([two.id]);
    await expect(noteAttempt(at, edition.slug, { kind: 'pair', members: [one.id, three.id] })).rejects.toMatchObject({
      reason: 'schedule_refusal_vetoed',
    });
  }, 180_000);
});
