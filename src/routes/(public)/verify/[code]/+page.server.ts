/** Whether a certificate is genuine, for whoever was given its address. */
import { verifyCertificate } from '$lib/domains/engagements/server/queries/work/verify-certificate';
import { m } from '$lib/paraglide/messages.js';
import { guarded } from '$lib/server/boundary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async () => {
    event.setHeaders({ 'X-Robots-Tag': 'noindex', 'Referrer-Policy': 'no-referrer' });
    const proof = await verifyCertificate(event.params.code);
    return { title: proof.underReview ? m.verify_review_title() : m.verify_title(), proof };
  });
