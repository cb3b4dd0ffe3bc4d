/** The volunteer closes the public page of her certificate: its address proves nothing any more. */
import type { Context } from '$lib/server/context';
import { changeEngagement } from '../../change-engagement';

/** Withdrawing twice changes nothing; a new certificate gets a new address. */
export async function withdrawCertificate(ctx: Context, input: { engagementId: string }): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'volunteer', ({ certificate }) =>
    certificate ? { set: { certificate: null }, entries: [{ what: 'certificate_withdrawn' }] } : null,
  );
}
