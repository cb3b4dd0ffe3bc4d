import { describe, expect, it } from 'vitest';
import { recordReply } from '../../../src/lib/domains/organisations/server/commands/record-reply';
import { organisationCards } from '../../../src/lib/domains/organisations/server/queries/organisation-cards';
import { asStranger, asSystem } from '../../support/contexts';
import { createVerifiedOrganisation } from '../../support/factories/organisations';

describe('recordReply', () => {
  it('keeps what was asked, what was answered and the median', async () => {
    const { id: organisationId } = await createVerifiedOrganisation();
    for (const replyHours of [2, 30, 4]) {
      await recordReply(asSystem(), { organisationId, answered: true, replyHours });
    }
    await recordReply(asSystem(), { organisationId, answered: false, replyHours: null });
    const card = (await organisationCards([organisationId])).get(organisationId);
    expect(card).toMatchObject({ replyHours: 4, shareAnswered: 0.75 });
  });

  it('loses none of eight replies at once, and counts a repeated cause once', async () => {
    const { id: organisationId } = await createVerifiedOrganisation();
    const reply = (key: string) => recordReply(asSystem(), { organisationId, answered: true, replyHours: 1, key });
    await Promise.all(Array.from({ length: 8 }, (_, index) => reply(`application-${index}`)));
    await reply('application-0');
    await recordReply(asSystem(), { organisationId, answered: false, replyHours: null });
    expect((await organisationCards([organisationId])).get(organisationId)?.shareAnswered).toBeCloseTo(8 / 9);
  });

  it('is not for strangers', async () => {
    const { id: organisationId } = await createVerifiedOrganisation();
    await expect(recordReply(asStranger(), { organisationId, answered: true, replyHours: 1 })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(
      recordReply(asSystem(), { organisationId: 'x'.repeat(20), answered: true, replyHours: 1 }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
