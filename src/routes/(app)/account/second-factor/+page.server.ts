/** The second step of signing in: set it up, renew its recovery codes, switch it off. */
import { redirect } from '@sveltejs/kit';
import { codeSchema, passwordSchema } from '$lib/domains/accounts/account';
import { beginSecondFactor } from '$lib/domains/accounts/server/commands/second-factor/begin-second-factor';
import { disableSecondFactor } from '$lib/domains/accounts/server/commands/second-factor/disable-second-factor';
import { enableSecondFactor } from '$lib/domains/accounts/server/commands/second-factor/enable-second-factor';
import { renewRecoveryCodes } from '$lib/domains/accounts/server/commands/second-factor/renew-recovery-codes';
import { accountPage, secondFactorKey } from '$lib/domains/accounts/server/queries/account-page';
import { otpauthUri } from '$lib/domains/accounts/server/second-factor/totp';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { secondFactor, recoveryCodesLeft } = await accountPage(ctx);
    const setUp = await secondFactorKey(ctx);
    return {
      title: m.account_factor_title(),
      state: secondFactor,
      recoveryCodesLeft,
      setUp: setUp && { key: setUp.key.replace(/(.{4})(?=.)/g, '$1 '), uri: otpauthUri(setUp.key, setUp.email) },
    };
  });

export const actions: Actions = {
  begin: formAction('begin', passwordSchema, async ({ ctx, input }) => {
    await beginSecondFactor(ctx, input);
    redirect(303, href('/account/second-factor'));
  }),
  // The codes are in the answer to this very form and nowhere else.
  enable: formAction('enable', codeSchema, async ({ ctx, input }) => ({ codes: await enableSecondFactor(ctx, input) })),
  renew: formAction('renew', passwordSchema, async ({ ctx, input }) => ({
    codes: await renewRecoveryCodes(ctx, input),
  })),
  disable: formAction('disable', passwordSchema, async ({ ctx, input, event }) => {
    await disableSecondFactor(ctx, input);
    setFlash(event.cookies, { kind: 'success', text: m.account_factor_off_flash() });
    redirect(303, href('/account/security'));
  }),
};
