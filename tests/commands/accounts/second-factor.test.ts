/** Signing in with two steps: set up, used, recovered, switched off. */
import { describe, expect, it } from 'vitest';
import { beginSecondFactor } from '../../../src/lib/domains/accounts/server/commands/second-factor/begin-second-factor';
import { completeSignIn } from '../../../src/lib/domains/accounts/server/commands/second-factor/complete-sign-in';
import { disableSecondFactor } from '../../../src/lib/domains/accounts/server/commands/second-factor/disable-second-factor';
import { enableSecondFactor } from '../../../src/lib/domains/accounts/server/commands/second-factor/enable-second-factor';
import { renewRecoveryCodes } from '../../../src/lib/domains/accounts/server/commands/second-factor/renew-recovery-codes';
import { signIn } from '../../../src/lib/domains/accounts/server/commands/sign-in';
import { People } from '../../../src/lib/domains/accounts/server/person.model';
import { accountPage, secondFactorKey } from '../../../src/lib/domains/accounts/server/queries/account-page';
import { actorOfSession } from '../../../src/lib/domains/accounts/server/queries/actor-of-session';
import { codeAt, stepAt } from '../../../src/lib/domains/accounts/server/second-factor/totp';
import { setClock } from '../../../src/lib/server/clock';
import { atOnce } from '../../support/at-once';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { aVisit, createPerson, PASSWORD } from '../../support/factories/accounts';

const START = new Date('2027-01-10T10:00:00Z').getTime();
const at = (seconds: number) => setClock(new Date(START + seconds * 1000));
const proof = { current_password: PASSWORD };

async function protectedPerson() {
  at(0);
  const person = await createPerson();
  await beginSecondFactor(await asPerson(person.id), proof);
  const key = (await secondFactorKey(await asPerson(person.id)))?.key ?? '';
  const code = (seconds: number) => codeAt(key, stepAt(new Date(START + seconds * 1000)));
  const codes = await enableSecondFactor(await asPerson(person.id), { code: code(0) });
  const challenge = async () => {
    const half = await signIn(asStranger(), { email: person.email, password: PASSWORD }, aVisit());
    return half.kind === 'second_factor' ? half.challenge : 'no challenge';
  };
  return { ...person, key, code, codes, challenge };
}

describe('setting up', () => {
  it('counts only once a code proves the app, and then tells by mail', async () => {
    const person = await protectedPerson();
    expect(person.codes).toHaveLength(10);
    expect(new Set(person.codes).size).toBe(10);
    const page = await accountPage(await asPerson(person.id));
    expect(page).toMatchObject({ secondFactor: 'on', recoveryCodesLeft: 10 });
    expect(await secondFactorKey(await asPerson(person.id))).toBeNull();
    const stored = JSON.stringify(await People.findById(person.id).select('+secondFactor').lean());
    for (const code of person.codes) expect(stored).not.toContain(code);
    await drainAll();
    expect((await mailTo(person.email)).at(-1)?.subject).toBe('Signing in now takes two steps');
  });

  it('refuses a wrong password, a wrong code, a second start, and strangers', async () => {
    at(0);
    const ctx = await asPerson((await createPerson()).id);
    await expect(beginSecondFactor(ctx, { current_password: 'wrong' })).rejects.toMatchObject({
      field: 'current_password',
    });
    await expect(enableSecondFactor(ctx, { code: '000000' })).rejects.toMatchObject({ code: 'conflict' });
    await beginSecondFactor(ctx, proof);
    const key = (await secondFactorKey(ctx))?.key ?? '';
    const wrong = codeAt(key, stepAt(new Date(START)) + 50);
    await expect(enableSecondFactor(ctx, { code: wrong })).rejects.toMatchObject({ field: 'code' });
    await enableSecondFactor(ctx, { code: codeAt(key, stepAt(new Date(START))) });
    await expect(beginSecondFactor(ctx, proof)).rejects.toMatchObject({ code: 'conflict' });
    await expect(beginSecondFactor(asStranger(), proof)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('signing in', () => {
  it('takes the password and then a code', async () => {
    const person = await protectedPerson();
    at(60);
    const done = await completeSignIn(
      asStranger(),
      { challenge: await person.challenge(), code: person.code(60) },
      aVisit(),
    );
    expect(await actorOfSession(done.session.token)).toMatchObject({ actor: { personId: person.id } });
  });

  it('takes no code twice, not even at the same time', async () => {
    const person = await protectedPerson();
    at(60);
    const [one, other] = [await person.challenge(), await person.challenge()];
    const outcomes = await atOnce(
      [one, other].map(
        (challenge) => () => completeSignIn(asStranger(), { challenge, code: person.code(60) }, aVisit()),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('takes each recovery code once, however it is typed', async () => {
    const person = await protectedPerson();
    at(60);
    const code = ` ${(person.codes[0] ?? '').toUpperCase().replaceAll('-', ' ')}`;
    await completeSignIn(asStranger(), { challenge: await person.challenge(), code }, aVisit());
    const again = completeSignIn(asStranger(), { challenge: await person.challenge(), code }, aVisit());
    await expect(again).rejects.toMatchObject({ field: 'code' });
    expect(await accountPage(await asPerson(person.id))).toMatchObject({ recoveryCodesLeft: 9 });
  });

  it('needs the password of half an hour ago at most, once per challenge, and a challenge of ours', async () => {
    const person = await protectedPerson();
    at(60);
    const challenge = await person.challenge();
    await completeSignIn(asStranger(), { challenge, code: person.code(60) }, aVisit());
    at(120);
    for (const used of [challenge, undefined, 'a'.repeat(22)]) {
      const attempt = completeSignIn(asStranger(), { challenge: used, code: person.code(120) }, aVisit());
      await expect(attempt).rejects.toMatchObject({ code: 'unauthenticated' });
    }
    const late = await person.challenge();
    at(120 + 31 * 60);
    const attempt = completeSignIn(asStranger(), { challenge: late, code: person.code(120 + 31 * 60) }, aVisit());
    await expect(attempt).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('limits guesses', async () => {
    const person = await protectedPerson();
    at(60);
    const challenge = await person.challenge();
    const wrong = codeAt(person.key, stepAt(new Date(START)) + 99);
    const guess = () => completeSignIn(asStranger(), { challenge, code: wrong }, aVisit());
    const outcomes = [];
    for (let i = 0; i < 11; i++)
      outcomes.push(await guess().catch((error: unknown) => (error as { code: string }).code));
    expect(outcomes.filter((code) => code === 'limited').length).toBeGreaterThan(0);
    expect(outcomes.slice(0, 8).every((code) => code === 'refused')).toBe(true);
  });
});

describe('afterwards', () => {
  it('makes new codes that replace the old ones', async () => {
    const person = await protectedPerson();
    const fresh = await renewRecoveryCodes(await asPerson(person.id), proof);
    at(60);
    const old = completeSignIn(
      asStranger(),
      { challenge: await person.challenge(), code: person.codes[0] ?? '' },
      aVisit(),
    );
    await expect(old).rejects.toMatchObject({ field: 'code' });
    const done = await completeSignIn(
      asStranger(),
      { challenge: await person.challenge(), code: fresh[0] ?? '' },
      aVisit(),
    );
    expect(done.personId).toBe(person.id);
  });

  it('is switched off with the password, and told by mail', async () => {
    const person = await protectedPerson();
    const ctx = await asPerson(person.id);
    await expect(disableSecondFactor(ctx, { current_password: 'wrong' })).rejects.toMatchObject({ code: 'refused' });
    await disableSecondFactor(ctx, proof);
    await disableSecondFactor(ctx, proof);
    expect(await signIn(asStranger(), { email: person.email, password: PASSWORD }, aVisit())).toMatchObject({
      kind: 'session',
    });
    await drainAll();
    const subjects = (await mailTo(person.email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject === 'Signing in takes one step again')).toHaveLength(1);
  });
});
