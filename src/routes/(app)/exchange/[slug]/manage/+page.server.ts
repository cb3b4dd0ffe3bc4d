/** The organiser's desk: the next phase, the people of the floor. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { shiftForm } from '$lib/domains/exchange/agenda/agenda-input';
import { shiftedWords } from '$lib/domains/exchange/agenda/agenda-words';
import { appointForm, dismissForm, stepForm } from '$lib/domains/exchange/edition/edition-input';
import { editionState } from '$lib/domains/exchange/exchange-words';
import { appointStaff } from '$lib/domains/exchange/server/commands/editions/appoint-staff';
import { dismissStaff } from '$lib/domains/exchange/server/commands/editions/dismiss-staff';
import { inviteGuests } from '$lib/domains/exchange/server/commands/editions/invite-guests';
import { moveEdition } from '$lib/domains/exchange/server/commands/editions/move-edition';
import { shiftRounds } from '$lib/domains/exchange/server/commands/schedule/shift-rounds';
import { organiserDesk } from '$lib/domains/exchange/server/queries/editions';
import { emptySchema } from '$lib/domains/organisations/organisation.input';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { publicOrigin } from '$lib/server/env';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const desk = await organiserDesk(ctx, event.params.slug);
    return {
      title: m.exchange_manage_title({ name: desk.name }),
      desk,
      address: publicOrigin() + href(`/exchange/${desk.slug}`),
    };
  });

const slugOf = (event: RequestEvent) => event.params['slug'] ?? '';

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/exchange/${slugOf(event)}/manage`));
}

export const actions: Actions = {
  step: formAction('step', stepForm, async ({ ctx, input, event }) => {
    const state = await moveEdition(ctx, slugOf(event), input.step);
    done(event, m.exchange_moved_flash({ state: editionState(state).label }));
  }),
  appoint: formAction('appoint', appointForm, async ({ ctx, input, event }) => {
    const { name } = await appointStaff(ctx, slugOf(event), input);
    done(event, m.exchange_appointed_flash({ name }));
  }),
  guests: formAction('guests', emptySchema, async ({ ctx, event }) => {
    await inviteGuests(ctx, slugOf(event));
    done(event, m.exchange_guests_flash());
  }),
  shift: formAction('shift', shiftForm, async ({ ctx, input, event }) => {
    done(event, shiftedWords(await shiftRounds(ctx, slugOf(event), input)));
  }),
  dismiss: formAction('dismiss', dismissForm, async ({ ctx, input, event }) => {
    await dismissStaff(ctx, slugOf(event), input);
    done(event, m.exchange_dismissed_flash());
  }),
};
