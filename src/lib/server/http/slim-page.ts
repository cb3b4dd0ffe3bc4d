/** Takes out of a page that ships no script what only a script would read: a first visit gets the page and nothing else. */

/** Kit starts the browser side with this call; pages with `csr = false` have none. */
const STARTS_SCRIPT = 'kit.start(';
const STYLE = /(<style[^>]*>)([\s\S]*?)(<\/style>)/;
/** What `cssHash` in svelte.config.js calls the scope of a component. */
const SCOPE = /(?<=\.)s-[a-z0-9]+/g;

/** Marks for hydration, links to style sheets that are inlined already, and styles of components that are not there. */
export function slimPage(html: string): string {
  if (html.includes(STARTS_SCRIPT)) return html;
  const bare = html
    .replace(/<!--[^>]*-->/g, '')
    .replace(/\s*<link [^>]*\bdisabled media="\(max-width: 0\)"[^>]*>/g, '');
  const style = STYLE.exec(bare);
  if (!style) return bare;
  const [whole, open = '', css = '', close = ''] = style;
  const rest = bare.replace(whole, '');
  // Kit joins the sheets of components with empty lines; each holds the scopes of its own component or two.
  const used = css.split(/\n\s*\n|\n/).filter((sheet) => {
    const scopes = sheet.match(SCOPE);
    return scopes === null || scopes.some((scope) => rest.includes(scope));
  });
  return bare.replace(whole, () => open + used.join('').trim() + close);
}
