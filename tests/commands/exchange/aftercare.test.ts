/** FLOOR aftercare: questions and answers, missions from promises of knowledge, stories, awards, and last year's guests. */
import { afterEach, describe, expect, it } from 'vitest';
import { withoutSecrets } from '../../../src/lib/domains/accounts/server/mail/mailbox-policy';
import { answerByLink } from '../../../src/lib/domains/exchange/server/commands/aftercare/answer-by-link';
import { answerDeal } from '../../../src/lib/domains/exchange/server/commands/aftercare/answer-deal';
import { Deals, type DealDocument } from '../../../src/lib/domains/exchange/server/deal.model';
import { askForNews } from '../../../src/lib/domains/exchange/server/jobs';
import { aftercarePage } from '../../../src/lib/domains/exchange/server/queries/aftercare';
import { answerLinkPage, dealCarePage } from '../../../src/lib/domains/exchange/server/queries/deal-care';
import { now, setClock } from '../../../src/lib/server/clock';
import { DAY } from '../../../src/lib/shared/dates';
import { atOnce } from '../../support/at-once';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createEdition } from '../../support/factories/exchange';
import { createSomePerson } from '../../support/factories/organisations';
import { registeredDeal } from './support/registered-deal';

afterEach(() => setClock());
afterEach(drainAll);

const read = async (id: string) => (await Deals.findById(id).lean<DealDocument>()) as DealDocument;
const later = (days: number) => {
  const at = new Date(Date.now() + days * DAY);
  setClock(() => at);
  return at;
};
const tokenIn = (text: string) => /answer\/([\w-]+)/.exec(text)?.[1] ?? '';

describe('aftercare', () => {
  it('asks both sides once, and one press in the mail answers for one side without an account', async () => {
    const { edition, dealId, giver, receiver } = await registeredDeal();
    await drainAll();
    await askForNews(later(14));
    await Promise.all([askForNews(now()), askForNews(now())]);
    await drainAll();
    const mails = (await mailTo(giver.organisation.ownerEmail)).filter(({ text }) => text.includes('/answer/'));
    expect(mails).toHaveLength(1);
    expect((await read(dealId)).asked).toEqual([14]);
    const token = tokenIn(mails[0]?.text ?? '');
    // An operator sees that it was sent, not where it leads.
    expect(withoutSecrets(mails[0]?.text ?? '')).not.toContain(token);
    const page = await answerLinkPage(asStranger(), edition.slug, token);
    expect(page).toMatchObject({ name: giver.name, answer: null });
    expect((await read(dealId)).answers).toEqual([]);
    const press = { token, step: 'in_progress' as const, note: 'First meeting is set.' };
    await Promise.all([1, 2, 3].map(() => answerByLink(asStranger(), edition.slug, press)));
    const after = await read(dealId);
    expect(after.state).toBe('in_progress');
    expect(after.answers).toMatchObject([{ registrationId: giver.id, step: 'in_progress', how: 'link' }]);
    expect(after.timeline.filter(({ what }) => what === 'in_progress')).toHaveLength(1);
    const list = await aftercarePage(await edition.byOrganiser(), edition.slug, 'call');
    expect(list.lines[0]?.parties.map(({ id, silent }) => [id, silent])).toEqual([
      [giver.id, false],
      [receiver.id, true],
    ]);
    // A week later only the silent side is reminded.
    await askForNews(later(21));
    await drainAll();
    const links = async (email: string) => (await mailTo(email)).filter(({ text }) => text.includes('/answer/')).length;
    expect([await links(giver.organisation.ownerEmail), await links(receiver.organisation.ownerEmail)]).toEqual([1, 2]);
    // A foreign link, one of another edition, a changed one, and one that has run out are all no links.
    const other = await createEdition();
    const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    const bad = [
      () => answerByLink(asStranger(), other.slug, press),
      () => answerLinkPage(asStranger(), other.slug, token),
      () => answerByLink(asStranger(), edition.slug, { ...press, token: forged }),
    ];
    for (const attempt of bad) await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
    later(400);
    await expect(answerLinkPage(asStranger(), edition.slug, token)).rejects.toMatchObject({
      reason: 'care_error_link',
    });
  });

  it('hears both sides, sees that they disagree, and lets the organiser settle it by telephone', async () => {
    const { edition, dealId, giver, receiver } = await registeredDeal();
    const say = { dealId, note: '' };
    await answerDeal(await giver.byMember(), { ...say, registration: giver.id, step: 'done' });
    const no = { registration: receiver.id, step: 'infeasible' as const, note: 'Nobody came.' };
    await answerDeal(await receiver.byMember(), { ...say, ...no });
    expect((await read(dealId)).state).toBe('done');
    const list = await aftercarePage(await edition.byOrganiser(), edition.slug, 'call');
    expect(list.lines.map(({ id, disagree }) => [id, disagree])).toEqual([[dealId, true]]);
    await answerDeal(await edition.byOrganiser(), { ...say, ...no });
    expect(await read(dealId)).toMatchObject({ state: 'infeasible', reason: 'Nobody came.' });
    expect((await aftercarePage(await edition.byOrganiser(), edition.slug, 'all')).fulfilment).toMatchObject({
      total: 1,
      share: 0,
    });
    // Nobody speaks for another side; strangers learn nothing.
    await expect(
      answerDeal(await giver.byMember(), { ...say, registration: receiver.id, step: 'done' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const stranger = await asPerson((await createSomePerson()).id);
    const foreign = await createEdition();
    for (const attempt of [
      () => answerDeal(stranger, { ...say, registration: giver.id, step: 'done' }),
      () => dealCarePage(stranger, edition.slug, dealId),
      () => aftercarePage(stranger, edition.slug, 'all'),
      async () => aftercarePage(await giver.byMember(), edition.slug, 'all'),
      async () => dealCarePage(await giver.byMember(), foreign.slug, dealId),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps both answers when both sides press at the same moment', async () => {
    const { dealId, giver, receiver } = await registeredDeal();
    const [one, two] = [await giver.byMember(), await receiver.byMember()];
    const answers = await atOnce([
      () => answerDeal(one, { dealId, registration: giver.id, step: 'contacted', note: '' }),
      () => answerDeal(two, { dealId, registration: receiver.id, step: 'in_progress', note: '' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect((await read(dealId)).answers).toHaveLength(2);
  });
});
