/** The platform's settings: who may change them, within which bounds, two at once, and what they change. */
import { afterEach, describe, expect, it } from 'vitest';
import { signUp } from '../../../src/lib/domains/accounts/server/commands/sign-up';
import { applyForRole } from '../../../src/lib/domains/engagements/server/commands/applications/apply-for-role';
import { offerRole } from '../../../src/lib/domains/engagements/server/commands/applications/offer-role';
import { AuditEntries } from '../../../src/lib/domains/moderation/server/audit-entry.model';
import { saveSettings } from '../../../src/lib/domains/moderation/server/commands/save-settings';
import { settingsPage } from '../../../src/lib/domains/moderation/server/queries/settings-page';
import { settingsSchema, type SettingsInput } from '../../../src/lib/domains/moderation/settings/settings-input';
import { informationText } from '../../../src/lib/domains/transparency/server/queries/information-text';
import { enqueueMail } from '../../../src/lib/server/mail/enqueue-mail';
import {
  FIRST_SETTINGS,
  forgetSettings,
  platformSettings,
  Settings,
  SETTINGS_ID,
  storedSettings,
} from '../../../src/lib/server/settings/platform-settings';
import { addWorkingDays } from '../../../src/lib/shared/dates';
import { atOnce } from '../../support/at-once';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createPerson } from '../../support/factories/accounts';
import { createApplicant, NOTE, readApplication } from '../../support/factories/engagements';
import { createMission } from '../../support/factories/missions';

afterEach(async () => {
  await Settings.deleteMany({});
  forgetSettings();
});

const wanted = (changes: Partial<SettingsInput> = {}): SettingsInput => ({ ...FIRST_SETTINGS, seen: 0, ...changes });

async function anAdministrator() {
  const { id } = await createPerson({}, { platformRoles: ['administrator'] });
  return asPerson(id);
}

describe('the settings', () => {
  it('are for administrators; two at once are one change and one conflict, and the audit log keeps both sides', async () => {
    const [one, other] = [await anAdministrator(), await anAdministrator()];
    const moderator = await asPerson((await createPerson({}, { platformRoles: ['moderator'] })).id);
    for (const ctx of [moderator, asStranger()]) {
      await expect(settingsPage(ctx)).rejects.toMatchObject({ code: 'not_found' });
      await expect(saveSettings(ctx, wanted())).rejects.toMatchObject({ code: 'not_found' });
    }
    for (const seen of [0, 1]) {
      const race = await atOnce([
        () => saveSettings(one, wanted({ seen, replyDays: 7 + seen })),
        () => saveSettings(other, wanted({ seen, replyDays: 9 + seen })),
      ]);
      expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(race.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
    }
    expect(await settingsPage(one)).toMatchObject({ version: 2 });
    await expect(saveSettings(one, wanted({ seen: 1 }))).rejects.toMatchObject({ code: 'conflict' });
    await drainAll();
    const kept = await AuditEntries.find({ kind: 'settings.changed' }).sort({ at: 1, _id: 1 }).lean();
    expect(kept).toHaveLength(2);
    expect(JSON.parse(kept[0]?.before ?? '')).toEqual(FIRST_SETTINGS);
    expect(kept[1]?.before).toBe(kept[0]?.after);
  });

  it('of an older release lack what came later, and take its first value', async () => {
    const { offerDays, ...older } = FIRST_SETTINGS;
    await Settings.collection.insertOne({ _id: SETTINGS_ID as never, ...older, replyDays: 9, version: 4, outbox: [] });
    forgetSettings();
    expect(await platformSettings()).toEqual({ ...FIRST_SETTINGS, replyDays: 9, offerDays });
    await saveSettings(await anAdministrator(), wanted({ seen: 4, offerDays: 7 }));
    expect(await storedSettings()).toMatchObject({ version: 5, offerDays: 7 });
  });

  it('have bounds, which are said at the field, and nothing that is not a setting', () => {
    const numbers = { replyDays: '5', offerDays: '5', undecidedPerSeat: '3' };
    const typed = { seen: '0', ...numbers, contactEmail: '', registrationOpen: 'on' };
    expect(settingsSchema.safeParse(typed).success).toBe(true);
    const wrong = {
      replyDays: ['2', '16', '', '5.5', 'many'],
      offerDays: ['1', '16', '-2', '2.5'],
      undecidedPerSeat: ['0', '11', '-1'],
      contactEmail: ['nobody', 'a@b.example, c@d.example'],
      operatorName: ['x'.repeat(121)],
      weights: ['1'],
    };
    for (const [field, values] of Object.entries(wrong))
      for (const value of values) {
        const { error } = settingsSchema.safeParse({ ...typed, [field]: value });
        const where = error?.issues.map(({ path, code }) =>
          code === 'unrecognized_keys' ? 'weights' : path.join('.'),
        );
        expect([...new Set(where)], `${field} ${value}`).toEqual([field]);
      }
  });

  it('act: on sign-up, on applications, on legal pages and under mails', async () => {
    const ctx = await anAdministrator();
    const operatorName = 'House of <Rivers> *vzw*';
    await saveSettings(
      ctx,
      wanted({
        operatorName,
        operatorAddress: 'Quay 4\n5000 Namur',
        contactEmail: 'house@rivers.example',
        replyDays: 8,
        offerDays: 2,
        undecidedPerSeat: 1,
        registrationOpen: false,
      }),
    );
    const newcomer = {
      name: 'Ada',
      email: 'ada@people.example',
      password: 'seven green umbrellas',
      locale: 'en',
    } as const;
    await expect(signUp(asStranger(), newcomer)).rejects.toMatchObject({ reason: 'account_sign_up_closed' });

    const mission = await createMission();
    const which = { missionId: mission.id, roleId: mission.roleIds[0] ?? '', note: NOTE };
    const apply = async () => applyForRole(await asPerson((await createApplicant()).id), which);
    const { applicationId } = await apply();
    const application = await readApplication(applicationId);
    expect(application.dueAt).toEqual(addWorkingDays(application.appliedAt, 8));
    expect((await apply()).state).toBe('waitlisted');
    await offerRole(await asPerson(mission.ownerId), { applicationId });
    const offered = await readApplication(applicationId);
    expect(offered.dueAt).toEqual(addWorkingDays(offered.offeredAt ?? new Date(0), 2));

    const { html } = await informationText('privacy', 'fr');
    expect(html).toContain('House of &lt;Rivers&gt; *vzw*, Quay 4, 5000 Namur');
    expect(html).toContain('house@rivers.example');
    const content = () => ({ subject: 'News', paragraphs: ['Something happened.'] });
    await enqueueMail({ key: 'settings-test', to: 'reader@people.example', locale: 'en', category: 'work', content });
    const [mail] = await mailTo('reader@people.example');
    expect(mail?.text).toContain(`${operatorName}, Quay 4, 5000 Namur`);
    expect(mail?.html).toContain('House of &lt;Rivers&gt; *vzw*, Quay 4');
  });
});
