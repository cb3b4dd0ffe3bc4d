import type { Context } from '$lib/server/context';
import type { Locale } from '$lib/shared/locale';
import type { Room } from '$lib/shared/offline/device-header';

declare global {
  namespace App {
    interface Error {
      message: string;
      /** Message key of the refusal, when it is one of ours. */
      reason?: string;
      /** To quote to the operator when something broke. */
      id?: string;
    }
    interface Locals {
      ctx: Context;
      locale: Locale;
      /** The path without its language. */
      path: string;
      /** That this page may stay on the device, until when (milliseconds). */
      kept?: { room: Room; until: number };
      /** The page says what just happened. */
      isMomentary?: boolean;
    }
    interface PageData {
      title?: string;
      /** Set where the page stays on the device. */
      kept?: Room | null;
    }
  }
}

export {};
