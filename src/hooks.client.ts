/** Starts the browser side in the language the page was rendered in, and marks the page when it is interactive. */
import type { ClientInit } from '@sveltejs/kit';
import { overwriteGetLocale } from '$lib/paraglide/runtime.js';
import { BASE_LOCALE, isLocale } from '$lib/shared/locale';

const lang = document.documentElement.lang;
overwriteGetLocale(() => (isLocale(lang) ? lang : BASE_LOCALE));

export const init: ClientInit = () => {
  // Set after the first paint of the hydrated page; tests wait for it before they click.
  requestAnimationFrame(() => document.documentElement.setAttribute('data-hydrated', ''));
};
