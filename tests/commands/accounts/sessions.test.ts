/** Sessions: listed, ended, moved on with use, and gone in time. */
import { describe, expect, it } from 'vitest';
import { chooseHat } from '../../../src/lib/domains/accounts/server/commands/choose-hat';
import { endOtherSessions } from '../../../src/lib/domains/accounts/server/commands/end-other-sessions';
import { endSession } from '../../../src/lib/domains/accounts/server/commands/end-session';
import { signOut } from '../../../src/lib/domains/accounts/server/commands/sign-out';
import { People } from '../../../src/lib/domains/accounts/server/person.model';
import { actorOfSession } from '../../../src/lib/domains/accounts/server/queries/actor-of-session';
import { listSessions } from '../../../src/lib/domains/accounts/server/queries/list-sessions';
import { Sessions } from '../../../src/lib/domains/accounts/server/session.model';
import { setClock } from '../../../src/lib/server/clock';
import { runJob } from '../../../src/lib/server/jobs/jobs';
import { DAY } from '../../../src/lib/shared/dates';
import { asStranger } from '../../support/contexts';
import { createPerson, inSession } from '../../support/factories/accounts';
import { createPendingOrganisation } from '../../support/factories/organisations';
import { postForm } from '../../support/post-form';
import { actions } from '../../../src/routes/(app)/hat/+page.server';
import { viewerOf } from '../../../src/routes/viewer.server';

const START = new Date('2027-01-10T10:00:00Z');
const after = (days: number) => new Date(START.getTime() + days * DAY);

describe('actorOfSession', () => {
  it('knows nobody for a missing, malformed or unknown token', async () => {
    for (const token of [undefined, '', 'x', 'a'.repeat(22), '{"$ne":null}', 'a'.repeat(5000)]) {
      expect(await actorOfSession(token)).toBeNull();
    }
  });

  it('lasts 30 days after the last use, and 180 days at most', async () => {
    setClock(START);
    const { id } = await createPerson();
    const [used, idle] = [await inSession(id), await inSession(id)];
    for (let day = 20; day <= 160; day += 20) {
      setClock(after(day));
      expect(await actorOfSession(used.token)).not.toBeNull();
    }
    expect(await actorOfSession(idle.token)).toBeNull();
    setClock(after(179));
    expect(await actorOfSession(used.token)).not.toBeNull();
    setClock(after(181));
    expect(await actorOfSession(used.token)).toBeNull();
  });

  it('does not outlive the password it was opened with', async () => {
    setClock(START);
    const { id } = await createPerson();
    const { token } = await inSession(id);
    await People.updateOne({ _id: id }, { $set: { passwordChangedAt: after(1) } });
    expect(await actorOfSession(token)).toBeNull();
  });

  it('writes its last use at most every few minutes', async () => {
    setClock(START);
    const { id } = await createPerson();
    const { token } = await inSession(id);
    setClock(new Date(START.getTime() + 60_000));
    await actorOfSession(token);
    expect((await Sessions.findOne({ personId: id }).lean())?.lastUsedAt).toEqual(START);
    setClock(new Date(START.getTime() + 6 * 60_000));
    await actorOfSession(token);
    expect((await Sessions.findOne({ personId: id }).lean())?.lastUsedAt).not.toEqual(START);
  });
});

describe('a person’s sessions', () => {
  it('are listed with this one marked, without tokens or hashes', async () => {
    const { id } = await createPerson();
    const [here] = [await inSession(id), await inSession(id)];
    const listed = await listSessions(here.ctx);
    expect(listed).toHaveLength(2);
    expect(listed.filter(({ current }) => current).map((session) => session.id)).toEqual([here.ctx.actor.sessionId]);
    expect(Object.keys(listed[0] ?? {}).sort()).toEqual(
      ['browser', 'createdAt', 'current', 'id', 'lastUsedAt', 'system'].sort(),
    );
  });

  it('end one by one, all but this one, or by signing out', async () => {
    const { id } = await createPerson();
    const [here, second, third] = [await inSession(id), await inSession(id), await inSession(id)];
    await endSession(here.ctx, { id: second.ctx.actor.sessionId ?? '' });
    expect(await actorOfSession(second.token)).toBeNull();
    expect(await endOtherSessions(here.ctx)).toBe(1);
    expect(await actorOfSession(third.token)).toBeNull();
    expect(await actorOfSession(here.token)).not.toBeNull();
    await signOut(here.ctx);
    expect(await actorOfSession(here.token)).toBeNull();
    await expect(signOut(asStranger())).resolves.toBeUndefined();
  });

  it('are nobody else’s to end', async () => {
    const [mine, theirs] = [await inSession((await createPerson()).id), await inSession((await createPerson()).id)];
    const attempt = endSession(mine.ctx, { id: theirs.ctx.actor.sessionId ?? '' });
    await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
    expect(await actorOfSession(theirs.token)).not.toBeNull();
    await expect(endSession(asStranger(), { id: 'x' })).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(listSessions(asStranger())).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('are forgotten once they ended', async () => {
    setClock(START);
    const { id } = await createPerson();
    await inSession(id);
    setClock(after(31));
    await runJob('accounts.forget-expired');
    expect(await Sessions.countDocuments({ personId: id })).toBe(0);
  });
});

describe('chooseHat', () => {
  it('keeps the hat with the session, and takes no other words', async () => {
    const { ctx, token } = await inSession((await createPerson()).id);
    await chooseHat(ctx, { hat: 'ngo:clean-rivers' });
    expect(await actorOfSession(token)).toMatchObject({ hat: 'ngo:clean-rivers' });
    await expect(chooseHat(ctx, { hat: '../admin' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(chooseHat(asStranger(), { hat: 'volunteer' })).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('is what the header shows at the next request, and begins with what one came for', async () => {
    const { id } = await createPerson({ intent: 'offers_help' });
    const { slug } = await createPendingOrganisation({ ownerId: id });
    const { ctx, token } = await inSession(id);
    expect(await viewerOf(ctx)).toMatchObject({ hat: 'volunteer' });
    const put = await postForm(actions['default'], { hat: `ngo:${slug}` }, { ctx, url: 'http://causeway.test/hat' });
    expect(put).toMatchObject({ status: 303, location: `/ngo/${slug}` });
    const next = await actorOfSession(token);
    expect(await viewerOf({ ...ctx, actor: next?.actor ?? null })).toMatchObject({ hat: `ngo:${slug}` });
  });

  it('is refused for an organisation one is not a member of', async () => {
    const { ctx, token } = await inSession((await createPerson({ intent: 'offers_help' })).id);
    const { slug } = await createPendingOrganisation();
    const put = await postForm(actions['default'], { hat: `ngo:${slug}` }, { ctx, url: 'http://causeway.test/hat' });
    expect(put.status).toBe(404);
    expect(await actorOfSession(token)).toMatchObject({ hat: null, actor: { hat: 'volunteer' } });
  });
});
