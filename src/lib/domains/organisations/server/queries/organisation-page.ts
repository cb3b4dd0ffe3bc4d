/** The public page of an organisation: everyone's once it is verified, before that a preview for members and moderators. */
import { isModerator, type Context } from '$lib/server/context';
import { renderMarkdown } from '$lib/server/markdown';
import { AppError } from '$lib/shared/app-error';
import { canSeePage } from '../../organisation.policy';
import { Organisations, type OrganisationDocument } from '../organisation.model';
import { toPageView, type OrganisationPageView } from '../organisation.presenter';

export interface OrganisationPage {
  organisation: OrganisationPageView;
  isMember: boolean;
  /** Seen by members and moderators only. */
  isPreview: boolean;
}

/** @returns where a merged organisation lives now, instead of the page */
export async function organisationPage(ctx: Context, slug: string): Promise<OrganisationPage | { movedTo: string }> {
  const document = await Organisations.findOne({ slug }).lean<OrganisationDocument>();
  if (!document) throw new AppError('not_found', 'error_not_found');
  if (document.mergedInto) return { movedTo: await slugAfterMerges(document.mergedInto) };
  const isMember = document.members.some(({ personId }) => personId === ctx.actor?.personId);
  if (!canSeePage(document, { isMember, isModerator: isModerator(ctx) })) {
    throw new AppError('not_found', 'error_not_found');
  }
  return { organisation: toPageView(document, renderMarkdown), isMember, isPreview: document.state !== 'verified' };
}

async function slugAfterMerges(id: string): Promise<string> {
  let next: string | null = id;
  for (let step = 0; next && step < 20; step++) {
    const target: Pick<OrganisationDocument, 'slug' | 'state' | 'mergedInto'> | null = await Organisations.findById(
      next,
    )
      .select({ slug: 1, state: 1, mergedInto: 1 })
      .lean<Pick<OrganisationDocument, 'slug' | 'state' | 'mergedInto'>>();
    if (target?.state === 'verified' && !target.mergedInto) return target.slug;
    next = target?.mergedInto ?? null;
  }
  throw new AppError('not_found', 'error_not_found');
}
