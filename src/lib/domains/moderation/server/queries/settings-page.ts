/** The settings as administrators edit them, straight from the database. */
import { isAdministrator, type Context } from '$lib/server/context';
import { env } from '$lib/server/env';
import { storedSettings, type PlatformSettings } from '$lib/server/settings/platform-settings';
import { AppError } from '$lib/shared/app-error';

export interface SettingsPage extends PlatformSettings {
  version: number;
  /** Where people write while no address is given here. */
  configuredContact: string;
}

/** @throws AppError not_found for whoever is no administrator */
export async function settingsPage(ctx: Context): Promise<SettingsPage> {
  if (!isAdministrator(ctx)) throw new AppError('not_found', 'error_not_found');
  return { ...(await storedSettings()), configuredContact: env().CONTACT_EMAIL };
}
