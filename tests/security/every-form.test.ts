/** Every form action of every page under attack: security.md, cases 5 and 6. A page added tomorrow is in it by itself. */
import { isHttpError } from '@sveltejs/kit';
import mongoose from 'mongoose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/lib/server/context';
import { translate } from '../../src/lib/server/translate';
import { asPerson, asStranger } from '../support/contexts';
import { drainAll } from '../support/drain';
import { createEngagement, type CreatedApplication } from '../support/factories/engagements';
import { createModerator, createSomePerson } from '../support/factories/organisations';
import { postForm } from '../support/post-form';

type Action = (event: never) => unknown;

const pages = Object.entries(
  import.meta.glob<{ actions?: Record<string, Action> }>('../../src/routes/**/+page.server.ts'),
);

/** No schema stands behind these: what is posted to them is not read at all. */
const TAKES_NOTHING = new Set(['/sign-out?/default']);

/** Names that would reach for objects, operators or other people's fields, and none that any form of ours has. */
const FOREIGN = [
  '__proto__',
  '__proto__.polluted',
  'constructor.prototype.polluted',
  '$set',
  'email[$ne]',
  'email.$ne',
  'ownerId',
  'platformRoles[]',
  'hoursApproved',
  'confirmedAt',
  '_id',
];

const routeOf = (file: string) => file.replace(/^.*\/routes/, '').replace(/\/\([a-z]+\)|\/\+page\.server\.ts$/g, '');

let engagement: CreatedApplication;
let contexts: Context[];

beforeAll(async () => {
  engagement = await createEngagement();
  const moderator = await createModerator();
  const administrator = await createSomePerson({ platformRoles: ['administrator'] });
  await drainAll();
  contexts = [
    asStranger(),
    await engagement.byVolunteer(),
    await engagement.byNgo(),
    await asPerson(moderator.id),
    await asPerson(administrator.id),
  ];
});

/** Fills a route with things that exist, so that a form is refused for what is in it and not for what it is about. */
function paramsFor(route: string): Record<string, string> {
  const { mission, id } = engagement;
  const isOf = (folder: string) => route.includes(`/${folder}/[`);
  return {
    slug: isOf('missions') ? mission.slug : mission.organisationId,
    id: isOf('moderation/missions') ? mission.id : isOf('moderation/organisations') ? mission.organisationId : id,
    token: 'nothing-here-nothing-here',
    missionId: mission.id,
    roleId: engagement.roleId,
  };
}

/** Everything the database holds, as text. */
async function everything(): Promise<string> {
  const { db } = mongoose.connection;
  const collections = (await db?.listCollections({}, { nameOnly: true }).toArray()) ?? [];
  const names = collections.map(({ name }) => name).sort();
  return JSON.stringify(
    await Promise.all(names.map(async (name) => [name, await db?.collection(name).find().sort({ _id: 1 }).toArray()])),
  );
}

async function answerTo(action: Action, route: string, field: string, ctx: Context): Promise<string> {
  const params = paramsFor(route);
  const url = `http://causeway.test${route.replace(/\[(\w+)\]/g, (_, name: string) => params[name] ?? 'x')}`;
  try {
    const { status, failure, location } = await postForm(action, { [field]: 'administrator' }, { ctx, params, url });
    return failure ? `${status} ${failure.message}` : `${status} to ${location}`;
  } catch (thrown) {
    if (isHttpError(thrown)) return `${thrown.status}`;
    return `threw ${String(thrown)}`;
  }
}

describe('SEC-6 no form takes a field that is not its own', () => {
  it('finds the forms there are', () => {
    expect(pages.length).toBeGreaterThan(60);
  });

  it('every action answers 400 to it, whoever posts, and nothing changes', { timeout: 120_000 }, async () => {
    const unknown = `400 ${translate('error_unknown_field', 'en')}`;
    const before = await everything();
    const wrong: string[] = [];
    let tried = 0;
    for (const [file, load] of pages) {
      const { actions = {} } = await load();
      const route = routeOf(file);
      for (const [name, action] of Object.entries(actions)) {
        if (TAKES_NOTHING.has(`${route}?/${name}`)) continue;
        for (const field of FOREIGN) {
          for (const ctx of contexts) {
            tried++;
            const answer = await answerTo(action, route, field, ctx);
            if (answer !== unknown) wrong.push(`${route}?/${name} with ${field}: ${answer}`);
          }
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
    expect(tried).toBeGreaterThan(1000);
    expect(await everything()).toBe(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
