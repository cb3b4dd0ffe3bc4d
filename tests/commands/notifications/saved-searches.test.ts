/** Saved searches: kept once, told of new missions once, at the rhythm chosen, and of nothing one may not see. */
import { describe, expect, it } from 'vitest';
import { exportAccount } from '../../../src/lib/domains/accounts/server/queries/export-account';
import { eraseEverywhere } from '../../../src/lib/domains/accounts/server/erasure';
import { cancelMission } from '../../../src/lib/domains/missions/server/commands/cancel-mission';
import { deleteSearch } from '../../../src/lib/domains/notifications/server/commands/watch/delete-search';
import { editSearch } from '../../../src/lib/domains/notifications/server/commands/watch/edit-search';
import { saveSearch } from '../../../src/lib/domains/notifications/server/commands/watch/save-search';
import { savedSearches } from '../../../src/lib/domains/notifications/server/queries/watch/saved-searches';
import { searchToSave } from '../../../src/lib/domains/notifications/server/queries/watch/search-to-save';
import { MAX_SEARCHES, type Rhythm } from '../../../src/lib/domains/notifications/watch/saved-search';
import { setClock } from '../../../src/lib/server/clock';
import type { Context } from '../../../src/lib/server/context';
import { runJob } from '../../../src/lib/server/jobs/jobs';
import { newId } from '../../../src/lib/shared/ids';
import { atOnce } from '../../support/at-once';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createPerson } from '../../support/factories/accounts';
import { createMission } from '../../support/factories/missions';
import { createVerifiedOrganisation } from '../../support/factories/organisations';

const save = (ctx: Context, query: string, rhythm: Rhythm = 'now', name = 'Mine', key?: string) =>
  saveSearch(ctx, { name, rhythm, query }, key ?? null);

async function look(): Promise<void> {
  await drainAll();
  await runJob('notifications.searches');
  await drainAll();
  await runJob('notifications.digests');
}

const subjects = async (person: { email: string }) => (await mailTo(person.email)).map(({ subject }) => subject);

describe('saving a search', () => {
  it('keeps what was chosen under a name, with what it finds now', async () => {
    const person = await createPerson();
    const ctx = await asPerson(person.id);
    const shown = await searchToSave(ctx, 'page=2&cause=nature&language=fr&q=sea&sort=newest');
    expect(shown).toMatchObject({ query: 'q=sea&cause=nature&language=fr', left: MAX_SEARCHES, known: null });
    expect(shown.parts).toHaveLength(3);
    const { searchId } = await save(ctx, shown.query, 'weekly', 'The sea');
    expect(await savedSearches(ctx)).toEqual([
      { id: searchId, name: 'The sea', query: shown.query, rhythm: 'weekly', count: 0 },
    ]);
    expect(await searchToSave(ctx, shown.query)).toMatchObject({ known: 'The sea', left: MAX_SEARCHES - 1 });
    await editSearch(ctx, { id: searchId, name: 'The sea in French', rhythm: 'none' });
    expect(await savedSearches(ctx)).toMatchObject([{ name: 'The sea in French', rhythm: 'none' }]);
    await deleteSearch(ctx, { id: searchId });
    await deleteSearch(ctx, { id: searchId });
    expect(await savedSearches(ctx)).toEqual([]);
  });

  it('keeps one for a form that is sent ten times, and never more than the most', async () => {
    const person = await createPerson();
    const ctx = await asPerson(person.id);
    const key = newId();
    const sent = await atOnce(Array.from({ length: 10 }, () => () => save(ctx, 'cause=nature', 'now', 'Once', key)));
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(await savedSearches(ctx)).toHaveLength(1);
    for (let number = 2; number < MAX_SEARCHES; number++) await save(ctx, `q=word${number}`, 'none');
    const last = await atOnce([() => save(ctx, 'q=one'), () => save(ctx, 'q=other'), () => save(ctx, 'q=third')]);
    expect(last.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(save(ctx, 'q=more')).rejects.toMatchObject({ code: 'refused', reason: 'watch_error_full' });
    await expect(save(ctx, 'cause=nature')).rejects.toMatchObject({ code: 'refused', reason: 'watch_error_known' });
  });

  it('is for people with a confirmed address, and for their own searches', async () => {
    const [owner, other] = [await createPerson(), await createPerson()];
    const ctx = await asPerson(owner.id);
    const { searchId: id } = await save(ctx, 'cause=nature');
    const change = { id, name: 'Taken', rhythm: 'none' as const };
    await expect(editSearch(await asPerson(other.id), change)).rejects.toMatchObject({ code: 'not_found' });
    await deleteSearch(await asPerson(other.id), { id });
    expect(await savedSearches(ctx)).toMatchObject([{ name: 'Mine' }]);
    await expect(save(asStranger(), '')).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(savedSearches(asStranger())).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(searchToSave(asStranger(), '')).rejects.toMatchObject({ code: 'unauthenticated' });
    const unconfirmed = await createPerson({}, { confirmed: false });
    await expect(save(await asPerson(unconfirmed.id), '')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(save(ctx, 'skill[$ne]=x')).rejects.toMatchObject({ code: 'invalid' });
    await expect(searchToSave(ctx, '$where=1')).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('alerts', () => {
  it('tell at once of a mission that fits, once, and of no other', async () => {
    const organisation = await createVerifiedOrganisation();
    const parents = { organisationId: organisation.id, ownerId: organisation.ownerId };
    const [fits, words, apart] = [await createPerson(), await createPerson({ locale: 'fr' }), await createPerson()];
    await createMission({ title: 'Was there before', causes: ['nature'] }, parents);
    await drainAll();
    await save(await asPerson(fits.id), 'cause=nature&cause=climate&place=remote', 'now', 'Nature');
    // The same mission in a second search of hers is no second alert.
    await save(await asPerson(fits.id), 'stage=first_reading', 'now', 'First readings');
    await save(await asPerson(words.id), 'q=hedgehog', 'now', 'Hérissons');
    await save(await asPerson(apart.id), 'cause=consumers', 'now');
    const { slug } = await createMission({ title: 'Hedges for the hedgehog', causes: ['nature'] }, parents);
    await look();
    await look();
    expect(await subjects(fits)).toEqual(['New for your search “Nature”: Hedges for the hedgehog']);
    expect(await subjects(words)).toEqual(['Nouveau pour votre recherche « Hérissons » : Hedges for the hedgehog']);
    expect(await subjects(apart)).toEqual([]);
    const [mail] = await mailTo(fits.email);
    expect(mail?.text).toContain(`http://causeway.test/missions/${slug}`);
    expect(mail?.unsubscribeUrl).toContain('.searches.');
  });

  it('tell each morning of all that is new, in one digest, and leave out what has ended meanwhile', async () => {
    const organisation = await createVerifiedOrganisation();
    const parents = { organisationId: organisation.id, ownerId: organisation.ownerId };
    const person = await createPerson();
    setClock(new Date('2027-01-13T12:00:00Z'));
    await save(await asPerson(person.id), 'cause=consumers', 'daily', 'Trains');
    await save(await asPerson(person.id), 'cause=equality', 'daily', 'Homes');
    setClock(new Date('2027-01-13T12:01:00Z'));
    const made = [];
    for (const title of ['Night trains for Europe', 'Trams for every town', 'Ferries on clean fuel'])
      made.push(await createMission({ title, causes: ['consumers'] }, parents));
    await createMission({ title: 'Empty flats for families', causes: ['equality'] }, parents);
    await cancelMission(await asPerson(organisation.ownerId), { missionId: made[2]?.id ?? '', reason: 'Over.' });
    await look();
    expect(await subjects(person)).toEqual([]);
    setClock(new Date('2027-01-14T07:00:30Z'));
    await look();
    await look();
    const [digest, ...more] = await mailTo(person.email);
    expect(more).toEqual([]);
    expect(digest?.text).toContain('2 new missions for your search “Trains”');
    expect(digest?.text).toContain('New for your search “Homes”: Empty flats for families');
    expect(digest?.text).not.toContain('Ferries');
    setClock(new Date('2027-01-15T07:00:30Z'));
    await look();
    expect(await subjects(person)).toHaveLength(1);
  });

  it('begin when they are switched on, and name no confidential mission', async () => {
    const organisation = await createVerifiedOrganisation();
    const parents = { organisationId: organisation.id, ownerId: organisation.ownerId };
    const person = await createPerson();
    const ctx = await asPerson(person.id);
    const { searchId: id } = await save(ctx, 'cause=migration', 'none');
    await createMission({ title: 'While it was silent', causes: ['migration'] }, parents);
    await look();
    await editSearch({ ...ctx, now: new Date() }, { id, name: 'Mine', rhythm: 'now' });
    const secret = { title: 'The Wexhaven ruling', causes: ['migration'], confidentiality: 'cleared' as const };
    await createMission(
      {
        ...secret,
        anonymisedSummary: 'A ruling at a border of the Union is to be challenged before the end of the year.',
      },
      parents,
    );
    await look();
    const mails = await mailTo(person.email);
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toMatch(/Wexhaven|While it was silent/);
  });

  it('are part of the export, and go with the account', async () => {
    const person = await createPerson();
    const ctx = await asPerson(person.id);
    await save(ctx, 'cause=nature', 'now', 'Nature');
    expect(JSON.stringify(await exportAccount(ctx))).toContain('"notifications.searches":[{"name":"Nature"');
    await eraseEverywhere(person.id);
    expect(await savedSearches(ctx)).toEqual([]);
  });
});
