/** The volunteer takes a certificate of accepted work, or changes what its public page shows. */
import { randomBytes } from 'node:crypto';
import type { Context } from '$lib/server/context';
import { hasVerifiedHours } from '../../../engagement/ending';
import { whyNotStep } from '../../../engagement/engagement';
import { changeEngagement, refuse } from '../../change-engagement';

export interface IssueCertificate {
  engagementId: string;
  showsName: boolean;
  showsMission: boolean;
  showsHours: boolean;
}

/** The address stays the same while she changes her mind about what it shows. */
export async function issueCertificate(ctx: Context, input: IssueCertificate): Promise<void> {
  const { engagementId, showsName, showsMission, showsHours } = input;
  await changeEngagement(ctx, engagementId, 'volunteer', ({ state, hours, certificate }) => {
    refuse(whyNotStep(state, 'certify'));
    // What ended early counts for the hours that the NGO verified.
    refuse(state === 'terminated' && !hasVerifiedHours(hours) ? 'certificate_refusal_no_hours' : null);
    const shown = { showsName, showsMission, showsHours };
    const { code, issuedAt } = certificate ?? { code: randomBytes(16).toString('hex'), issuedAt: ctx.now };
    const same =
      certificate &&
      (['showsName', 'showsMission', 'showsHours'] as const).every((key) => certificate[key] === shown[key]);
    if (same) return null;
    return {
      set: { certificate: { code, issuedAt, ...shown } },
      entries: certificate ? [] : [{ what: 'certificate' }],
    };
  });
}
