/** The register of a floor: numbers without gaps, two notaries at once, corrections with what stood before, sums that hold. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { totalsOf } from '../../../src/lib/domains/exchange/board/tally';
import { valueOf } from '../../../src/lib/domains/exchange/deal/deal';
import { assessDeal } from '../../../src/lib/domains/exchange/server/commands/deals/assess-deal';
import { correctDeal } from '../../../src/lib/domains/exchange/server/commands/deals/correct-deal';
import { registerDeal } from '../../../src/lib/domains/exchange/server/commands/deals/register-deal';
import { rejectDeal } from '../../../src/lib/domains/exchange/server/commands/deals/reject-deal';
import { appointStaff } from '../../../src/lib/domains/exchange/server/commands/editions/appoint-staff';
import { moveEdition } from '../../../src/lib/domains/exchange/server/commands/editions/move-edition';
import { Deals, type DealDocument } from '../../../src/lib/domains/exchange/server/deal.model';
import { dealPdf } from '../../../src/lib/domains/exchange/server/documents/deal-pdf';
import { paperFormPdf } from '../../../src/lib/domains/exchange/server/documents/paper-form-pdf';
import { registerPdf } from '../../../src/lib/domains/exchange/server/documents/register-pdf';
import { logAfter } from '../../../src/lib/domains/exchange/server/floor/floor-log';
import { tallyOf } from '../../../src/lib/domains/exchange/server/queries/board';
import { dealPage } from '../../../src/lib/domains/exchange/server/queries/deals';
import { notaryPage } from '../../../src/lib/domains/exchange/server/queries/floor/notary-page';
import { valuerPage } from '../../../src/lib/domains/exchange/server/queries/floor/valuer-page';
import type { Locale } from '../../../src/lib/shared/locale';
import { inLocale } from '../../../src/lib/server/http/request-locale';
import { op } from '../../../src/lib/server/mongo';
import { atOnce } from '../../support/at-once';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll } from '../../support/drain';
import {
  createEdition,
  createRegistration,
  type CreatedEdition,
  type CreatedRegistration,
} from '../../support/factories/exchange';
import { aLeg, createDeal, readDeal } from '../../support/factories/exchange-deals';
import { createSomePerson } from '../../support/factories/organisations';

afterEach(drainAll);

let edition: CreatedEdition;
let a: CreatedRegistration;
let b: CreatedRegistration;
const staff = new Map<string, string>();
const as = (role: string) => asPerson(staff.get(role) ?? '');

beforeAll(async () => {
  edition = await createEdition();
  [a, b] = [await createRegistration(edition), await createRegistration(edition)];
  await moveEdition(await edition.byOrganiser(), edition.slug, 'open_floor');
  for (const [name, role] of [
    ['notary', 'notary'],
    ['second', 'notary'],
    ['valuer', 'valuer'],
    ['broker', 'broker'],
  ] as const) {
    const person = await createSomePerson();
    await appointStaff(await edition.byOrganiser(), edition.slug, { email: person.email, role, corner: null });
    staff.set(name, person.id);
  }
});

const legsOf = (deal: DealDocument, more: Partial<DealDocument['legs'][number]>) =>
  deal.legs.map(({ what, category, quantity, unit, period, estimate }) => ({
    ...{ what, category: category as 'knowledge', quantity, unit, period, estimate },
    ...more,
  })) as Parameters<typeof correctDeal>[1]['legs'];

async function sumOfRegister(): Promise<{ deals: number; value: number }> {
  const found = await Deals.find({ editionId: edition.id, registeredAt: op({ $ne: null }) }).lean<DealDocument[]>();
  return { deals: found.length, value: found.reduce((sum, { legs }) => sum + valueOf(legs), 0) };
}

describe('two at once', () => {
  it('give six deals the numbers 1 to 6, each once, whichever notary presses, also twice', async () => {
    const made = [];
    for (let deal = 0; deal < 6; deal++) made.push(await createDeal(edition, [a, b], { state: 'confirmed' }));
    const notaries = [await as('notary'), await as('second')];
    const pressed = await atOnce(
      made.flatMap(({ id }) => notaries.map((ctx) => () => registerDeal(ctx, { deal: id }))),
    );
    const numbers = pressed.map((one) => (one.status === 'fulfilled' ? one.value.number : -1));
    expect([...new Set(numbers)].sort((x, y) => x - y)).toEqual(Array.from({ length: 6 }, (_, index) => index + 1));
    for (const [index, { id }] of made.entries())
      expect([(await readDeal(id)).number, numbers[2 * index + 1]]).toEqual([numbers[2 * index], numbers[2 * index]]);
    // What a crash would have left to the events changes nothing.
    await drainAll();
    const log = await logAfter(edition.id, 0);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    expect(log.filter(({ kind }) => kind === 'registered')).toHaveLength(6);
  }, 60_000);

  it('let a deal be registered or rejected, never both, and tell the slower notary which', async () => {
    for (let round = 0; round < 2; round++) {
      const { id } = await createDeal(edition, [a, b], { state: 'confirmed' });
      const [notary, second] = [await as('notary'), await as('second')];
      const results = await atOnce([
        () => registerDeal(notary, { deal: id }).then(({ number }) => `number ${number}`),
        () => rejectDeal(second, { deal: id, reason: 'Unclear' }).then(() => 'rejected'),
      ]);
      const won = results.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
      const lost = results.flatMap((one) => (one.status === 'rejected' ? (one.reason as unknown) : []));
      expect(won).toHaveLength(1);
      expect(lost[0]).toMatchObject({ code: 'conflict' });
      const after = await readDeal(id);
      expect(won[0]).toBe(after.state === 'rejected' ? 'rejected' : `number ${after.number}`);
      const later =
        after.state === 'rejected'
          ? registerDeal(notary, { deal: id })
          : rejectDeal(second, { deal: id, reason: 'No' });
      await expect(later).rejects.toMatchObject({
        code: 'conflict',
        reason: after.state === 'rejected' ? 'deal_refusal_rejected' : 'deal_refusal_registered',
      });
    }
    expect(totalsOf(await tallyOf(edition.id))).toMatchObject(await sumOfRegister());
  });
});

describe('corrections', () => {
  it('keep what stood before, void signatures only where a promise changes, and reach the board once', async () => {
    const { id } = await createDeal(edition, [a, b], { state: 'confirmed' });
    const [broker, valuer] = [await as('broker'), await as('valuer')];
    const first = await readDeal(id);
    const correction = { dealId: id, legs: legsOf(first, { unit: 'days' }), reason: 'Days were meant', version: 1 };
    const outsider = await asPerson((await createSomePerson()).id);
    await expect(correctDeal(outsider, correction)).rejects.toMatchObject({ code: 'not_found' });
    await expect(correctDeal(broker, { ...correction, legs: [] })).rejects.toMatchObject({
      reason: 'deal_refusal_legs',
    });
    const results = await atOnce([1, 2].map(() => () => correctDeal(broker, correction)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readDeal(id)).toMatchObject({ state: 'checked', signatures: [], version: 2 });

    const other = await createDeal(edition, [a, b], { state: 'confirmed' });
    const change = { deal: other.id, version: 1, estimates: [500, 10], reason: '' };
    await expect(assessDeal(valuer, change)).rejects.toMatchObject({
      reason: 'deal_error_valuer_reason',
      field: 'reason',
    });
    await expect(assessDeal(broker, change)).rejects.toMatchObject({ code: 'forbidden' });
    for (const estimates of [[-1, 10], [1e9, 10], [500]])
      await expect(assessDeal(valuer, { ...change, estimates, reason: 'Too much' })).rejects.toMatchObject({
        code: 'refused',
      });
    const { left } = await valuerPage(valuer, edition.slug);
    await assessDeal(valuer, { ...change, reason: 'Usual rates' });
    expect((await valuerPage(valuer, edition.slug)).left).toBe(left - 1);
    expect(await readDeal(other.id)).toMatchObject({ state: 'confirmed', version: 2, valued: { version: 2 } });
    expect((await readDeal(other.id)).signatures).toHaveLength(2);
    const { number } = await registerDeal(await as('notary'), { deal: other.id });
    const registered = await readDeal(other.id);
    await expect(
      correctDeal(broker, { dealId: other.id, legs: legsOf(registered, {}), reason: 'Mine', version: 2 }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await correctDeal(valuer, {
      dealId: other.id,
      legs: legsOf(registered, { estimate: 40 }),
      reason: 'A typing error',
      version: 2,
    });
    await drainAll();
    const page = await dealPage(await a.byMember(), other.id);
    expect(page).toMatchObject({ number, state: 'registered', value: 80 });
    expect(page.earlier.map(({ legs }) => valueOf(legs))).toEqual([600, 510]);
    expect(
      (await logAfter(edition.id, 0)).filter(({ deal, kind }) => kind === 'corrected' && deal?.dealId === other.id),
    ).toHaveLength(1);
  });

  it('keep the board’s sum equal to the register, whatever happens in which order', async () => {
    const [notary, valuer] = [await as('notary'), await as('valuer')];
    let seed = 7;
    const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
    const known: string[] = [];
    for (let step = 0; step < 14; step++) {
      const id = known[random(Math.max(1, known.length))];
      const deal = id === undefined || random(3) === 0 ? null : await readDeal(id);
      if (!deal) {
        const legs = [aLeg(a.id, b.id, { estimate: random(900) }), aLeg(b.id, a.id, { estimate: random(900) })];
        known.push((await createDeal(edition, [a, b], { state: 'confirmed', legs })).id);
      } else if (deal.state === 'confirmed') {
        if (random(4) === 0) await rejectDeal(notary, { deal: deal._id, reason: 'Unclear' });
        else await registerDeal(notary, { deal: deal._id });
      } else if (deal.state === 'registered') {
        const estimates = [random(900), random(900)];
        await assessDeal(valuer, { deal: deal._id, version: deal.version, estimates, reason: 'Looked at again' });
      }
      expect(totalsOf(await tallyOf(edition.id))).toMatchObject(await sumOfRegister());
    }
  });
});

describe('what notaries and organisations see and print', () => {
  it('is the queue of one corner, and papers in three languages for those who may', async () => {
    const space = [aLeg(a.id, b.id, { category: 'space' }), aLeg(b.id, a.id, { category: 'space' })];
    const { id } = await createDeal(edition, [a, b], { state: 'confirmed', legs: space });
    const notary = await as('notary');
    expect((await notaryPage(notary, edition.slug, 'space')).queue.map((one) => one.id)).toEqual([id]);
    expect((await notaryPage(await as('valuer'), edition.slug, null)).mayRegister).toBe(false);
    await expect(notaryPage(await as('broker'), edition.slug, null)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(dealPdf(await a.byMember(), id)).rejects.toMatchObject({ code: 'not_found' });
    await registerDeal(notary, { deal: id });
    expect((await notaryPage(notary, edition.slug, 'space')).queue).toEqual([]);
    for (const locale of ['en', 'fr', 'nl'] as Locale[])
      await inLocale(locale, async () => {
        const member = { ...(await a.byMember()), locale };
        const answers = [
          await dealPdf(member, id),
          await paperFormPdf({ ...asStranger(), locale }, edition.slug),
          await registerPdf({ ...notary, locale }, edition.slug),
        ];
        for (const answer of answers) {
          expect(answer.headers.get('content-type')).toBe('application/pdf');
          expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toContain('%%EOF');
        }
      });
    const outsider = await asPerson((await createSomePerson()).id);
    await expect(dealPdf(outsider, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(registerPdf(outsider, edition.slug)).rejects.toMatchObject({ code: 'not_found' });
    await expect(registerPdf(await a.byMember(), edition.slug)).rejects.toMatchObject({ code: 'not_found' });
  });
});
