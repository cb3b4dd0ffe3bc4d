/** An administrator changes what holds for the whole installation. */
import { isAdministrator, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { isDuplicateKey } from '$lib/server/mongo';
import { forgetSettings, Settings, SETTINGS_ID, storedSettings } from '$lib/server/settings/platform-settings';
import { AppError } from '$lib/shared/app-error';
import type { SettingsInput } from '../../settings/settings-input';
import '../moderation-events';

/** @throws AppError not_found for whoever is no administrator; conflict when somebody else was faster */
export async function saveSettings(ctx: Context, { seen, ...settings }: SettingsInput): Promise<void> {
  if (!isAdministrator(ctx)) throw new AppError('not_found', 'error_not_found');
  const { version, ...before } = await storedSettings();
  if (version !== seen) throw new AppError('conflict', 'error_conflict');
  const by = ctx.actor?.personId ?? null;
  const event = emit('settings.changed', { by, before, after: settings });
  if (seen === 0) {
    try {
      await Settings.create({ _id: SETTINGS_ID, ...settings, version: 1, outbox: [event] });
    } catch (error) {
      if (isDuplicateKey(error)) throw new AppError('conflict', 'error_conflict');
      throw error;
    }
  } else {
    const { matchedCount } = await Settings.updateOne(
      { _id: SETTINGS_ID, version: seen },
      { $set: { ...settings, version: seen + 1 }, $push: { outbox: event } },
    );
    if (matchedCount === 0) throw new AppError('conflict', 'error_conflict');
  }
  forgetSettings();
}
