import type { Context } from '$lib/server/context';
import type { Locale } from '$lib/shared/locale';

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
    }
    interface PageData {
      title?: string;
    }
  }
}

export {};
