/** Where the public page of a certificate is. */
import { publicOrigin } from '$lib/server/env';
import { href } from '$lib/shared/href';

export const proofAddress = (code: string): string => publicOrigin() + href(`/verify/${code}`);
