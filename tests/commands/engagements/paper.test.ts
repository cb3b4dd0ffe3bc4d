/** The words on paper: a charter's PDF has the text that was signed, a certificate's the facts that can be checked. */
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { issueCertificate } from '../../../src/lib/domains/engagements/server/commands/certificate/issue-certificate';
import { logHours } from '../../../src/lib/domains/engagements/server/commands/hours/log-hours';
import { verifyHours } from '../../../src/lib/domains/engagements/server/commands/hours/verify-hours';
import { openDispute } from '../../../src/lib/domains/engagements/server/commands/mediation/open-dispute';
import { withdrawDispute } from '../../../src/lib/domains/engagements/server/commands/mediation/withdraw-dispute';
import { certificatePdf } from '../../../src/lib/domains/engagements/server/documents/certificate-pdf';
import { charterPdf } from '../../../src/lib/domains/engagements/server/documents/charter-pdf';
import { amountOf } from '../../../src/lib/domains/engagements/hours/hours-words';
import { certificatePage } from '../../../src/lib/domains/engagements/server/queries/work/certificate-page';
import { verifyCertificate } from '../../../src/lib/domains/engagements/server/queries/work/verify-certificate';
import { now } from '../../../src/lib/server/clock';
import { formatDay, formatInstant, isoDay } from '../../../src/lib/shared/dates';
import { drainAll } from '../../support/drain';
import { createDelivered, createEngagement, readEngagement } from '../../support/factories/engagements';
import { pdfText } from '../../support/pdf-text';

afterEach(drainAll);

const all = { showsName: true, showsMission: true, showsHours: true };
const flat = (text: string) => text.replaceAll(/\s+/g, ' ');
const textOf = async (answer: Response) => flat(pdfText(await buffer(answer.body as unknown as NodeJS.ReadableStream)));

it('a charter’s PDF is the text that was signed, with who signed it when and its fingerprint', async () => {
  const made = await createEngagement();
  const { charter } = await readEngagement(made.id);
  const text = await textOf(await charterPdf(await made.byNgo(), made.id));
  for (const { heading, lines } of charter.sections)
    for (const line of [heading, ...lines]) expect(text).toContain(flat(line));
  expect(charter.signatures).toHaveLength(2);
  for (const { name, at } of charter.signatures) expect(text).toContain(flat(`${name}, ${formatInstant(at, 'en')}`));
  expect(text.replaceAll(' ', '')).toContain(charter.hash);
});

describe('a certificate', () => {
  it('says on paper who did what for whom, the verified hours alone, and where that is proved', async () => {
    const made = await createDelivered();
    const [her, ngo] = [await made.byVolunteer(), await made.byNgo()];
    const entry = { engagementId: made.id, day: isoDay(now()), kind: 'drafting' as const, note: '' };
    const { entryId } = await logHours(her, { ...entry, minutes: 150 });
    await verifyHours(ngo, { engagementId: made.id, entryIds: [entryId] });
    await logHours(her, { ...entry, minutes: 95 });
    await issueCertificate(her, { engagementId: made.id, ...all });
    const work = await readEngagement(made.id);
    const { address = '' } = (await certificatePage(her, made.id)).certificate ?? {};
    const text = await textOf(await certificatePdf(her, made.id));
    const facts = [
      made.volunteer.name,
      amountOf(150),
      formatDay(work.acceptedAt ?? now(), 'en'),
      ...work.deliverables.map(({ title }) => title),
    ];
    for (const fact of facts) expect(text).toContain(flat(fact));
    expect(text).not.toContain(amountOf(95));
    expect(text).not.toContain(amountOf(245));
    expect(text.replaceAll(' ', '')).toContain(address);
  });

  it('is under review in public while the two are in dispute, without a word of what it says or why', async () => {
    const made = await createDelivered();
    const her = await made.byVolunteer();
    await issueCertificate(her, { engagementId: made.id, ...all });
    const code = (await readEngagement(made.id)).certificate?.code ?? '';
    expect(await verifyCertificate(code)).toMatchObject({ underReview: false, name: made.volunteer.name });
    const words = { reason: 'Two of my days were not counted at all.', asks: 'That they are counted.' };
    await openDispute(her, { engagementId: made.id, ...words });
    const { issuedAt, ...shown } = await verifyCertificate(code);
    expect(issuedAt).not.toBe('');
    expect(shown).toEqual({ underReview: true, acceptedAt: null, name: null, mission: null, verifiedMinutes: null });
    expect(await certificatePage(her, made.id)).toMatchObject({ certificate: null, underReview: true });
    await expect(certificatePdf(her, made.id)).rejects.toMatchObject({ code: 'not_found' });
    const disputeId = (await readEngagement(made.id)).disputes?.at(-1)?.id ?? '';
    await withdrawDispute(her, { engagementId: made.id, disputeId });
    expect(await verifyCertificate(code)).toMatchObject({ underReview: false, name: made.volunteer.name });
  });
});
