/** The certificate for the volunteer: whether she can take it, and what its public page shows. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { verifiedByTime, type TimeTotals } from '../../../hours/sponsored-time';
import { proofAddress } from '../../documents/proof-address';
import type { EngagementDocument } from '../../engagement.model';
import { sponsorshipOf } from '../../sponsoring/sponsor-port';
import { engagementFor, type EngagementHead } from '../engagement-view';

export interface CertificatePage extends EngagementHead {
  acceptedAt: string | null;
  /** It was taken, and rests while the two are in dispute about the work. */
  underReview: boolean;
  /** Whose time the verified hours were; null without a sponsor. */
  time: (TimeTotals & { employer: string }) | null;
  certificate: {
    address: string;
    issuedAt: string;
    showsName: boolean;
    showsMission: boolean;
    showsHours: boolean;
  } | null;
}

/** For the volunteer alone. @throws AppError not_found for everyone else */
export async function certificatePage(ctx: Context, id: string): Promise<CertificatePage> {
  const { head, engagement } = await ownEngagement(ctx, id);
  const { certificate, acceptedAt } = engagement;
  const sponsorship = await sponsorshipOf(id);
  return {
    ...head,
    acceptedAt: acceptedAt?.toISOString() ?? null,
    time: sponsorship && { ...verifiedByTime(engagement.hours, sponsorship), employer: sponsorship.employer },
    underReview: Boolean(certificate) && engagement.state === 'disputed',
    // While the two are in dispute about the work, it is certified to nobody.
    certificate:
      certificate && engagement.state !== 'disputed'
        ? {
            address: proofAddress(certificate.code),
            issuedAt: certificate.issuedAt.toISOString(),
            showsName: certificate.showsName,
            showsMission: certificate.showsMission,
            showsHours: certificate.showsHours,
          }
        : null,
  };
}

export async function ownEngagement(
  ctx: Context,
  id: string,
): Promise<{ engagement: EngagementDocument; head: EngagementHead }> {
  const { engagement, head } = await engagementFor(ctx, id);
  if (head.side !== 'volunteer') throw new AppError('not_found', 'error_not_found');
  return { engagement, head };
}
