/** On the day: rounds that follow a gong struck late, and a delegate who is missing while her colleague is there. */
import { afterEach, describe, expect, it } from 'vitest';
import { moveEdition } from '../../../src/lib/domains/exchange/server/commands/editions/move-edition';
import { checkIn } from '../../../src/lib/domains/exchange/server/commands/registrations/check-in';
import { scanBadge } from '../../../src/lib/domains/exchange/server/commands/registrations/scan-badge';
import { badgeAddress, badgeSecretOf } from '../../../src/lib/domains/exchange/server/badges/badge-code';
import { markGone } from '../../../src/lib/domains/exchange/server/commands/schedule/mark-gone';
import { publishSchedule } from '../../../src/lib/domains/exchange/server/commands/schedule/publish-schedule';
import { repairAgendas } from '../../../src/lib/domains/exchange/server/commands/schedule/repair-agendas';
import { shiftRounds } from '../../../src/lib/domains/exchange/server/commands/schedule/shift-rounds';
import { personCalendar } from '../../../src/lib/domains/exchange/server/plans/agenda-calendar';
import { logAfter } from '../../../src/lib/domains/exchange/server/floor/floor-log';
import { boardPage } from '../../../src/lib/domains/exchange/server/queries/board';
import { doorPage } from '../../../src/lib/domains/exchange/server/queries/desk/door';
import { editionPage, organiserDesk } from '../../../src/lib/domains/exchange/server/queries/editions';
import {
  ownAgendasPage,
  personAgendaPage,
} from '../../../src/lib/domains/exchange/server/queries/schedule/agenda-pages';
import { matchmakerPage } from '../../../src/lib/domains/exchange/server/queries/schedule/matchmaker-page';
import { auditFilterOf } from '../../../src/lib/domains/moderation/audit';
import { auditList } from '../../../src/lib/domains/moderation/server/queries/audit-list';
import { setClock } from '../../../src/lib/server/clock';
import { asStranger } from '../../support/contexts';
import { atOnce } from '../../support/at-once';
import { drainAll, mailTo } from '../../support/drain';
import { aDelegate } from '../../support/factories/exchange';
import { aFloor, planFor, readSchedule } from './support/floors';

afterEach(() => setClock());
afterEach(drainAll);

describe('a gong struck late', () => {
  it('moves all rounds by one press of one person, and back by another; agendas, mails and the floor say so', async () => {
    const { edition, registrations } = await aFloor(4, { rounds: 3 });
    const plan = await planFor(edition);
    const organiser = () => edition.byOrganiser();
    await publishSchedule(await organiser(), edition.slug, { plan: plan.id });
    const press = async (to: 'gong' | 'announced') => {
      const { version } = await readSchedule(edition);
      return shiftRounds(await organiser(), edition.slug, { to, version });
    };
    await expect(press('gong')).rejects.toMatchObject({ reason: 'schedule_refusal_not_open' });
    // Planned for five o'clock, struck twenty-five minutes and some seconds later: two rounds should have begun.
    setClock(new Date('2027-03-12T16:24:40Z'));
    await moveEdition(await organiser(), edition.slug, 'open_floor');
    await drainAll();
    const desk = await organiserDesk(await organiser(), edition.slug);
    expect(desk.late).toMatchObject({
      movedBy: 0,
      offer: { minutes: 25, firstAt: '2027-03-12T16:25:00.000Z', isAfterClosing: false },
    });
    const member = await registrations[0]!.byMember();
    const before = (await ownAgendasPage(member, edition.slug)).people![0]!;
    const { version } = await readSchedule(edition);
    const at = await organiser();
    const two = await atOnce([1, 2].map(() => () => shiftRounds(at, edition.slug, { to: 'gong', version })));
    expect(two.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(two.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', reason: 'schedule_refusal_repaired' },
    });
    await expect(press('gong')).rejects.toMatchObject({ reason: 'schedule_refusal_in_time' });

    const after = await ownAgendasPage(member, edition.slug);
    expect(after.movedBy).toBe(25);
    const later = (iso: string) => new Date(new Date(iso).getTime() + 25 * 60_000).toISOString();
    // Everything but the clock stays.
    expect(after.people![0]!.lines).toEqual(
      before.lines.map((line) => ({ ...line, start: later(line.start), end: later(line.end) })),
    );
    expect((await personAgendaPage(asStranger(), edition.slug, before.code)).movedBy).toBe(25);
    expect(await (await personCalendar(asStranger(), edition.slug, before.code)).text()).toContain('T162500Z');
    expect((await editionPage(asStranger(), edition.slug)).roundsMovedBy).toBe(25);
    expect((await boardPage(asStranger(), edition.slug)).rounds).toMatchObject({
      frame: { startsAt: new Date('2027-03-12T16:25:00Z') },
      movedBy: 25,
    });
    const page = await matchmakerPage(await organiser(), edition.slug);
    expect(page.repair).toMatchObject({ next: 0, late: { movedBy: 25, offer: null } });
    await drainAll();
    const mails = async () =>
      (await mailTo(registrations[0]!.organisation.ownerEmail)).filter(({ subject }) =>
        subject.startsWith('New times'),
      );
    expect(await mails()).toHaveLength(1);

    await press('announced');
    await drainAll();
    // The boards hear of both.
    expect((await logAfter(edition.id, 0)).map(({ kind }) => kind)).toEqual([
      'gong_opened',
      'rounds_moved',
      'rounds_moved',
    ]);
    expect((await boardPage(asStranger(), edition.slug)).rounds).toMatchObject({ movedBy: 0 });
    expect(await mails()).toHaveLength(2);
    expect((await ownAgendasPage(member, edition.slug)).people![0]!.lines).toEqual(before.lines);
    expect((await organiserDesk(await organiser(), edition.slug)).late).toMatchObject({
      movedBy: 0,
      offer: { minutes: 25 },
    });
    const log = await auditList(
      await organiser(),
      auditFilterOf(new URLSearchParams({ about: `edition:${edition.id}` })),
    );
    expect(log.lines.map(({ kind, after: to }) => [kind, to])).toEqual([
      ['schedule.shifted', '0'],
      ['schedule.shifted', '25'],
      ['edition.moved', 'floor_open'],
      ['schedule.published', null],
      ['edition.moved', 'open'],
    ]);
    await expect(shiftRounds(member, edition.slug, { to: 'gong', version: 1 })).rejects.toMatchObject({
      code: 'not_found',
    });
  }, 180_000);

  it('struck in time, or a little after, nothing is offered', async () => {
    const { edition } = await aFloor(2);
    const plan = await planFor(edition);
    await publishSchedule(await edition.byOrganiser(), edition.slug, { plan: plan.id });
    setClock(new Date('2027-03-12T16:01:30Z'));
    await moveEdition(await edition.byOrganiser(), edition.slug, 'open_floor');
    expect((await organiserDesk(await edition.byOrganiser(), edition.slug)).late).toBeNull();
  });
});

describe('a delegate who is missing while her colleague is there', () => {
  it('is waited for by herself: the colleague takes her meetings over, or they are called off, and nobody else’s', async () => {
    const { edition, registrations } = await aFloor(5, {
      rounds: 3,
      more: { 0: [aDelegate({ name: 'The colleague' })] },
    });
    const plan = await planFor(edition);
    const organiser = () => edition.byOrganiser();
    await publishSchedule(await organiser(), edition.slug, { plan: plan.id });
    await moveEdition(await organiser(), edition.slug, 'open_floor');
    const [pair, ...others] = registrations as [(typeof registrations)[0], ...typeof registrations];
    for (const { id } of others) await checkIn(await organiser(), edition.slug, { registration: id, what: 'arrive' });
    const own = (await doorPage(await organiser(), edition.slug, { text: pair.name, code: '' })).guests[0]!;
    const [first, colleague] = own.delegates.map(({ id }) => id) as [string, string];
    const scan = async (delegate: string) => {
      const code = badgeAddress(edition.slug, delegate, await badgeSecretOf(edition.id));
      return scanBadge(await organiser(), edition.slug, { code });
    };
    // Her colleague's badge alone is read.
    expect(await scan(colleague)).toMatchObject({ result: 'arrived', person: 'The colleague' });
    expect(await scan(colleague)).toMatchObject({ result: 'already' });
    const away = async () =>
      (await doorPage(await organiser(), edition.slug, { text: pair.name, code: '' })).guests[0]!.delegates.map(
        ({ isAway }) => isAway,
      );
    expect(await away()).toEqual([true, false]);
    setClock(new Date('2027-03-12T15:55:00Z'));
    const missing = async () => (await matchmakerPage(await organiser(), edition.slug)).repair!.missing;
    expect(await missing()).toMatchObject([{ id: pair.id, delegate: first, gone: false }]);

    const before = (await readSchedule(edition)).announcement!.meetings;
    const repair = async (from: number) => {
      const { version } = await readSchedule(edition);
      return repairAgendas(await organiser(), edition.slug, { from, version });
    };
    const of = (person: string) => (one: { delegateA: string; delegateB: string }) =>
      one.delegateA === person || one.delegateB === person;
    await repair(0);
    const now = (await readSchedule(edition)).announcement!.meetings;
    // She misses the round at hand; the later ones wait for her.
    for (const round of [0, 1, 2]) {
      const hers = now.filter((one) => one.round === round && one.mark !== 'cancelled').filter(of(first));
      expect(hers).toHaveLength(round === 0 ? 0 : before.filter((one) => one.round === round).filter(of(first)).length);
    }
    const untouched = before.filter((one) => !of(first)(one));
    expect(now.filter(({ mark }) => mark === null)).toEqual(expect.arrayContaining(untouched));

    // She is not coming at all: whatever her colleague is free for is hers.
    await markGone(await organiser(), edition.slug, { registration: pair.id, delegate: first, absent: true });
    expect(await missing()).toMatchObject([{ delegate: first, gone: true }]);
    await repair(1);
    const last = (await readSchedule(edition)).announcement!.meetings.filter(({ mark }) => mark !== 'cancelled');
    expect(last.filter(of(first))).toEqual([]);
    const busy = last.filter(of(colleague)).map(({ round }) => round);
    expect(new Set(busy).size).toBe(busy.length);
    await expect(
      markGone(await organiser(), edition.slug, {
        registration: pair.id,
        delegate: others[0]!.delegateId,
        absent: true,
      }),
    ).rejects.toMatchObject({ code: 'not_found' });

    // She comes after all, and her colleague leaves; whoever brings the last one out takes the organisation along.
    expect(await scan(first)).toMatchObject({ result: 'arrived' });
    expect(await away()).toEqual([false, false]);
    const leave = async (delegate: string) =>
      checkIn(await organiser(), edition.slug, { registration: pair.id, what: 'leave', delegate });
    expect((await leave(colleague)).result).toBe('left');
    expect((await leave(colleague)).result).toBe('already');
    expect(await away()).toEqual([false, true]);
    await leave(first);
    expect((await matchmakerPage(await organiser(), edition.slug)).arrived).toBe(4);
    // By name all of them come.
    await checkIn(await organiser(), edition.slug, { registration: pair.id, what: 'undo' });
    await checkIn(await organiser(), edition.slug, { registration: pair.id, what: 'arrive' });
    expect(await away()).toEqual([false, false]);
  }, 180_000);
});
