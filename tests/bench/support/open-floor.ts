/** An open floor for the benchmarks, written straight into the store: what comes before the gong is not what they measure. */
import type { StaffMember } from '../../../src/lib/domains/exchange/edition/edition';
import { Editions } from '../../../src/lib/domains/exchange/server/edition.model';
import { Registrations } from '../../../src/lib/domains/exchange/server/registration.model';
import { now } from '../../../src/lib/server/clock';
import { newId } from '../../../src/lib/shared/ids';
import { anEdition } from '../../support/factories/exchange';

export interface OpenFloor {
  editionId: string;
  slug: string;
  /** Registrations with a place. */
  sides: string[];
}

export async function openFloor(organisations: number, staff: StaffMember[]): Promise<OpenFloor> {
  const editionId = newId();
  const slug = `bench-${editionId}`;
  const sides = Array.from({ length: organisations }, () => newId());
  await Editions.create({
    _id: editionId,
    slug,
    ...anEdition({ dealsPerRequest: 50 }),
    state: 'floor_open',
    staff,
    places: sides,
    badgeSecret: 'bench',
    openings: 1,
    openedAt: now(),
    createdAt: now(),
  });
  await Registrations.insertMany(
    sides.map((_id, place) => ({
      _id,
      editionId,
      organisationId: newId(),
      name: `Organisation ${place}`,
      state: 'approved' as const,
      submittedAt: now(),
    })),
  );
  return { editionId, slug, sides };
}
