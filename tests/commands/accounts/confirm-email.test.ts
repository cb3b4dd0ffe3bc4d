/** Confirming an address: once, kindly the second time, and only the right browser is let in by it. */
import { describe, expect, it } from 'vitest';
import { confirmEmail } from '../../../src/lib/domains/accounts/server/commands/confirm-email';
import { resendConfirmation } from '../../../src/lib/domains/accounts/server/commands/resend-confirmation';
import { signUp } from '../../../src/lib/domains/accounts/server/commands/sign-up';
import { People } from '../../../src/lib/domains/accounts/server/person.model';
import { actorOfSession } from '../../../src/lib/domains/accounts/server/queries/actor-of-session';
import { linkPage } from '../../../src/lib/domains/accounts/server/queries/link-page';
import { setClock } from '../../../src/lib/server/clock';
import { atOnce } from '../../support/at-once';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { aPerson, aVisit, createPerson, tokenIn } from '../../support/factories/accounts';

async function waiting(overrides: Parameters<typeof aPerson>[0] = {}) {
  const input = aPerson(overrides);
  const { personId, deviceToken } = await signUp(asStranger(), input);
  await drainAll();
  const token = tokenIn((await mailTo(input.email))[0], 'confirm');
  return { id: personId ?? '', email: input.email, deviceToken, token };
}

describe('confirmEmail', () => {
  it('confirms, signs in the browser that signed up, and leads to the first step of her kind', async () => {
    const person = await waiting({ intent: 'needs_help' });
    const done = await confirmEmail(asStranger(), person, aVisit({ deviceToken: person.deviceToken }));
    expect(done).toMatchObject({ already: false, next: { path: '/organisations/new', localised: false } });
    const session = await actorOfSession(done.session?.token);
    expect(session?.actor).toMatchObject({ personId: person.id, confirmed: true });
  });

  it('lets no other browser in, but confirms all the same', async () => {
    const person = await waiting({ intent: 'offers_help' });
    const done = await confirmEmail(asStranger(), person, aVisit());
    expect(done).toMatchObject({ session: null, next: { path: '/profile', localised: false } });
    expect((await People.findById(person.id).lean())?.confirmedAt).toBeInstanceOf(Date);
  });

  it('leads back to what she came for', async () => {
    const person = await waiting({ next: '/nl/missions/clean-air' });
    const done = await confirmEmail(asStranger(), person, aVisit());
    expect(done.next).toEqual({ path: '/nl/missions/clean-air', localised: true });
  });

  it('answers kindly when pressed twice, and opens no second session', async () => {
    const person = await waiting();
    const visit = aVisit({ deviceToken: person.deviceToken });
    const outcomes = await atOnce(Array.from({ length: 6 }, () => () => confirmEmail(asStranger(), person, visit)));
    const answers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(answers.filter(({ session }) => session !== null)).toHaveLength(1);
    expect(answers.filter(({ already }) => already)).toHaveLength(5);
    expect(await confirmEmail(asStranger(), person, visit)).toMatchObject({ already: true, session: null });
  });

  it('is not used up by looking', async () => {
    const person = await waiting();
    for (let i = 0; i < 3; i++)
      expect(await linkPage(asStranger(), 'confirm', person.token)).toMatchObject({ state: 'open' });
    expect(await confirmEmail(asStranger(), person, aVisit())).toMatchObject({ already: false });
    expect(await linkPage(asStranger(), 'confirm', person.token)).toEqual({ state: 'used', name: '', email: '' });
  });

  it('refuses a link after 30 minutes and sends another to whoever holds it', async () => {
    const start = new Date('2027-01-10T10:00:00Z');
    setClock(start);
    const person = await waiting();
    setClock(new Date(start.getTime() + 30 * 60_000 + 1));
    await expect(confirmEmail(asStranger(), person, aVisit())).rejects.toMatchObject({
      code: 'refused',
      reason: 'account_error_link_expired',
    });
    expect(await linkPage(asStranger(), 'confirm', person.token)).toMatchObject({ state: 'expired' });
    await resendConfirmation(asStranger(), { token: person.token });
    await drainAll();
    const fresh = tokenIn((await mailTo(person.email)).at(-1), 'confirm');
    expect(await confirmEmail(asStranger(), { token: fresh }, aVisit())).toMatchObject({ already: false });
  });

  it('refuses tokens that are none of ours, and those of another kind', async () => {
    for (const token of ['', 'x', 'a'.repeat(22), '../../etc/passwd', '{"$ne":null}']) {
      await expect(confirmEmail(asStranger(), { token }, aVisit())).rejects.toMatchObject({
        reason: 'account_error_link_unknown',
      });
    }
    const person = await waiting();
    expect(await linkPage(asStranger(), 'reset', person.token)).toMatchObject({ state: 'unknown' });
  });
});

describe('resendConfirmation', () => {
  it('sends at most three open links, so that nobody floods a mailbox', async () => {
    const person = await waiting();
    for (let i = 0; i < 5; i++) await resendConfirmation(await asPerson(person.id), {});
    await drainAll();
    expect(await mailTo(person.email)).toHaveLength(3);
  });

  it('does nothing for the confirmed, for strangers and for unknown links', async () => {
    const done = await createPerson();
    await resendConfirmation(await asPerson(done.id), {});
    await resendConfirmation(asStranger(), {});
    await resendConfirmation(asStranger(), { token: 'a'.repeat(22) });
    await drainAll();
    expect(await mailTo(done.email)).toEqual([]);
  });
});
