/** Registering deals: 50 brokers enter and 5 notaries register at once. No double, no gap, and time beside bare inserts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import mongoose from 'mongoose';
import { importPeople } from '../../src/lib/domains/accounts/server/commands/operator/import-people';
import { recordSignedDeal } from '../../src/lib/domains/exchange/server/commands/deals/record-signed-deal';
import { registerDeal } from '../../src/lib/domains/exchange/server/commands/deals/register-deal';
import { Deals, type DealDocument } from '../../src/lib/domains/exchange/server/deal.model';
import { logAfter } from '../../src/lib/domains/exchange/server/floor/floor-log';
import { now } from '../../src/lib/server/clock';
import { systemContext, type SignedIn } from '../../src/lib/server/context';
import { startPlatform, stopPlatform } from '../../src/lib/server/start';
import { newId } from '../../src/lib/shared/ids';
import { aDeal, aLeg } from '../support/factories/exchange-deals';
import { openFloor } from './support/open-floor';

interface Measure {
  name: string;
  ratio: number;
  limit: number;
  direction: 'at most' | 'at least';
  detail: string;
}

const BROKERS = 50;
const NOTARIES = 5;
const DEALS = 200;

async function people(count: number): Promise<SignedIn[]> {
  const list = Array.from({ length: count }, (_, place) => ({
    name: `Person ${place}`,
    email: `${newId()}@floor.example`,
    locale: 'en' as const,
    at: now(),
  }));
  const ids = await importPeople(systemContext(), { people: list, passwordHash: null });
  return ids.map((personId) => ({
    ...systemContext(),
    actor: { personId, name: 'Person', platformRoles: [], confirmed: true, sessionId: null },
    system: false,
  }));
}

/** The same writes without rules, rights, signatures or numbers: two documents for each deal, as many at a time. */
async function bareInserts(): Promise<number> {
  const collection = mongoose.connection.collection<{ _id: string }>('bare_deals');
  const start = performance.now();
  let left = DEALS * 2;
  const insert = async () => {
    while (left-- > 0) await collection.insertOne({ _id: newId(), what: 'Advice', legs: [{ estimate: 300 }] } as never);
  };
  await Promise.all(Array.from({ length: BROKERS }, insert));
  return performance.now() - start;
}

export async function run(): Promise<Measure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'deals-bench-'));
  Object.assign(process.env, { DATA_DIR: directory, MONGODB_URI: '', DEMO: 'off', LOG_LEVEL: 'error' });
  await startPlatform({ jobs: false, search: false });
  try {
    const brokers = await people(BROKERS);
    const notaries = await people(NOTARIES);
    const { editionId, slug, sides } = await openFloor(40, [
      ...brokers.map(({ actor }) => ({ personId: actor.personId, role: 'broker' as const, corner: null })),
      ...notaries.map(({ actor }) => ({ personId: actor.personId, role: 'notary' as const, corner: null })),
    ]);
    await bareInserts();
    const bare = await bareInserts();
    const entered: string[] = [];
    let left = DEALS;
    let entering = true;
    const start = performance.now();
    const enter = async (ctx: SignedIn, place: number) => {
      while (left-- > 0) {
        const [one = '', other = ''] = [sides[(place + left) % 40], sides[(place + 7 * left + 1) % 40]];
        if (one === other) continue;
        const signedBy = [one, other].map((registrationId) => ({ registrationId, name: 'Signer' }));
        const content = aDeal([aLeg(one, other), aLeg(other, one)]);
        const key = newId();
        // Impatient: the press is repeated before the first is answered.
        const pressed = [1, 2].map(() => recordSignedDeal(ctx, slug, { ...content, how: 'paper', signedBy }, key));
        const [made] = await Promise.all(pressed);
        if (made) entered.push(made.dealId);
      }
    };
    const register = async (ctx: SignedIn, place: number) => {
      for (let at = 0; entering || at < entered.length;) {
        const next = entered[at];
        if (next === undefined) await new Promise((done) => setTimeout(done, 5));
        // Two of them go for every deal.
        else if (++at && (at % NOTARIES === place || at % NOTARIES === (place + 1) % NOTARIES))
          await registerDeal(ctx, { deal: next });
      }
    };
    const registering = notaries.map(register);
    await Promise.all(brokers.map(enter));
    entering = false;
    await Promise.all(registering);
    const taken = performance.now() - start;
    const deals = await Deals.find({ editionId }).lean<DealDocument[]>();
    const numbers = deals.map(({ number }) => number ?? 0).sort((x, y) => x - y);
    const faults =
      numbers.filter((number, index) => number !== index + 1).length + Math.abs(deals.length - entered.length);
    const log = await logAfter(editionId, 0, 5000);
    const gaps = log.filter(({ seq }, index) => seq !== index + 1).length;
    return [
      {
        name: `deals lost, doubled or misnumbered, ${BROKERS} brokers and ${NOTARIES} notaries at once`,
        ratio: faults + gaps,
        limit: 0,
        direction: 'at most',
        detail: `${deals.length} deals numbered 1 to ${numbers.at(-1) ?? 0}, each pressed twice and gone for by two notaries`,
      },
      {
        name: 'time for entering and registering over that of as many bare inserts',
        ratio: taken / bare,
        limit: 60,
        direction: 'at most',
        detail: `${(taken / deals.length).toFixed(1)} ms a deal against ${(bare / DEALS).toFixed(1)} ms for two bare inserts`,
      },
    ];
  } finally {
    await stopPlatform();
    rmSync(directory, { recursive: true, force: true });
  }
}
