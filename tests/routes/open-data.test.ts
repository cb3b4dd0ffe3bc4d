/** What leaves as files: no formula reaches a spreadsheet, the feed and the sitemap are XML of public things only. */
import { describe, expect, it } from 'vitest';
import { READERS } from '../../src/lib/domains/transparency/server/open-data/open-sets';
import { writeSet } from '../../src/lib/domains/transparency/server/open-data/write-set';
import { GET as feed } from '../../src/routes/feed.atom/+server';
import { GET as openData } from '../../src/routes/open-data/[set]/+server';
import { GET as figures } from '../../src/routes/(app)/moderation/figures/export.csv/+server';
import { GET as sitemap } from '../../src/routes/sitemap.xml/+server';
import { inLocale } from '../../src/lib/server/http/request-locale';
import type { Context } from '../../src/lib/server/context';
import { asPerson, asStranger } from '../support/contexts';
import { drainAll } from '../support/drain';
import { createMission } from '../support/factories/missions';
import { createModerator } from '../support/factories/organisations';

async function get(handler: (event: never) => unknown, options: { set?: string; ctx?: Context; query?: string } = {}) {
  const ctx = options.ctx ?? asStranger();
  const url = new URL(`http://causeway.test/${options.query ?? ''}`);
  const event = { url, params: { set: options.set }, locals: { ctx, locale: ctx.locale, path: '/' } };
  return (await inLocale(ctx.locale, () => handler(event as never))) as Response;
}

const TITLE = '=HYPERLINK("https://evil.example") & <b>air</b>';

describe('open data', () => {
  it('never hands a formula to a spreadsheet, and keeps it whole as JSON', async () => {
    const { slug } = await createMission({ title: TITLE });
    await drainAll();
    const csv = await (await get(openData as never, { set: 'missions.csv' })).text();
    expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"") & <b>air</b>"`);
    expect(csv).not.toMatch(/(^|,)"?=HYPERLINK/m);
    const answer = await get(openData as never, { set: 'missions.json' });
    const rows = JSON.parse(await answer.text()) as { slug: string; title: string }[];
    expect(rows.find((row) => row.slug === slug)?.title).toBe(TITLE);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
  });

  it.each(['=1+1', '+1', '-1', '@SUM', '\tx', '\rx'])('puts an apostrophe before %j', async (value) => {
    async function* rows() {
      yield [{ value }];
    }
    let text = '';
    for await (const piece of writeSet(rows(), 'csv')) text += piece;
    expect(text.split('\n').slice(1).join('\n')).toMatch(/^"?'/);
  });

  it('says the weights in force and the fairness figures of the day', async () => {
    for (const set of ['weights', 'fairness'] as const) {
      const rows = [];
      for await (const batch of READERS[set](asStranger())) rows.push(...batch);
      expect(rows.length).toBeGreaterThan(0);
    }
  });

  it('knows no other file', async () => {
    for (const set of ['people.csv', 'missions.exe', 'missions.csv.json', '__proto__.csv']) {
      await expect(get(openData as never, { set })).rejects.toMatchObject({ status: 404 });
    }
  });
});

describe('the feed and the sitemap', () => {
  it('name public missions, escaped, and nothing confidential', async () => {
    const shown = await createMission({ title: `Sea & <i>sky</i> ${TITLE}` });
    const hidden = await createMission({ confidentiality: 'members' });
    await drainAll();
    const atom = await (await get(feed as never)).text();
    expect(atom).toContain('Sea &amp; &lt;i&gt;sky');
    expect(atom).not.toContain('<i>');
    const map = await (await get(sitemap as never)).text();
    expect(map).toContain(`/missions/${shown.slug}</loc>`);
    expect(map).toContain(`http://causeway.test/fr/missions/${shown.slug}`);
    expect(map).not.toContain(`/missions/${hidden.slug}<`);
    expect(atom).not.toContain(`/missions/${hidden.slug}<`);
  });
});

describe('the figures as a file', () => {
  it('say where people are too few, and are for moderators', async () => {
    const ctx = await asPerson((await createModerator()).id);
    const answer = await get(figures as never, { ctx, query: '?from=2031-01-01&to=2031-01-31' });
    const csv = await answer.text();
    expect(csv).toMatch(/^from,to,figure,of,value\n/);
    expect(csv).toContain('2031-01-01,2031-01-31,first_reply_median_hours,period,fewer than 5');
    await expect(get(figures as never)).rejects.toMatchObject({ status: 404 });
  });
});
