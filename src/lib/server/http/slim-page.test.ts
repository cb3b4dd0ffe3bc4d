import { describe, expect, it } from 'vitest';
import { slimPage } from './slim-page';

const page = (inside: string) =>
  `<head><style nonce="n">p.s-abc{color:red}\n\n.s-gone{x:y}\n\n:root{--a:1}</style>${inside}</head><!--[--><p class="s-abc">$&amp; 1 &lt;!-- 2</p><!--]-->`;

describe('slimPage', () => {
  it('drops marks for hydration, unused styles and links to inlined sheets', () => {
    const link = '\n\t\t<link href="./a.css" rel="stylesheet" disabled media="(max-width: 0)">';
    expect(slimPage(page(link))).toBe(
      '<head><style nonce="n">p.s-abc{color:red}:root{--a:1}</style></head><p class="s-abc">$&amp; 1 &lt;!-- 2</p>',
    );
  });

  it('leaves sheets that are loaded, and pages that a script takes over', () => {
    const link = '<link href="./0.css" rel="stylesheet">';
    expect(slimPage(page(link))).toContain(link);
    const taken = page('<script nonce="n">kit.start(app, element, {})</script>');
    expect(slimPage(taken)).toBe(taken);
  });
});
