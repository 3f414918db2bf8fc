/** The six parts of the motto: biết, bàn, làm, kiểm tra, giám sát, thụ hưởng. */
export const facets = ['know', 'discuss', 'do', 'inspect', 'supervise', 'benefit'] as const;
export type Facet = (typeof facets)[number];

/** The six points of social critique: QĐ 217-QĐ/TW, NQLT 403/2017. */
export const criteria = ['necessity', 'conformity', 'soundness', 'feasibility', 'impact', 'balance'] as const;

/** Indices that the rows of several questions make together: bốn xin, bốn luôn. */
export const profiles = ['courtesy'] as const;

/** The two rounds of a ballot: names are put forward, then chosen among. */
export const stages = ['nomination', 'ballot'] as const;

/** What answers may be gathered for beside the results: the agenda of a dialogue. */
export const feeds = ['dialogue'] as const;

/** Notices a question may bring with it: where complaints and denunciations are received. */
export const followUpNotices = ['denunciation'] as const;

/** Who hears when a count passes the mark of an alert. */
export const alertReaders = ['union', 'leader', 'union+leader'] as const;

/** Positions on a clause: đồng ý, đồng ý nhưng sửa, không đồng ý, không có ý kiến. */
export const stances = ['agree', 'amend', 'disagree', 'abstain'] as const;
