/** Lists page by real links, and filters are a plain form. */
import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import ChosenFilters from './ChosenFilters.svelte';
import Facet from './Facet.svelte';
import FilterSheet from './FilterSheet.svelte';
import Pagination from './Pagination.svelte';
import { pagesToOffer } from './pages';

describe('pagesToOffer', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [4, 9, [1, 2, 3, 4, 5, null, 9]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [9, 9, [1, null, 8, 9]],
  ])('on page %i of %i', (page, pages, offered) => {
    expect(pagesToOffer(page, pages)).toEqual(offered);
  });
});

describe('Pagination', () => {
  const hrefOf = (page: number) => `/missions?q=water&page=${page}`;

  it('links to the neighbours and marks the current page', () => {
    const { body } = render(Pagination, { props: { page: 2, pages: 3, hrefOf } });
    expect(body).toMatch(/rel="prev" href="\/missions\?q=water&amp;page=1"/);
    expect(body).toMatch(/rel="next" href="\/missions\?q=water&amp;page=3"/);
    expect(body.match(/aria-current="page"/g)?.length).toBe(1);
  });

  it('offers nothing before the first and after the last page', () => {
    expect(render(Pagination, { props: { page: 1, pages: 3, hrefOf } }).body).not.toContain('rel="prev"');
    expect(render(Pagination, { props: { page: 3, pages: 3, hrefOf } }).body).not.toContain('rel="next"');
  });

  it('is not there for a single page', () => {
    expect(render(Pagination, { props: { page: 1, pages: 1, hrefOf } }).body).not.toContain('<nav');
  });
});

describe('filters', () => {
  it('are a GET form that keeps what else was in the address', () => {
    const children = createRawSnippet(() => ({ render: () => '<p>facets</p>' }));
    const { body } = render(FilterSheet, {
      props: { action: '/fr/missions', children, chosen: 2, keep: [{ name: 'sort', value: 'deadline' }] },
    });
    expect(body).toMatch(/<form[^>]*method="GET"[^>]*action="\/fr\/missions"/);
    expect(body).toContain('<input type="hidden" name="sort" value="deadline"');
    expect(body).toMatch(/<button[^>]*popovertarget="filters"/);
  });

  it('never hide a chosen option behind "more"', () => {
    const options = Array.from({ length: 9 }, (_, index) => ({ value: `v${index}`, label: `L${index}` }));
    const chosen = options.map((option) => ({ ...option, checked: option.value === 'v8' }));
    const { body } = render(Facet, { props: { name: 'cause', label: 'Causes', options: chosen, first: 3 } });
    const [shown = '', rest = ''] = body.split('<summary class="more');
    expect(shown).toContain('value="v8" checked');
    expect(rest).not.toContain('value="v8"');
    expect(rest).toContain('value="v7"');
  });

  it('can be taken away one by one', () => {
    const { body } = render(ChosenFilters, {
      props: { filters: [{ label: 'French', removeHref: '/missions?cause=food' }], clearHref: '/missions' },
    });
    expect(body).toMatch(/<a[^>]*href="\/missions\?cause=food"[^>]*aria-label="Remove French"/);
  });
});
