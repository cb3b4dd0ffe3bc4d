/** The dashboard of an employer must not depend on how many people it has: 5,000 staff and 50,000 entries against 500. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { importPeople } from '../../src/lib/domains/accounts/server/commands/operator/import-people';
import { createOrganisation } from '../../src/lib/domains/organisations/server/commands/create-organisation';
import { verifyOrganisation } from '../../src/lib/domains/organisations/server/commands/verification/verify-organisation';
import { foldFigures } from '../../src/lib/domains/programmes/server/jobs/fold-figures';
import { markFigures } from '../../src/lib/domains/programmes/server/figures/mark-figures';
import { employerDashboard } from '../../src/lib/domains/programmes/server/queries/employer-dashboard';
import { Staff } from '../../src/lib/domains/programmes/server/staff.model';
import { SponsoredEntries } from '../../src/lib/domains/programmes/server/statements/entry.model';
import { now } from '../../src/lib/server/clock';
import { systemContext, type SignedIn } from '../../src/lib/server/context';
import { startPlatform, stopPlatform } from '../../src/lib/server/start';
import { newId } from '../../src/lib/shared/ids';

const ROUNDS = 60;
const BATCH = 2500;
const CAUSES = ['climate', 'nature', 'health', 'democracy', 'digital', 'work'];

async function employer(name: string): Promise<{ id: string; slug: string; ctx: SignedIn }> {
  const email = `${name}@${name}.example`;
  const [personId = ''] = await importPeople(systemContext(), {
    people: [{ name, email, locale: 'en', at: now() }],
    passwordHash: null,
  });
  const actor = { personId, name, platformRoles: [], confirmed: true, sessionId: null };
  const ctx = { ...systemContext(), actor, system: false };
  const { id, slug } = await createOrganisation(ctx, {
    name,
    kind: 'employer',
    legalForm: 'BV',
    country: 'BE',
    city: 'Brussels',
    website: null,
    purpose: 'An employer that gives its staff time for work in the public interest.',
    means: 'Fees of its clients.',
    proof: 'Crossroads Bank for Enterprises.',
    registerNumber: null,
    causes: ['climate'],
    languages: ['en'],
  });
  await verifyOrganisation(systemContext(), { organisationId: id });
  return { id, slug, ctx };
}

async function fill(organisationId: string, staff: number, entries: number): Promise<void> {
  const people = Array.from({ length: staff }, () => newId());
  const year = now().getUTCFullYear();
  const inBatches = async (count: number, write: (from: number, to: number) => Promise<unknown>) => {
    for (let from = 0; from < count; from += BATCH) await write(from, Math.min(from + BATCH, count));
  };
  await inBatches(staff, (from, to) =>
    Staff.insertMany(
      people.slice(from, to).map((personId) => ({
        organisationId,
        email: `${personId}@staff.example`,
        personId,
        activeKey: personId,
        state: 'active' as const,
        joinedBy: 'list' as const,
        locale: 'en' as const,
      })),
    ),
  );
  await inBatches(entries, (from, to) =>
    SponsoredEntries.insertMany(
      Array.from({ length: to - from }, (_, index) => {
        const at = from + index;
        return {
          _id: newId(),
          organisationId,
          sponsorshipId: newId(),
          personId: people[at % staff] ?? '',
          personName: 'Somebody',
          team: `Team ${at % 9}`,
          missionId: newId(),
          causes: [CAUSES[at % CAUSES.length] ?? 'climate'],
          skills: [`skill-${at % 30}`],
          day: `${year}-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`,
          kind: 'drafting',
          minutes: 90,
          ofMinutes: 90,
          verifiedAt: now(),
          rate: { cents: 4820, country: 'BE', year: 2024, source: 'Eurostat' },
          value: 7230,
        };
      }),
    ),
  );
  const days = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`);
  await markFigures(organisationId, days);
}

const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? NaN;

export async function run() {
  const directory = mkdtempSync(join(tmpdir(), 'employers-bench-'));
  process.env['DATA_DIR'] = directory;
  process.env['DEMO'] = 'off';
  await startPlatform({ jobs: false, search: false });
  try {
    const [small, large] = [await employer('smallworks'), await employer('grandhouse')];
    await fill(small.id, 50, 500);
    await fill(large.id, 5000, 50_000);
    const began = performance.now();
    await foldFigures();
    const folded = performance.now() - began;
    const times = { small: [] as number[], large: [] as number[] };
    for (let round = -10; round < ROUNDS; round++)
      for (const [key, { ctx, slug }] of [
        ['small', small],
        ['large', large],
      ] as const) {
        const start = performance.now();
        await employerDashboard(ctx, slug, null);
        if (round >= 0) times[key].push(performance.now() - start);
      }
    const [few, many] = [median(times.small), median(times.large)];
    return [
      {
        name: 'an employer’s dashboard, 5,000 staff and 50,000 entries over 50 and 500',
        ratio: many / few,
        limit: 3,
        direction: 'at most' as const,
        detail: `medians ${many.toFixed(1)} ms and ${few.toFixed(1)} ms; folded in ${(folded / 1000).toFixed(1)} s`,
      },
    ];
  } finally {
    await stopPlatform();
    rmSync(directory, { recursive: true, force: true });
  }
}
