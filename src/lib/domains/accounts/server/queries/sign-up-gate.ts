/** Whether the sign-up page has a form for whoever opens it: always, or while closed for the holder of an invitation. */
import type { Context } from '$lib/server/context';
import { platformSettings } from '$lib/server/settings/platform-settings';
import { maskEmail } from '$lib/shared/mask-email';
import { invitedAddress } from '../sign-up-invitations';

export interface SignUpGate {
  isOpen: boolean;
  /** The only address that may come in, masked; null when every address may. */
  onlyFor: string | null;
}

export async function signUpGate(ctx: Context, next: string | null): Promise<SignUpGate> {
  if ((await platformSettings()).registrationOpen) return { isOpen: true, onlyFor: null };
  const invited = await invitedAddress(next, ctx.now);
  return { isOpen: invited !== null, onlyFor: invited === null ? null : maskEmail(invited) };
}
