/**
 * The socket into which the programmes domain plugs: whether an employer sponsors a piece of work. Programmes stand above
 * engagements, so they answer here and are never called.
 */
import { isoDay } from '$lib/shared/dates';
import type { CharterSponsor } from '../../charter/charter';
import type { WorkSponsor } from '../../hours/sponsored-time';

export interface WorkSponsorship extends WorkSponsor {
  isPublic: boolean;
  signed: { name: string; at: Date } | null;
}

type Lookup = (workIds: readonly string[]) => Promise<Map<string, WorkSponsorship>>;

let lookup: Lookup | undefined;

export function registerSponsorships(read: Lookup): void {
  lookup = read;
}

/** By the id of the application, which is the engagement's. */
export async function sponsorshipOf(workId: string): Promise<WorkSponsorship | null> {
  return (await lookup?.([workId]))?.get(workId) ?? null;
}

/** What the charter says of the sponsor; null until the request is approved, and after the sponsorship has ended. */
export async function charterSponsorOf(workId: string): Promise<CharterSponsor | null> {
  const sponsorship = await sponsorshipOf(workId);
  if (sponsorship?.state !== 'approved' || !sponsorship.signed) return null;
  const { employer, minutes, isPublic, signed } = sponsorship;
  return { employer, hours: minutes / 60, isPublic, signedBy: signed.name, signedOn: isoDay(signed.at) };
}
