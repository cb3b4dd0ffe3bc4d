/** Who may do what with skills. Everyone reads; moderators keep the list; administrators import. */

interface Viewer {
  platformRoles: readonly string[];
}

export function canEditSkills(viewer: Viewer | null): boolean {
  return viewer !== null && viewer.platformRoles.some((role) => role === 'moderator' || role === 'administrator');
}

export function canImportSkills(viewer: Viewer | null): boolean {
  return viewer !== null && viewer.platformRoles.includes('administrator');
}
