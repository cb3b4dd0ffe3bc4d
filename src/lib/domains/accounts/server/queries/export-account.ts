/** Everything the platform keeps about a person, for that person. */
import { requireActor, type Context } from '$lib/server/context';
import { personalDataOf } from '../personal-data';

export interface AccountExport {
  exportedAt: string;
  personId: string;
  /** By domain: `accounts.person`, `volunteers.profile`, … */
  data: Record<string, unknown>;
}

export async function exportAccount(ctx: Context): Promise<AccountExport> {
  const { personId } = requireActor(ctx);
  return { exportedAt: ctx.now.toISOString(), personId, data: await personalDataOf(personId) };
}
