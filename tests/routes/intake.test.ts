/** The broker's form as a device sends it later: once, and under the account that wrote it. */
import { expect, it } from 'vitest';
import { moveEdition } from '../../src/lib/domains/exchange/server/commands/editions/move-edition';
import { Deals } from '../../src/lib/domains/exchange/server/deal.model';
import { newId } from '../../src/lib/shared/ids';
import { actions } from '../../src/routes/(app)/exchange/[slug]/intake/+page.server';
import { asStranger } from '../support/contexts';
import { createEdition, createRegistration, readRegistration } from '../support/factories/exchange';
import { postForm } from '../support/post-form';

it('a deal that waited on a device is taken once, and from no other account than its writer’s', async () => {
  const edition = await createEdition();
  const sides = [await createRegistration(edition), await createRegistration(edition)];
  await moveEdition(await edition.byOrganiser(), edition.slug, 'open_floor');
  const names = await Promise.all(sides.map(async ({ id }) => (await readRegistration(id)).name));
  const form = {
    ...{ 'parties.0': names[0]!, 'parties.1': names[1]! },
    ...{ 'legs.0.what': 'A walk along the river', 'legs.0.quantity': '1', 'legs.0.unit': 'walk' },
    ...{ 'legs.0.category': 'hands', 'legs.0.estimate': '100' },
    ...{ 'legs.1.what': 'A lawyer for an evening', 'legs.1.quantity': '3', 'legs.1.unit': 'hours' },
    ...{ 'legs.1.category': 'knowledge', 'legs.1.estimate': '300' },
    _key: newId(),
  };
  const ctx = await edition.byOrganiser();
  const count = () => Deals.countDocuments({ editionId: edition.id });
  const enter = (by: string, who: Parameters<typeof postForm>[2] = { ctx }) =>
    postForm(actions['enter'], { ...form, _by: by }, { ...who, params: { slug: edition.slug } });

  expect(await enter(newId())).toMatchObject({
    status: 403,
    failure: { message: 'This was written under another account. Sign in to that one to send it.' },
  });
  expect(await enter(ctx.actor.personId, { ctx: asStranger() })).toMatchObject({ status: 401 });
  expect(await count()).toBe(0);
  const first = await enter(ctx.actor.personId);
  expect(first.location).toMatch(/\/deals\/\w+$/);
  expect((await enter(ctx.actor.personId)).location).toBe(first.location);
  expect(await count()).toBe(1);
});
