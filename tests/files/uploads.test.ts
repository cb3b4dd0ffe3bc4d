/** Uploads from the form to the download: what is refused, what is kept of it, who may read it, and what is left behind. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitDeliverable } from '../../src/lib/domains/engagements/server/commands/work/submit-deliverable';
import { threadOf } from '../../src/lib/domains/messaging/server/queries/thread-of';
import { removeMember } from '../../src/lib/domains/organisations/server/commands/members/remove-member';
import { now, setClock } from '../../src/lib/server/clock';
import type { Context } from '../../src/lib/server/context';
import { jpegFile, pngFile, segment } from '../../src/lib/server/files/content/sample-files';
import { diskStore } from '../../src/lib/server/files/disk-store';
import { fileAnswer } from '../../src/lib/server/files/file-answer';
import { Files } from '../../src/lib/server/files/file.model';
import { keepFile, QUOTA_BYTES, setFileStore } from '../../src/lib/server/files/files';
import { sweepFiles } from '../../src/lib/server/files/sweep-files';
import { bodyRefusal } from '../../src/lib/server/http/body-limit';
import { DAY } from '../../src/lib/shared/dates';
import { newId } from '../../src/lib/shared/ids';
import { actions } from '../../src/routes/(app)/engagements/[id]/+page.server';
import { asPerson, asStranger } from '../support/contexts';
import { createEngagement, readEngagement, type CreatedApplication } from '../support/factories/engagements';
import { createMember, createSomePerson } from '../support/factories/organisations';
import { postForm } from '../support/post-form';

const folder = mkdtempSync(join(tmpdir(), 'causeway-files-'));
beforeAll(() => setFileStore(diskStore(folder)));
afterAll(() => {
  setFileStore(undefined);
  rmSync(folder, { recursive: true });
});

const text = (words: string) => new TextEncoder().encode(words);
const PDF = text('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
const onDisk = () => readdirSync(folder).flatMap((group) => readdirSync(join(folder, group)));

async function firstPart({ id }: CreatedApplication): Promise<string> {
  return (await readEngagement(id)).deliverables[0]?.id ?? '';
}

/** As a browser posts the form of a deliverable. */
async function handIn(
  made: CreatedApplication,
  bytes: Uint8Array,
  name: string,
  { ctx, key = newId(), length }: { ctx?: Context; key?: string; length?: number } = {},
) {
  const form = new FormData();
  form.set('_key', key);
  form.set('deliverable', await firstPart(made));
  form.set('note', 'As promised.');
  form.set('link', '');
  form.set('text', '');
  form.set('file', new File([bytes.slice()], name));
  return postForm(actions['submit'], form, {
    ctx: ctx ?? (await made.byVolunteer()),
    params: { id: made.id },
    ...(length === undefined ? {} : { headers: { 'content-length': String(length) } }),
  });
}

const versionsOf = async ({ id }: CreatedApplication) => (await readEngagement(id)).deliverables[0]?.versions ?? [];
const read = async (ctx: Context, id: string) => {
  const answer = await fileAnswer(ctx, id);
  return { answer, bytes: await buffer(answer.body as unknown as NodeJS.ReadableStream) };
};

describe('an upload', () => {
  it('is kept under a random name, and comes back as a download in a sandbox, for both sides only', async () => {
    const made = await createEngagement();
    expect((await handIn(made, PDF, '../../étude d’impact.PDF')).status).toBe(303);
    const [version] = await versionsOf(made);
    expect(version?.file).toMatchObject({ name: 'étude d’impact.pdf', kind: 'pdf', bytes: PDF.length });
    const id = version?.file?.id ?? '';
    const record = await Files.findById(id).lean();
    expect(onDisk()).toContain(record?.key);
    expect(record?.key).toMatch(/^[0-9a-f]{32}$/);

    const member = await createMember({ id: made.mission.organisationId }, 'viewer');
    for (const ctx of [await made.byVolunteer(), await made.byNgo(), await asPerson(member.id)]) {
      const { answer, bytes } = await read(ctx, id);
      expect(bytes).toEqual(Buffer.from(PDF));
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename=/);
      expect(answer.headers.get('content-security-policy')).toContain('sandbox');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cache-control')).toContain('no-store');
    }
    const stranger = await asPerson((await createSomePerson()).id);
    await expect(fileAnswer(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(fileAnswer(stranger, newId())).rejects.toMatchObject({ code: 'not_found' });
    await expect(fileAnswer(asStranger(), id)).rejects.toMatchObject({ code: 'unauthenticated' });
    // Access that was taken away is gone at the next request.
    await removeMember(await made.byNgo(), { organisationId: made.mission.organisationId, personId: member.id });
    await expect(fileAnswer(await asPerson(member.id), id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is refused at its field: a page called .pdf, a picture with script, a picture of 30,000 by 30,000, too much', async () => {
    const made = await createEngagement();
    const before = onDisk().length;
    const refused: [Uint8Array, string, number][] = [
      [text('<!doctype html><script>alert(1)</script>'), 'report.pdf', 400],
      [text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'a.png', 400],
      [pngFile({ width: 30_000, height: 30_000 }), 'a.png', 400],
      [new Uint8Array(), 'empty.pdf', 400],
      [new Uint8Array(10_000_001).fill(65), 'long.txt', 413],
    ];
    for (const [bytes, name, status] of refused) {
      const answer = await handIn(made, bytes, name);
      expect(answer.status).toBe(status);
      expect(answer.failure?.errors['file']).toBeTruthy();
      expect(answer.failure?.values['note']).toBe('As promised.');
    }
    // A body that says how large it is, is not even read.
    const huge = await handIn(made, PDF, 'huge.pdf', { length: 90_000_000 });
    expect(huge).toMatchObject({ status: 413, failure: { formId: 'submit' } });
    expect(huge.failure?.errors['file']).toContain('10 MB');
    expect(await versionsOf(made)).toEqual([]);
    expect(onDisk()).toHaveLength(before);
  });

  it('is taken by forms that have a file field only', async () => {
    const made = await createEngagement();
    const form = new FormData();
    form.set('reason', 'A reason');
    form.set('file', new File([PDF.slice()], 'a.pdf'));
    const answer = await postForm(actions['pause'], form, { ctx: await made.byVolunteer(), params: { id: made.id } });
    expect(answer.status).toBe(400);
    const post = (headers: Record<string, string>) => new Request('http://causeway.test/', { method: 'POST', headers });
    const length = '3000000';
    expect(bodyRefusal(post({ 'content-length': length, 'content-type': 'application/json' }))).toBe(413);
    expect(
      bodyRefusal(post({ 'content-length': length, 'content-type': 'multipart/form-data; boundary=x' })),
    ).toBeNull();
    expect(bodyRefusal(post({ 'transfer-encoding': 'chunked' }))).toBe(411);
    expect(bodyRefusal(post({ 'content-length': '20' }))).toBeNull();
  });

  it('loses what its pictures tell of place and maker', async () => {
    const made = await createEngagement();
    const told = jpegFile({ extra: [segment(0xe1, 'Exif\0\0MM\0*GPS 50.84 4.35'), segment(0xfe, 'by Jane')] });
    await handIn(made, told, 'photo.jpg');
    const id = (await versionsOf(made))[0]?.file?.id ?? '';
    const { bytes } = await read(await made.byNgo(), id);
    expect(bytes.toString('latin1')).not.toMatch(/GPS|Jane/);
  });

  it('sent five times at once makes one version and leaves one file', async () => {
    const made = await createEngagement();
    const key = newId();
    const before = onDisk().length;
    await Promise.all(Array.from({ length: 5 }, () => handIn(made, PDF, 'a.pdf', { key })));
    expect(await versionsOf(made)).toHaveLength(1);
    expect(onDisk()).toHaveLength(before + 1);
  });

  it('that the command refuses leaves nothing', async () => {
    const made = await createEngagement();
    const before = onDisk().length;
    const file = { name: 'a.pdf', bytes: PDF };
    const input = { engagementId: made.id, deliverableId: await firstPart(made), note: '', link: null, text: '', file };
    await expect(submitDeliverable(await made.byNgo(), input)).rejects.toMatchObject({ code: 'forbidden' });
    const outsider = await asPerson((await createSomePerson()).id);
    await expect(submitDeliverable(outsider, input)).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      submitDeliverable(await made.byVolunteer(), { ...input, deliverableId: newId() }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(submitDeliverable(await made.byVolunteer(), { ...input, file: null })).rejects.toMatchObject({
      field: 'link',
    });
    expect(onDisk()).toHaveLength(before);
  });

  it('is refused when the organisation has used its allowance, for two at once as well', async () => {
    const owner = { subject: `engagement:${newId()}`, quotaKey: newId(), personId: newId() };
    const taken = { ...owner, kind: 'pdf' as const, name: 'a.pdf', hash: 'x', createdAt: now() };
    await Files.create({ ...taken, _id: newId(), key: 'e'.repeat(32), bytes: QUOTA_BYTES - PDF.length });
    const both = await Promise.allSettled([1, 2].map(() => keepFile({ name: 'a.pdf', bytes: PDF }, owner)));
    const refused = both.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused.length).toBeGreaterThan(0);
    for (const reason of refused) expect(reason).toMatchObject({ reason: 'file_refusal_quota', field: 'file' });
  });

  it('tells the organisation how much is used, and its volunteer only when hardly anything is left', async () => {
    const made = await createEngagement();
    const { organisationId: quotaKey } = await readEngagement(made.id);
    const told = async (ctx: Context) => (await threadOf(ctx, 'engagement', made.id)).allowance;
    expect(await told(await made.byNgo())).toEqual({ used: 0, total: QUOTA_BYTES });
    expect(await told(await made.byVolunteer())).toBeNull();
    const taken = {
      subject: `engagement:${made.id}`,
      quotaKey,
      personId: newId(),
      kind: 'pdf' as const,
      name: 'a.pdf',
    };
    const bytes = QUOTA_BYTES - 1000;
    await Files.create({ ...taken, _id: newId(), hash: 'x', key: 'd'.repeat(32), bytes, createdAt: now() });
    expect(await told(await made.byVolunteer())).toEqual({ used: bytes, total: QUOTA_BYTES });
  });

  it('that came to nothing is swept after a day; what a deliverable mentions stays', async () => {
    const made = await createEngagement();
    await handIn(made, PDF, 'a.pdf');
    const used = (await versionsOf(made))[0]?.file?.id ?? '';
    const lost = await keepFile(
      { name: 'b.pdf', bytes: PDF },
      { subject: `engagement:${made.id}`, quotaKey: newId(), personId: newId() },
    );
    const bytesOnly = 'f'.repeat(32);
    await diskStore(folder).put(bytesOnly, PDF);
    expect(await sweepFiles()).toBe(0);
    const later = new Date(now().getTime() + 2 * DAY);
    setClock(later);
    expect(await sweepFiles()).toBeGreaterThanOrEqual(2);
    expect(await Files.exists({ _id: lost.id })).toBeNull();
    expect(onDisk()).not.toContain(bytesOnly);
    expect(await Files.exists({ _id: used })).not.toBeNull();
    expect((await read(await made.byNgo(), used)).bytes).toEqual(Buffer.from(PDF));
  });
});

describe('the folder of uploads', () => {
  it('takes no name that a person could give', async () => {
    const store = diskStore(folder);
    for (const key of ['../../x', 'a/b', '', 'F'.repeat(32)]) {
      await expect(store.put(key, PDF)).rejects.toThrow();
      await expect(store.get(key)).rejects.toThrow();
    }
    expect(await store.get('0'.repeat(32))).toBeNull();
  });
});
