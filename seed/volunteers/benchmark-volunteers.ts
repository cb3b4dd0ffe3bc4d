/**
 * Any number of volunteers for measurements: invented as those of the demonstration are, through the schemas of the same
 * forms, and written by the commands that import people and profiles in batches. They have no password.
 */
import { importPeople } from '$lib/domains/accounts/server/commands/operator/import-people';
import { importVolunteers } from '$lib/domains/volunteers/server/commands/import-volunteers';
import { systemContext } from '$lib/server/context';
import { Calendar } from '../engine/calendar';
import { Chance } from '../engine/chance';
import { benchmarkVolunteers, reserveBenchmarkVolunteers } from '../engine/seed-run';
import { givenName } from '../people/person-names';
import { inventVolunteer } from './invented-volunteer';
import { parsedSections } from './seed-volunteer';
import { localeOf } from './spoken-languages';
import { VOLUNTEERS_BY_COUNTRY } from './volunteer-acts';

/**
 * One batch is one transaction, and a transaction of the embedded store writes every page it touched anew. Index entries of
 * a batch lie all over the tree, so that eight times smaller batches write twelve times as much (measured at 12,000).
 */
const BATCH = 4000;

export interface BenchmarkOptions {
  count: number;
  now: Date;
  onProgress?: (done: number, total: number) => void;
  /** Stops between two batches. */
  signal?: AbortSignal;
}

export async function addBenchmarkVolunteers({ count, now, onProgress, signal }: BenchmarkOptions): Promise<void> {
  const calendar = new Calendar(now);
  const chance = new Chance('benchmark');
  const first = await benchmarkVolunteers();
  for (let done = 0; done < count;) {
    signal?.throwIfAborted();
    const size = Math.min(BATCH, count - done);
    await reserveBenchmarkVolunteers(size, calendar.today.toISOString().slice(0, 10));
    await addBatch(calendar, chance, first + done, size);
    done += size;
    onProgress?.(done, count);
  }
}

async function addBatch(calendar: Calendar, chance: Chance, from: number, size: number): Promise<void> {
  const invented = Array.from({ length: size }, (_, index) =>
    inventOne(calendar, chance.fork(from + index), from + index),
  );
  const ids = await importPeople(systemContext(), { people: invented.map(({ person }) => person), passwordHash: null });
  await importVolunteers(systemContext(), {
    volunteers: invented.map(({ person, sections }, index) => ({
      personId: ids[index] ?? '',
      sections: parsedSections(sections),
      at: person.at,
    })),
  });
}

function inventOne(calendar: Calendar, chance: Chance, number: number) {
  const country = chance.weighted(VOLUNTEERS_BY_COUNTRY);
  const locale = localeOf(country, chance);
  const { name, isWoman } = givenName(chance, country, locale);
  const at = calendar.ago(1 + chance.int(0, 720), 7 + chance.next() * 13);
  const { sections } = inventVolunteer({ calendar, chance, country, locale, isWoman });
  return { person: { name, email: `volunteer-${number + 1}@benchmark.example`, locale, at }, sections };
}
