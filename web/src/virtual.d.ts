/** Made by `checkFile.ts` beside the configuration of vite. */
declare module 'virtual:check-file' {
  /** The check as one HTML file. */
  export const text: string;
}
