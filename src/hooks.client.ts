/** Starts the browser side in the language the page was rendered in. */
import { overwriteGetLocale } from '$lib/paraglide/runtime.js';
import { BASE_LOCALE, isLocale } from '$lib/shared/locale';

const lang = document.documentElement.lang;
overwriteGetLocale(() => (isLocale(lang) ? lang : BASE_LOCALE));
