/**
 * What a draft is called, from the title of the consultation on it: "Lấy ý kiến dự thảo Quy chế chi tiêu nội bộ" is about
 * "Quy chế chi tiêu nội bộ". A title of another shape stays as it is.
 */
export const draftTitle = (title: string): string =>
  title.replace(/^(lấy ý kiến|góp ý|tham gia ý kiến)(\s+(về|đối với|cho|vào))?(\s+dự thảo)?\s+/iu, '') || title;
