/** Editions, wishes, badges and the door: who may, what is refused, and what two at once do. */
import { afterEach, describe, expect, it } from 'vitest';
import { badgeAddress, badgeSecretOf } from '../../../src/lib/domains/exchange/server/badges/badge-code';
import { badgesPdfBytes } from '../../../src/lib/domains/exchange/server/badges/badges-pdf';
import { browseFilterOf } from '../../../src/lib/domains/exchange/registration/browse-filter';
import { MUSTS_MINGLING, namedClashes } from '../../../src/lib/domains/exchange/registration/wishes';
import { appointStaff } from '../../../src/lib/domains/exchange/server/commands/editions/appoint-staff';
import { createEdition as create } from '../../../src/lib/domains/exchange/server/commands/editions/create-edition';
import { dismissStaff } from '../../../src/lib/domains/exchange/server/commands/editions/dismiss-staff';
import { editEdition } from '../../../src/lib/domains/exchange/server/commands/editions/edit-edition';
import { moveEdition } from '../../../src/lib/domains/exchange/server/commands/editions/move-edition';
import { approveRegistrations } from '../../../src/lib/domains/exchange/server/commands/registrations/approve-registrations';
import { checkIn } from '../../../src/lib/domains/exchange/server/commands/registrations/check-in';
import { scanBadge } from '../../../src/lib/domains/exchange/server/commands/registrations/scan-badge';
import { setWish } from '../../../src/lib/domains/exchange/server/commands/wishes/set-wish';
import { Registrations } from '../../../src/lib/domains/exchange/server/registration.model';
import { FloorLog } from '../../../src/lib/domains/exchange/server/floor/floor-log';
import { badgesPage, badgeSheet } from '../../../src/lib/domains/exchange/server/queries/badges';
import { browsePage } from '../../../src/lib/domains/exchange/server/queries/browse';
import { registrationQueue } from '../../../src/lib/domains/exchange/server/queries/desk/queue';
import { editionPage, listEditions, organiserDesk } from '../../../src/lib/domains/exchange/server/queries/editions';
import { setClock } from '../../../src/lib/server/clock';
import { newId } from '../../../src/lib/shared/ids';
import { atOnce } from '../../support/at-once';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import {
  aDelegate,
  anEdition,
  anItem,
  createEdition,
  createRegistration,
  insertSubmitted,
  readEdition,
  readRegistration,
} from '../../support/factories/exchange';
import { createSomePerson } from '../../support/factories/organisations';

afterEach(() => setClock());
afterEach(drainAll);

const kept = (results: PromiseSettledResult<unknown>[]) => results.filter(({ status }) => status === 'fulfilled');

describe('setting up an edition', () => {
  it('is for administrators, once for a form sent ten times, and hidden from strangers until it opens', async () => {
    const admin = await createSomePerson({ platformRoles: ['administrator'] });
    const key = newId();
    const settings = anEdition();
    const made = await Promise.all(
      Array.from({ length: 10 }, async () => create(await asPerson(admin.id), settings, key)),
    );
    const [first] = made;
    if (!first) throw new Error('nothing was made');
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const person = await asPerson((await createSomePerson()).id);
    await expect(create(person, anEdition())).rejects.toMatchObject({ code: 'not_found' });
    await expect(editionPage(asStranger(), first.slug)).rejects.toMatchObject({ code: 'not_found' });
    await expect(organiserDesk(person, first.slug)).rejects.toMatchObject({ code: 'not_found' });
    expect(JSON.stringify(await listEditions(asStranger()))).not.toContain(first.slug);
    // An hour is missing on the night of the change to summer time; the instants are right all the same.
    const night = anEdition({ startsAt: new Date('2027-03-28T00:30:00Z'), endsAt: new Date('2027-03-28T01:30:00Z') });
    const dst = await create(await asPerson(admin.id), night);
    expect((await readEdition(dst.id)).endsAt.toISOString()).toBe('2027-03-28T01:30:00.000Z');
    // The next one is made from it, with its people, by whoever organised it.
    const next = await create(await asPerson(admin.id), { ...anEdition(), copiedFrom: first.slug });
    expect((await readEdition(next.id)).copiedFrom).toBe(first.id);
  });

  it('opens by the press of the gong and not by a clock, once for two who press, and again after it was closed', async () => {
    // The server's clock is an hour slow, and the day is another: the organiser decides.
    setClock(new Date('2027-01-02T15:00:00Z'));
    const edition = await createEdition({}, 'closed');
    const organiser = await edition.byOrganiser();
    await atOnce([1, 2].map(() => () => moveEdition(organiser, edition.slug, 'open_floor')));
    await moveEdition(organiser, edition.slug, 'close_floor');
    await moveEdition(organiser, edition.slug, 'close_floor');
    await moveEdition(organiser, edition.slug, 'open_floor');
    await drainAll();
    const gongs = await FloorLog.find({ editionId: edition.id }).sort({ seq: 1 }).lean();
    expect(gongs.map(({ kind }) => kind)).toEqual(['gong_opened', 'gong_closed', 'gong_opened']);
    await expect(moveEdition(organiser, edition.slug, 'publish_results')).rejects.toMatchObject({
      reason: 'exchange_refusal_step',
    });
    const matchmaker = await createSomePerson();
    await appointStaff(organiser, edition.slug, { email: matchmaker.email, role: 'matchmaker', corner: null });
    await expect(moveEdition(await asPerson(matchmaker.id), edition.slug, 'close_floor')).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('has people with tasks, and always an organiser', async () => {
    const edition = await createEdition();
    const organiser = await edition.byOrganiser();
    const broker = await createSomePerson({ locale: 'nl' });
    const task = { email: broker.email.toUpperCase(), role: 'broker' as const, corner: 'space' as const };
    await atOnce([1, 2].map(() => () => appointStaff(organiser, edition.slug, task)));
    expect((await readEdition(edition.id)).staff).toHaveLength(2);
    await drainAll();
    expect(await mailTo(broker.email)).toHaveLength(1);
    await expect(
      appointStaff(organiser, edition.slug, { ...task, email: 'nobody@nowhere.example' }),
    ).rejects.toMatchObject({ reason: 'exchange_refusal_no_account', field: 'email' });
    await dismissStaff(organiser, edition.slug, { personId: broker.id, role: 'broker' });
    await expect(
      dismissStaff(organiser, edition.slug, { personId: edition.organiserId, role: 'organiser' }),
    ).rejects.toMatchObject({ reason: 'exchange_refusal_last_organiser' });
    // With more than one place taken, the capacity cannot fall below them.
    await approveRegistrations(organiser, edition.slug, { registrations: await insertSubmitted(edition, 3) });
    await expect(editEdition(organiser, edition.slug, anEdition({ capacity: 2 }))).rejects.toMatchObject({
      field: 'capacity',
    });
    await editEdition(organiser, edition.slug, anEdition({ capacity: 3, city: 'Bruges' }));
    expect(await readEdition(edition.id)).toMatchObject({ capacity: 3, city: 'Bruges' });
    await expect(editEdition(await asPerson(broker.id), edition.slug, anEdition())).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('before the day', () => {
  it('participants browse and say whom they want to meet; a no is never told', async () => {
    const edition = await createEdition();
    const [anvil, beech] = [
      await createRegistration(edition, { items: [anItem({ title: 'Paint a hall' })] }),
      await createRegistration(edition, {
        items: [anItem({ side: 'request', category: 'knowledge', title: 'Advice on a lease' })],
        delegates: [aDelegate({ name: 'Bo', isPublic: true }), aDelegate({ name: 'Cy' })],
      }),
    ];
    const filterOf = (query: string) => browseFilterOf(new URLSearchParams(query));
    const ctx = await anvil.byMember();
    const list = await browsePage(ctx, edition.slug, filterOf('side=request&q=lease'));
    expect(list.participants.map(({ name, people }) => ({ name, people }))).toEqual([
      { name: beech.name, people: ['Bo'] },
    ]);
    await setWish(ctx, edition.slug, { registration: anvil.id, of: beech.id, kind: 'must' });
    const no = { registration: beech.id, of: anvil.id, kind: 'no' as const };
    await setWish(await beech.byMember(), edition.slug, no);
    const seen = JSON.stringify(await browsePage(ctx, edition.slug, filterOf('')));
    expect(seen).not.toContain('"no"');
    const queue = await registrationQueue(await edition.byOrganiser(), edition.slug, 'approved');
    expect(queue.clashes).toEqual([{ must: anvil.name, no: beech.name }]);
    expect(namedClashes([])).toEqual([]);
    const { before } = await setWish(await beech.byMember(), edition.slug, { ...no, kind: null });
    expect(before).toBe('no');
    expect((await readRegistration(beech.id)).wishes).toEqual([]);

    const waiting = await createRegistration(edition, { approved: false });
    const outsider = await waiting.byMember();
    await expect(browsePage(outsider, edition.slug, filterOf(''))).rejects.toMatchObject({ code: 'not_found' });
    const wish = { registration: waiting.id, of: beech.id, kind: 'meet' as const };
    await expect(setWish(outsider, edition.slug, wish)).rejects.toMatchObject({ reason: 'wish_refusal_no_place' });
    await expect(setWish(ctx, edition.slug, wish)).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      setWish(ctx, edition.slug, { registration: anvil.id, of: anvil.id, kind: 'meet' }),
    ).rejects.toMatchObject({ reason: 'wish_refusal_self' });
  });

  it('holds as many musts as the day does, also of those pressed at once', async () => {
    const edition = await createEdition();
    const own = await createRegistration(edition);
    const others = await insertSubmitted(edition, 9);
    await Registrations.updateMany({ editionId: edition.id }, { $set: { state: 'approved' } });
    const ctx = await own.byMember();
    const pressed = await atOnce(
      others.map((of) => () => setWish(ctx, edition.slug, { registration: own.id, of, kind: 'must' })),
    );
    const { wishes } = await readRegistration(own.id);
    expect(wishes.length).toBeGreaterThan(0);
    expect(wishes.length).toBeLessThanOrEqual(MUSTS_MINGLING);
    expect(kept(pressed)).toHaveLength(wishes.length);
  });
});

describe('the door', () => {
  it('reads badges of this edition, says so of another’s, and is patient with what is pressed twice', async () => {
    const [edition, other] = [await createEdition(), await createEdition()];
    const email = `delegate-${newId()}@people.example`;
    const made = await createRegistration(edition, { delegates: [aDelegate({ email })] });
    const foreign = await createRegistration(other);
    const organiser = await edition.byOrganiser();
    const addressOf = async ({ id, slug }: typeof edition, delegateId: string) =>
      badgeAddress(slug, delegateId, await badgeSecretOf(id));
    const own = await addressOf(edition, made.delegateId);
    expect(await scanBadge(organiser, edition.slug, { code: own })).toMatchObject({
      name: made.name,
      result: 'arrived',
    });
    expect(await scanBadge(organiser, edition.slug, { code: own })).toMatchObject({ result: 'already' });
    const theirs = await addressOf(other, foreign.delegateId);
    await expect(scanBadge(organiser, edition.slug, { code: theirs })).rejects.toMatchObject({
      reason: 'badge_refusal_other_edition',
    });
    const [, code = ''] = theirs.split('code=');
    for (const [text, reason] of [
      [code, 'badge_refusal_signature'],
      [own.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), 'badge_refusal_signature'],
      ['https://example.org', 'badge_refusal_unreadable'],
    ] as const)
      await expect(scanBadge(organiser, edition.slug, { code: text })).rejects.toMatchObject({ reason });

    const act = (what: 'arrive' | 'leave' | 'undo') =>
      checkIn(organiser, edition.slug, { registration: made.id, what });
    expect((await act('leave')).result).toBe('left');
    expect((await act('arrive')).result).toBe('returned');
    await act('leave');
    await act('undo');
    expect(await readRegistration(made.id)).toMatchObject({ leftAt: null });
    await act('undo');
    expect((await readRegistration(made.id)).checkedInAt).toBeNull();
    await expect(act('leave')).rejects.toMatchObject({ reason: 'door_refusal_not_here' });
    await moveEdition(organiser, edition.slug, 'open_floor');
    const both = await atOnce([1, 2].map(() => () => act('arrive')));
    expect(both.map((one) => (one.status === 'fulfilled' ? one.value.result : '')).sort()).toEqual([
      'already',
      'arrived',
    ]);
    expect((await act('arrive')).isLate).toBe(true);
    const waiting = await createRegistration(other, { approved: false });
    await expect(
      checkIn(await other.byOrganiser(), other.slug, { registration: waiting.id, what: 'arrive' }),
    ).rejects.toMatchObject({ reason: 'registration_refusal_not_approved' });
    await expect(scanBadge(await made.byMember(), edition.slug, { code: own })).rejects.toMatchObject({
      code: 'not_found',
    });

    // Her own badge, though she may not act for the organisation; all of them for the printer.
    const delegate = await asPerson((await createSomePerson({ email })).id);
    expect((await badgesPage(delegate, edition.slug)).badges).toHaveLength(1);
    await expect(badgesPage(await asPerson((await createSomePerson()).id), edition.slug)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(badgeSheet(delegate, edition.slug, 'all')).rejects.toMatchObject({ code: 'not_found' });
    const pdf = await badgesPdfBytes(organiser, edition.slug, 'all');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
