/** Signing in: who gets in, what a failure tells, and that nobody is locked out of her own account. */
import { describe, expect, it } from 'vitest';
import { resetPassword } from '../../../src/lib/domains/accounts/server/commands/reset-password';
import { requestReset } from '../../../src/lib/domains/accounts/server/commands/request-reset';
import { signIn } from '../../../src/lib/domains/accounts/server/commands/sign-in';
import { actorOfSession } from '../../../src/lib/domains/accounts/server/queries/actor-of-session';
import { Sessions } from '../../../src/lib/domains/accounts/server/session.model';
import { asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { aVisit, createPerson, elsewhere, PASSWORD, tokenIn } from '../../support/factories/accounts';

const wrong = 'not the right password';

describe('signIn', () => {
  it('opens a session whose token is stored only as a hash, with the device in words', async () => {
    const person = await createPerson();
    const outcome = await signIn(asStranger(), { email: person.email, password: PASSWORD }, aVisit());
    if (outcome.kind !== 'session') throw new Error('expected a session');
    expect(outcome.session.token).toMatch(/^[\w-]{22}$/);
    const stored = await Sessions.find({ personId: person.id }).lean();
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain(outcome.session.token);
    expect(stored[0]?.device).toEqual({ browser: 'Firefox', system: 'Linux' });
    expect(await actorOfSession(outcome.session.token)).toMatchObject({ actor: { personId: person.id } });
  });

  it('gives a new token at every sign-in and ends the session the browser had', async () => {
    const person = await createPerson();
    const enter = async (previousToken?: string) => {
      const done = await signIn(asStranger(), { email: person.email, password: PASSWORD }, aVisit({ previousToken }));
      return done.kind === 'session' ? done.session.token : '';
    };
    const first = await enter();
    const second = await enter(first);
    expect(second).not.toBe(first);
    expect(await actorOfSession(first)).toBeNull();
    expect(await actorOfSession(second)).not.toBeNull();
  });

  it('says the same for an unknown address, a wrong password and an account without one', async () => {
    const person = await createPerson();
    const attempts = [
      { email: person.email, password: wrong },
      { email: 'nobody@people.example', password: PASSWORD },
    ];
    for (const attempt of attempts) {
      await expect(signIn(asStranger(), attempt, aVisit())).rejects.toMatchObject({
        code: 'refused',
        reason: 'account_error_sign_in',
        field: undefined,
      });
    }
  });

  it('works as hard whether or not there is an account', async () => {
    const person = await createPerson();
    const spent = async (email: string) => {
      const times: number[] = [];
      for (let i = 0; i < 5; i++) {
        const start = process.cpuUsage();
        await signIn(elsewhere(asStranger(), `10.0.1.${i}`), { email, password: wrong }, aVisit()).catch(() => null);
        const { user, system } = process.cpuUsage(start);
        times.push(user + system);
      }
      // Work of the processor, not time on the clock, and the least of five: what runs beside it does not count.
      return Math.min(...times);
    };
    const [known, unknown] = [await spent(person.email), await spent('nobody.at.all@people.example')];
    // Hashing dominates both; a path without it would do a tenth of the work.
    expect(unknown).toBeGreaterThan(known / 4);
    expect(known).toBeGreaterThan(unknown / 4);
  });

  it('limits guesses at one account from many addresses, before the password is looked at', async () => {
    const person = await createPerson();
    for (let i = 0; i < 10; i++) {
      const from = elsewhere(asStranger(), `10.1.0.${i}`);
      await signIn(from, { email: person.email, password: wrong }, aVisit()).catch(() => null);
    }
    const right = signIn(elsewhere(asStranger(), '10.1.1.1'), { email: person.email, password: PASSWORD }, aVisit());
    await expect(right).rejects.toMatchObject({ code: 'limited' });
  });

  it('limits what one address tries at many accounts', async () => {
    for (let i = 0; i < 30; i++) {
      await signIn(asStranger(), { email: `p${i}@nowhere.example`, password: wrong }, aVisit()).catch(() => null);
    }
    const next = signIn(asStranger(), { email: 'one.more@nowhere.example', password: wrong }, aVisit());
    await expect(next).rejects.toMatchObject({ code: 'limited' });
  }, 60_000);

  it('counts no good sign-in against an address that many people share, and every guess between them', async () => {
    const person = await createPerson();
    const enter = (password: string, email = person.email) => signIn(asStranger(), { email, password }, aVisit());
    for (let i = 0; i < 31; i++) expect((await enter(PASSWORD)).kind).toBe('session');
    for (let i = 0; i < 30; i++) await enter(wrong, `p${i}@nowhere.example`).catch(() => null);
    await expect(enter(PASSWORD)).rejects.toMatchObject({ code: 'limited' });
  }, 60_000);

  it('lets the owner in from a browser she used before, whatever others try', async () => {
    const person = await createPerson();
    const before = await signIn(asStranger(), { email: person.email, password: PASSWORD }, aVisit());
    const deviceToken = before.kind === 'session' ? before.session.deviceToken : undefined;
    for (let i = 0; i < 11; i++) {
      await signIn(asStranger(), { email: person.email, password: wrong }, aVisit()).catch(() => null);
    }
    const own = await signIn(asStranger(), { email: person.email, password: PASSWORD }, aVisit({ deviceToken }));
    expect(own.kind).toBe('session');
  });

  it('does not take a device token of somebody else as hers', async () => {
    const [person, other] = [await createPerson(), await createPerson()];
    const theirs = await signIn(asStranger(), { email: other.email, password: PASSWORD }, aVisit());
    const deviceToken = theirs.kind === 'session' ? theirs.session.deviceToken : undefined;
    for (let i = 0; i < 10; i++) {
      await signIn(asStranger(), { email: person.email, password: wrong }, aVisit({ deviceToken })).catch(() => null);
    }
    const more = signIn(asStranger(), { email: person.email, password: PASSWORD }, aVisit({ deviceToken }));
    await expect(more).rejects.toMatchObject({ code: 'limited' });
  });

  it('lets the owner in by mail from a new browser while others try', async () => {
    const person = await createPerson();
    for (let i = 0; i < 12; i++) {
      await signIn(asStranger(), { email: person.email, password: wrong }, aVisit()).catch(() => null);
    }
    await requestReset(asStranger(), { email: person.email });
    await drainAll();
    const token = tokenIn((await mailTo(person.email)).at(-1), 'reset');
    const password = 'seven green umbrellas';
    const { deviceToken } = await resetPassword(asStranger(), { token, password });
    const outcome = await signIn(asStranger(), { email: person.email, password }, aVisit({ deviceToken }));
    expect(outcome.kind).toBe('session');
  });
});
