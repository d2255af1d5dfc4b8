/** What a point costs where nothing else is set: one zloty, in ten-thousandths. */
export const USUAL_POINT_VALUE = 10_000;

/** What points are worth in złoty, net; all three in ten-thousandths. */
export const valueOf = (points: number, pointValue: number): number => Math.round((points * pointValue) / 10_000);
