declare module 'split-sms' {
  interface Part {
    /** Missing when only the summary was asked for. */
    readonly content?: string;
    /** Characters, with a surrogate pair as one. */
    readonly length: number;
    /** Septets of a GSM part, octets of a Unicode part. */
    readonly bytes: number;
  }
  interface Split {
    readonly characterSet: 'GSM' | 'Unicode';
    readonly parts: readonly Part[];
    readonly bytes: number;
    readonly length: number;
    readonly remainingInPart: number;
  }
  export function split(message: string, options?: { summary?: boolean; characterset?: 'GSM' | 'Unicode' }): Split;
}
