/** A picture without what its file told of place, device and people. */
export interface CleanPicture {
  bytes: Uint8Array;
  pixels: number;
}
