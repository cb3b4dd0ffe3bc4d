/** Public pages are plain documents: they ship no script, and every form and menu on them works without one. */
export const csr = false;
