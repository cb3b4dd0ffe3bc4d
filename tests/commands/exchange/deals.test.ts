/** Deals: written down once, signed by all, registered under one number; what two at once do, and what comes back. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { intakeForm } from '../../../src/lib/domains/exchange/deal/intake-input';
import { appointStaff } from '../../../src/lib/domains/exchange/server/commands/editions/appoint-staff';
import { checkDeal } from '../../../src/lib/domains/exchange/server/commands/deals/check-deal';
import { draftDeal } from '../../../src/lib/domains/exchange/server/commands/deals/draft-deal';
import { enterDeal } from '../../../src/lib/domains/exchange/server/commands/deals/enter-deal';
import { keepIntakeDraft } from '../../../src/lib/domains/exchange/server/commands/deals/keep-intake-draft';
import { recordSignedDeal } from '../../../src/lib/domains/exchange/server/commands/deals/record-signed-deal';
import { registerDeal } from '../../../src/lib/domains/exchange/server/commands/deals/register-deal';
import { rejectDeal } from '../../../src/lib/domains/exchange/server/commands/deals/reject-deal';
import { signDeal } from '../../../src/lib/domains/exchange/server/commands/deals/sign-deal';
import { withdrawFromDeal } from '../../../src/lib/domains/exchange/server/commands/deals/withdraw-from-deal';
import { moveEdition } from '../../../src/lib/domains/exchange/server/commands/editions/move-edition';
import { withdrawRegistration } from '../../../src/lib/domains/exchange/server/commands/registrations/withdraw-registration';
import { badgeAddress, badgeSecretOf } from '../../../src/lib/domains/exchange/server/badges/badge-code';
import { dealPage, dealsPage } from '../../../src/lib/domains/exchange/server/queries/deals';
import { intakePage } from '../../../src/lib/domains/exchange/server/queries/floor/intake-page';
import { Deals } from '../../../src/lib/domains/exchange/server/deal.model';
import type { FloorRole } from '../../../src/lib/domains/exchange/edition/edition';
import { newId } from '../../../src/lib/shared/ids';
import { atOnce } from '../../support/at-once';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import {
  createEdition,
  createRegistration,
  readRegistration,
  type CreatedEdition,
} from '../../support/factories/exchange';
import { aDeal, aLeg, createDeal, readDeal } from '../../support/factories/exchange-deals';
import { createSomePerson } from '../../support/factories/organisations';

afterEach(drainAll);

async function createStaff(edition: CreatedEdition, role: FloorRole) {
  const person = await createSomePerson();
  await appointStaff(await edition.byOrganiser(), edition.slug, { email: person.email, role, corner: null });
  return asPerson(person.id);
}

/** Three organisations on an open floor, with a broker and two notaries. */
async function createFloor(settings: Parameters<typeof createEdition>[0] = {}) {
  const edition = await createEdition(settings);
  const sides = [];
  for (let side = 0; side < 3; side++) sides.push(await createRegistration(edition));
  await moveEdition(await edition.byOrganiser(), edition.slug, 'open_floor');
  const [a, b, c] = sides as [(typeof sides)[0], (typeof sides)[0], (typeof sides)[0]];
  return {
    edition,
    a,
    b,
    c,
    broker: await createStaff(edition, 'broker'),
    notary: await createStaff(edition, 'notary'),
  };
}

let floor: Awaited<ReturnType<typeof createFloor>>;
beforeAll(async () => {
  floor = await createFloor();
});

const typed = (parties: string[], more: Record<string, unknown> = {}) =>
  intakeForm.parse({
    parties,
    legs: parties.map((_, place) => ({
      what: `Advice ${place}`,
      category: 'knowledge',
      quantity: '3',
      unit: 'hours',
      estimate: '300',
    })),
    ...more,
  });

describe('a deal from draft to register', () => {
  it('is typed by name, signed on a telephone and on the broker’s screen, and registered; strangers see nothing', async () => {
    const { edition, a, b, broker, notary } = floor;
    const { dealId } = await enterDeal(broker, edition.slug, typed([a.name.toUpperCase(), b.name]));
    expect(await readDeal(dealId)).toMatchObject({ state: 'drafted', parties: [a.id, b.id], contactBy: b.id });
    await checkDeal(broker, { deal: dealId });
    await checkDeal(broker, { deal: dealId });
    await drainAll();
    expect((await mailTo(a.organisation.ownerEmail)).filter(({ subject }) => subject.includes(b.name))).toHaveLength(1);
    const page = await dealPage(await a.byMember(), dealId);
    expect(page.steps).toEqual(expect.arrayContaining(['sign', 'withdraw']));
    const sign = (registration: string, name: string) => ({ dealId, registration, name, version: 1 });
    await expect(signDeal(await a.byMember(), sign(b.id, 'Ada'))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(signDeal(await a.byMember(), { ...sign(a.id, 'Ada'), version: 2 })).rejects.toMatchObject({
      reason: 'deal_refusal_changed',
    });
    await signDeal(await a.byMember(), sign(a.id, 'Ada'));
    await expect(registerDeal(notary, { deal: dealId })).rejects.toMatchObject({ reason: 'deal_refusal_step' });
    expect(await signDeal(broker, sign(b.id, 'Bo'))).toEqual({ state: 'confirmed' });
    expect((await readDeal(dealId)).signatures).toMatchObject([{ how: 'account' }, { how: 'screen', name: 'Bo' }]);
    await expect(registerDeal(broker, { deal: dealId })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await registerDeal(notary, { deal: dealId })).toMatchObject({ number: 1, isNew: true });
    await drainAll();
    expect(await readDeal(dealId)).toMatchObject({ state: 'registered', number: 1 });
    const outsider = await asPerson((await createSomePerson()).id);
    await expect(dealPage(outsider, dealId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(dealsPage(outsider, edition.slug, { state: null, page: 1 })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(signDeal(outsider, sign(a.id, 'Eve'))).rejects.toMatchObject({ code: 'not_found' });
    await expect(enterDeal(asStranger(), edition.slug, typed([a.name, b.name]))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    for (const ctx of [outsider, await a.byMember()])
      await expect(enterDeal(ctx, edition.slug, typed([a.name, b.name]))).rejects.toMatchObject({ code: 'not_found' });
    expect((await dealsPage(await a.byMember(), edition.slug, { state: null, page: 1 })).all).toBeNull();
  });

  it('reads badges, refuses those of another edition at the field, and takes what was signed on paper in one press', async () => {
    const { edition, a, b, c, broker } = floor;
    const other = await createEdition();
    const stranger = await createRegistration(other);
    const badge = async (on: CreatedEdition, one: typeof a) =>
      badgeAddress(on.slug, one.delegateId, await badgeSecretOf(on.id));
    const foreign = typed([a.name, await badge(other, stranger)]);
    await expect(enterDeal(broker, edition.slug, foreign)).rejects.toMatchObject({
      reason: 'intake_refusal_badge_other',
      field: 'parties.1',
    });
    await expect(enterDeal(broker, edition.slug, typed(['Nobody at all', b.name]))).rejects.toMatchObject({
      field: 'parties.0',
    });
    const paper = { signing: 'paper', signed: ['Ada', 'Bo'] };
    const sides = [await badge(edition, b), await badge(edition, c)];
    const { dealId } = await enterDeal(broker, edition.slug, typed(sides, paper));
    expect(await readDeal(dealId)).toMatchObject({ state: 'confirmed', parties: [b.id, c.id] });
    const unsigned = {
      ...aDeal([aLeg(a.id, b.id)]),
      how: 'paper' as const,
      signedBy: [{ registrationId: a.id, name: 'A' }],
    };
    await expect(recordSignedDeal(broker, edition.slug, unsigned)).rejects.toMatchObject({
      reason: 'deal_refusal_unsigned',
    });
  });
});

describe('the same deal', () => {
  it('is made once by a form that arrives ten times, and its draft is gone', async () => {
    const { edition, a, b, broker } = floor;
    const key = newId();
    await keepIntakeDraft(broker, edition.slug, { key, fields: { 'parties.0': [a.name], 'parties.1': [b.name] } });
    expect((await intakePage(broker, edition.slug, key)).draft?.fields['parties.1']).toEqual([b.name]);
    const other = await createStaff(edition, 'broker');
    await expect(keepIntakeDraft(other, edition.slug, { key, fields: {} })).rejects.toMatchObject({
      code: 'not_found',
    });
    const content = aDeal([aLeg(a.id, b.id, { requestId: b.requestId }), aLeg(b.id, a.id)]);
    const pressed = await atOnce(Array.from({ length: 10 }, () => () => draftDeal(broker, edition.slug, content, key)));
    const made = pressed.map((one) => (one.status === 'fulfilled' ? one.value.dealId : String(one.reason)));
    expect(new Set(made).size).toBe(1);
    expect(await Deals.countDocuments({ formKey: key })).toBe(1);
    expect((await readRegistration(b.id)).claims).toEqual([{ requestId: b.requestId, dealId: made[0] }]);
    await keepIntakeDraft(broker, edition.slug, { key, fields: { 'parties.0': ['late'] } });
    expect((await intakePage(broker, edition.slug, null)).drafts).toEqual([]);
  });

  it('is told to the second of two brokers, with the first one’s, and made when it really is another', async () => {
    const { edition, a, b, broker } = floor;
    const second = await createStaff(edition, 'broker');
    const legs = [aLeg(a.id, b.id, { what: 'A workshop' }), aLeg(b.id, a.id, { what: 'A room' })];
    const results = await atOnce([broker, second].map((ctx) => () => draftDeal(ctx, edition.slug, aDeal(legs))));
    const [won] = results.flatMap((one) => (one.status === 'fulfilled' ? one.value.dealId : []));
    const [lost] = results.flatMap((one) => (one.status === 'rejected' ? (one.reason as unknown) : []));
    expect(lost).toMatchObject({ code: 'conflict', field: 'different', params: { deal: won } });
    await draftDeal(second, edition.slug, aDeal(legs, { different: true }));
    expect(await Deals.countDocuments({ editionId: edition.id, 'legs.what': 'A workshop' })).toBe(2);
  });
});

describe('refusals', () => {
  it('hold the limit per request, the reciprocity, the estimate, the floor’s hours and those who take no part', async () => {
    const { edition, a, b, broker } = await createFloor({ dealsPerRequest: 1, reciprocity: 'required' });
    const back = () => aLeg(b.id, a.id);
    const make = (...legs: ReturnType<typeof aLeg>[]) => draftDeal(broker, edition.slug, aDeal(legs));
    await expect(make(aLeg(a.id, b.id))).rejects.toMatchObject({ reason: 'deal_refusal_gift' });
    await expect(make(aLeg(a.id, b.id, { estimate: -1 }), back())).rejects.toMatchObject({
      reason: 'deal_refusal_estimate',
    });
    await expect(make(aLeg(a.id, b.id, { estimate: 1e9 }), back())).rejects.toMatchObject({
      reason: 'deal_refusal_estimate',
    });
    for (const estimate of ['-5', '99999999', '1e3', '12,50', 'much'])
      expect(() => typed([a.name, b.name], { legs: [{ what: 'Much', estimate }] })).toThrow();
    await expect(make(aLeg(a.id, newId()), aLeg(newId(), a.id))).rejects.toMatchObject({
      reason: 'deal_refusal_not_a_ring',
    });
    const asked = () => aLeg(a.id, b.id, { requestId: b.requestId });
    const results = await atOnce([1, 2, 3].map(() => () => make(asked(), back())));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [first] = results.flatMap((one) => (one.status === 'fulfilled' ? one.value.dealId : []));
    await expect(make(asked(), back())).rejects.toMatchObject({ reason: 'deal_refusal_limit' });
    await rejectDeal(broker, { deal: first ?? '', reason: 'Not meant' });
    await make(asked(), back());
    await moveEdition(await edition.byOrganiser(), edition.slug, 'close_floor');
    await make(aLeg(a.id, b.id), back());
    await moveEdition(await edition.byOrganiser(), edition.slug, 'begin_aftercare');
    await expect(make(aLeg(a.id, b.id), back())).rejects.toMatchObject({ reason: 'deal_refusal_floor' });
  });
});

describe('who steps back', () => {
  it('ends a deal of two, and leaves of a ring the gift between the others, signed anew by both', async () => {
    const { edition, a, b, c } = floor;
    const two = await createDeal(edition, [a, b], { state: 'confirmed' });
    const mine = { dealId: two.id, registration: a.id, reason: 'We cannot after all' };
    await expect(withdrawFromDeal(await b.byMember(), mine)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await withdrawFromDeal(await a.byMember(), mine)).toEqual({ state: 'rejected' });
    const legs = [aLeg(a.id, b.id), aLeg(b.id, c.id), aLeg(c.id, a.id, { requestId: a.requestId })];
    const ring = await createDeal(edition, [a, b, c], { state: 'confirmed', legs });
    await withdrawFromDeal(await c.byMember(), { dealId: ring.id, registration: c.id, reason: 'We leave' });
    const left = await readDeal(ring.id);
    expect(left).toMatchObject({ state: 'checked', parties: [a.id, b.id], signatures: [], version: 2 });
    expect(left.earlier[0]?.legs).toHaveLength(3);
    expect((await readRegistration(a.id)).claims).toEqual([]);
    await expect(dealPage(await c.byMember(), ring.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('takes an organisation’s open deals with it when it withdraws, and leaves what is registered', async () => {
    const { edition, a, b, c } = floor;
    const registered = await createDeal(edition, [a, b]);
    const open = await createDeal(edition, [a, b], { state: 'confirmed' });
    const ring = await createDeal(edition, [a, b, c], { state: 'confirmed' });
    await withdrawRegistration(await a.byMember(), edition.slug, { registration: a.id });
    await drainAll();
    expect(await readDeal(registered.id)).toMatchObject({ state: 'registered', number: registered.number });
    expect(await readDeal(open.id)).toMatchObject({ state: 'rejected' });
    expect(await readDeal(ring.id)).toMatchObject({ state: 'checked', parties: [b.id, c.id] });
  });
});
