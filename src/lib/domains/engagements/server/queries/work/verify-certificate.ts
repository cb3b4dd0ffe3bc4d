/** What whoever holds the address of a certificate may read: that it is genuine, and what the volunteer agreed to show. */
import { systemContext } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { CERTIFICATE_CODE } from '../../../certificate/certificate';
import { totalsOf } from '../../../hours/hours';
import { Engagements, type EngagementDocument } from '../../engagement.model';
import { namesOf } from '../../naming';

export interface CertificateProof {
  /** The two are in dispute about the work: that it was certified stands, what it says does not until they are done. */
  underReview: boolean;
  issuedAt: string;
  acceptedAt: string | null;
  name: string | null;
  mission: { title: string; language: string; slug: string; ngo: string; role: string } | null;
  verifiedMinutes: number | null;
}

/** @throws AppError not_found for addresses that were never given, or were taken back */
export async function verifyCertificate(code: string): Promise<CertificateProof> {
  const found = CERTIFICATE_CODE.test(code)
    ? await Engagements.findOne({ 'certificate.code': code }).lean<EngagementDocument>()
    : null;
  if (!found?.certificate) throw new AppError('not_found', 'error_not_found');
  const { certificate, acceptedAt, hours, missionId } = found;
  const issuedAt = certificate.issuedAt.toISOString();
  if (found.state === 'disputed')
    return { underReview: true, issuedAt, acceptedAt: null, name: null, mission: null, verifiedMinutes: null };
  const [names, mission] = await Promise.all([namesOf(systemContext(), [found]), missionForWork(missionId)]);
  const { volunteer, role, ngo } = names(found);
  const isPublic = certificate.showsMission && mission?.confidentiality === 'public';
  return {
    underReview: false,
    issuedAt,
    acceptedAt: acceptedAt?.toISOString() ?? null,
    name: certificate.showsName ? volunteer.name : null,
    mission: isPublic
      ? { title: mission.title, language: mission.language, slug: mission.slug, ngo: ngo?.name ?? '', role: role.title }
      : null,
    verifiedMinutes: certificate.showsHours ? totalsOf(hours).verified : null,
  };
}
