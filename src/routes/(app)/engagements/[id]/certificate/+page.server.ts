/** The certificate: the volunteer takes it, says what its public page shows, and can close that page. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { noFields } from '$lib/domains/engagements/application/application-input';
import { certificateForm } from '$lib/domains/engagements/certificate/certificate';
import { issueCertificate } from '$lib/domains/engagements/server/commands/certificate/issue-certificate';
import { withdrawCertificate } from '$lib/domains/engagements/server/commands/certificate/withdraw-certificate';
import { certificatePage } from '$lib/domains/engagements/server/queries/work/certificate-page';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const page = await certificatePage(ctx, event.params.id);
    return { title: m.certificate_page_title({ role: page.role.title }), page };
  });

const idOf = (event: RequestEvent) => ({ engagementId: event.params['id'] ?? '' });

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/engagements/${idOf(event).engagementId}/certificate`));
}

export const actions: Actions = {
  take: formAction('take', certificateForm, async ({ ctx, input, event }) => {
    await issueCertificate(ctx, { ...idOf(event), ...input });
    done(event, m.certificate_taken_flash());
  }),
  withdraw: formAction('withdraw', noFields, async ({ ctx, event }) => {
    await withdrawCertificate(ctx, idOf(event));
    done(event, m.certificate_withdrawn_flash());
  }),
};
