export const inspectionList = '/lam-viec/giam-sat';
export const inspectionPage = (id: string): string => `${inspectionList}/${id}`;
export const minutesPage = (id: string): string => `${inspectionPage(id)}/bien-ban`;
export const inspectionApi = (id: string): string => `/lam-viec/api/surveys/${encodeURIComponent(id)}/inspection`;
/** The package the board takes along: the public files and credentials, signed. */
export const packageFile = (id: string): string => `/lam-viec/api/surveys/${encodeURIComponent(id)}/audit-package.zip`;
