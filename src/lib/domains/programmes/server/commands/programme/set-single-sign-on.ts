/** An owner connects the employer's OpenID provider; it is asked before anything is kept. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import { saveProvider } from '$lib/domains/accounts/server/commands/sign-on/save-provider';
import { findProgramme, requireEmployerById } from '../../access';

export interface SetSingleSignOn {
  organisationId: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
}

export async function setSingleSignOn(ctx: Context, input: SetSingleSignOn): Promise<void> {
  const { organisationId, ...provider } = input;
  requireConfirmed(ctx);
  const { organisation } = await requireEmployerById(ctx, organisationId, 'owner');
  if (organisation.state !== 'verified') throw new AppError('refused', 'programme_needs_verification');
  const programme = await findProgramme(organisationId);
  if (!programme) throw new AppError('refused', 'programme_refusal_rules_first');
  await takeFromLimit('inviteByOrganisation', `sign-on:${organisationId}`);
  await saveProvider(ctx, { ...provider, key: organisationId, name: organisation.name, domains: programme.domains });
}
