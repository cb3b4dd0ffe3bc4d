/** Whether pages may stay on this device, and which do. */
import { redirect } from '@sveltejs/kit';
import { deviceForm } from '$lib/domains/accounts/account';
import { m } from '$lib/paraglide/messages.js';
import { formAction } from '$lib/server/boundary';
import { requireActor } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { isOfflineOn, isOwnDevice, setOwnDevice } from '$lib/server/device/device-pages';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies, locals }) => ({
  title: m.device_title(),
  isOn: isOfflineOn(),
  isOwn: isOwnDevice(cookies, locals.ctx.actor?.personId),
});

export const actions: Actions = {
  choose: formAction('choose', deviceForm, async ({ ctx, input, event }) => {
    const { personId } = requireActor(ctx);
    setOwnDevice(event.cookies, personId, input.own_device);
    const text = input.own_device ? m.device_own_flash() : m.device_shared_flash();
    setFlash(event.cookies, { kind: 'success', text });
    redirect(303, href('/account/device'));
  }),
};
