/** Writing to the other side: who may, what follows, and the same form twice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markRead } from '../../../src/lib/domains/messaging/server/commands/mark-read';
import { sendMessage } from '../../../src/lib/domains/messaging/server/commands/send-message';
import { threadOf } from '../../../src/lib/domains/messaging/server/queries/thread-of';
import { unreadThreads } from '../../../src/lib/domains/messaging/server/queries/unread-threads';
import { eraseEverywhere } from '../../../src/lib/domains/accounts/server/erasure';
import { diskStore } from '../../../src/lib/server/files/disk-store';
import { fileAnswer } from '../../../src/lib/server/files/file-answer';
import { Files } from '../../../src/lib/server/files/file.model';
import { setFileStore } from '../../../src/lib/server/files/files';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createApplication, createEngagement, readApplication } from '../../support/factories/engagements';
import { createMember, createSomePerson } from '../../support/factories/organisations';

const about = (subjectId: string, kind: 'application' | 'engagement' = 'application') => ({ kind, subjectId });

describe('messages', () => {
  it('reach the other side on the page and by e-mail; the NGO’s first one shows that it reads', async () => {
    const { id, byNgo, byVolunteer, volunteer } = await createApplication();
    const [ngo, her] = [await byNgo(), await byVolunteer()];
    await sendMessage(her, { ...about(id), text: 'May I ask about the calendar?' });
    expect(await readApplication(id)).toMatchObject({ state: 'submitted' });
    await sendMessage(ngo, { ...about(id), text: 'The vote is in March.' });
    expect(await readApplication(id)).toMatchObject({ state: 'under_review' });
    const thread = await threadOf(her, 'application', id);
    expect(thread.messages.map(({ side, mine }) => [side, mine])).toEqual([
      ['volunteer', true],
      ['ngo', false],
    ]);
    await drainAll();
    const copy = (await mailTo(volunteer.email)).at(-1);
    expect(copy?.text).toContain('> The vote is in March.');
    expect(copy?.text).toContain(`http://causeway.test/applications/${id}#thread`);
  });

  it('are counted as new until they are read', async () => {
    const { id, byNgo, byVolunteer } = await createApplication();
    await sendMessage(await byNgo(), { ...about(id), text: 'Good morning.' });
    expect(await unreadThreads(await byVolunteer(), 'application', [id])).toEqual({ [id]: 1 });
    expect(await unreadThreads(await byNgo(), 'application', [id])).toEqual({});
    await markRead(await byVolunteer(), about(id));
    await markRead(await byVolunteer(), about(id));
    expect(await unreadThreads(await byVolunteer(), 'application', [id])).toEqual({});
    const outsider = await asPerson((await createSomePerson()).id);
    expect(await unreadThreads(outsider, 'application', [id])).toEqual({});
  });

  it('are written once when one form is sent ten times', async () => {
    const { id, byVolunteer } = await createEngagement();
    const ctx = await byVolunteer();
    const key = newId();
    await Promise.all(
      Array.from({ length: 10 }, () =>
        sendMessage(ctx, { ...about(id, 'engagement'), text: 'Draft one is ready.' }, key),
      ),
    );
    expect((await threadOf(ctx, 'engagement', id)).messages).toHaveLength(1);
  });

  it('are for the parties only: viewers read, strangers learn nothing', async () => {
    const { id, mission, byVolunteer } = await createApplication();
    await sendMessage(await byVolunteer(), { ...about(id), text: 'Hello.' });
    const viewer = await asPerson((await createMember({ id: mission.organisationId }, 'viewer')).id);
    expect(await threadOf(viewer, 'application', id)).toMatchObject({ mayWrite: false, unread: 1 });
    await expect(sendMessage(viewer, { ...about(id), text: 'Hi.' })).rejects.toMatchObject({ code: 'forbidden' });
    const outsider = await asPerson((await createSomePerson()).id);
    await expect(threadOf(outsider, 'application', id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(sendMessage(outsider, { ...about(id), text: 'Hi.' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(markRead(outsider, about(id))).rejects.toMatchObject({ code: 'not_found' });
    await expect(sendMessage(asStranger(), { ...about(id), text: 'Hi.' })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(threadOf(viewer, 'application', newId())).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a file with a message', () => {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-files-'));
  beforeAll(() => setFileStore(diskStore(folder)));
  afterAll(() => {
    setFileStore(undefined);
    rmSync(folder, { recursive: true });
  });
  const upload = () => ({ name: 'Calendar.txt', bytes: new TextEncoder().encode('The vote is on 12 March.') });

  it('is read by both sides, told of in the mail, sent once, and goes with whoever sent it', async () => {
    const { id, byNgo, byVolunteer, volunteer } = await createApplication();
    const [ngo, her] = [await byNgo(), await byVolunteer()];
    const key = newId();
    const message = { ...about(id), text: 'Here it is.', file: upload() };
    await Promise.all([1, 2, 3].map(() => sendMessage(ngo, message, key)));
    const { messages } = await threadOf(her, 'application', id);
    expect(messages).toHaveLength(1);
    const file = messages[0]?.file;
    expect(file).toMatchObject({ name: 'Calendar.txt', kind: 'text' });
    expect(await Files.countDocuments({ subject: `thread-application:${id}` })).toBe(1);
    for (const ctx of [ngo, her]) expect((await fileAnswer(ctx, file?.id ?? '')).status).toBe(200);
    const outsider = await asPerson((await createSomePerson()).id);
    await expect(fileAnswer(outsider, file?.id ?? '')).rejects.toMatchObject({ code: 'not_found' });
    await expect(sendMessage(outsider, message)).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      sendMessage(her, { ...about(id), text: 'x', file: { name: 'a.pdf', bytes: new TextEncoder().encode('<html>') } }),
    ).rejects.toMatchObject({ field: 'attachment' });
    await drainAll();
    expect((await mailTo(volunteer.email)).at(-1)?.text).toContain('Calendar.txt');

    await eraseEverywhere(ngo.actor?.personId ?? '');
    expect((await threadOf(her, 'application', id)).messages).toMatchObject([{ text: '', file: null }]);
    await expect(fileAnswer(her, file?.id ?? '')).rejects.toMatchObject({ code: 'not_found' });
  });
});
