/** An owner sets the rules of the employer's programme; the first time makes it. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { isDuplicateKey } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { setProviderDomains } from '$lib/domains/accounts/server/commands/sign-on/set-provider-domains';
import { hostOf } from '$lib/domains/organisations/organisation';
import { workspaceOf } from '$lib/domains/organisations/server/queries/workspace';
import { whyNotDomain, type Programme } from '../../../programme';
import type { ProgrammeInput } from '../../../programme-input';
import { findProgramme, requireEmployerById } from '../../access';
import { Programmes } from '../../programme.model';

/** `version` is the one the form was filled from; 0 for a programme that does not exist yet. */
export async function saveProgramme(ctx: Context, input: ProgrammeInput & { organisationId: string }): Promise<void> {
  const { organisationId, version, yearlyHours, capHours, domains, ...rules } = input;
  const { organisation } = await requireEmployerById(ctx, organisationId, 'owner');
  const known = await findProgramme(organisationId);
  if ((known?.version ?? 0) !== version) throw new AppError('conflict', 'error_conflict');
  if (capHours > yearlyHours) throw new AppError('refused', 'programme_refusal_cap', { field: 'capHours' });
  const fresh = domains.filter((domain) => !known?.domains.includes(domain));
  await requireOwnDomains(ctx, organisation.slug, fresh);
  // A domain that is taken away is shut at the door first, one that is added opens it last.
  await setProviderDomains(ctx, { key: organisationId, domains: domains.filter((each) => !fresh.includes(each)) });
  const set = {
    ...rules,
    yearlyMinutes: yearlyHours * 60,
    capMinutes: capHours * 60,
    version: version + 1,
    // An empty list is left out: the unique index is for domains.
    ...(domains.length > 0 ? { domains } : {}),
  };
  await write(ctx, { organisationId, isNew: known === null, version }, set, domains.length === 0);
  await setProviderDomains(ctx, { key: organisationId, domains });
}

async function write(
  ctx: Context,
  { organisationId, isNew, version }: { organisationId: string; isNew: boolean; version: number },
  set: Partial<Programme>,
  withoutDomains: boolean,
): Promise<void> {
  try {
    if (isNew) {
      await Programmes.create({ _id: organisationId, ...set, createdAt: ctx.now, timeline: [entry(ctx, 'created')] });
      return;
    }
    const written = await Programmes.updateOne(
      { _id: organisationId, version },
      {
        $set: set,
        ...(withoutDomains ? { $unset: { domains: 1 } } : {}),
        $push: { timeline: entry(ctx, 'changed') },
      },
    );
    if (written.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const taken = error.keyPattern && 'domains' in error.keyPattern;
    throw taken
      ? new AppError('refused', 'programme_refusal_domain_taken', { field: 'domains' })
      : new AppError('conflict', 'error_conflict');
  }
}

async function requireOwnDomains(ctx: Context, slug: string, domains: readonly string[]): Promise<void> {
  if (domains.length === 0 || ctx.system) return;
  const { organisation } = await workspaceOf(ctx, slug, 'owner');
  const contact = await personContact(requireConfirmed(ctx).personId);
  const checked = organisation.state === 'verified' ? hostOf(organisation.texts.website) : null;
  for (const domain of domains) {
    const refusal = whyNotDomain(domain, { websiteHost: checked, email: contact?.email ?? '' });
    if (refusal) throw new AppError('refused', refusal, { field: 'domains', params: { domain } });
  }
}
