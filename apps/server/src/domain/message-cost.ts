/** Of one message, in parts and ten-thousandths of a point. */
export interface MessageCost {
  readonly parts: number;
  readonly points: number;
  /** What is expected; the gateway has named no price yet. */
  readonly estimated: boolean;
}

interface MessagePrice {
  readonly handover: 'ready' | 'submitting' | 'accepted' | 'refused' | 'uncertain' | 'excluded' | 'cancelled';
  readonly parts: number;
  readonly points: number;
  readonly billedParts: number | null;
  readonly billedPoints: number | null;
}

/**
 * What a message costs: what the gateway charged for it. As long as it has not said, what is expected; a message that never went
 * out and never will costs nothing. The costs that are no estimates add up to what the campaign cost.
 */
export function costOf({ handover, parts, points, billedParts, billedPoints }: MessagePrice): MessageCost | null {
  // A delivery report names points alone.
  if (billedPoints !== null) return { parts: billedParts ?? parts, points: billedPoints, estimated: false };
  switch (handover) {
    case 'ready':
    case 'submitting':
    case 'uncertain':
    case 'accepted':
      return { parts: billedParts ?? parts, points, estimated: true };
    case 'refused':
    case 'excluded':
    case 'cancelled':
      return null;
  }
}
