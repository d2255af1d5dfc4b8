declare const pointsBrand: unique symbol;

/** An amount of SMSAPI points as an integer number of ten-thousandths of a point: 1650 is 0.1650 points. */
export type Points = number & { readonly [pointsBrand]: true };

const decimal = /^(?<sign>[+-]?)(?<whole>\d{0,30})(?:\.(?<fraction>\d{0,60}))?(?:e(?<exponent>[+-]?\d{1,2}))?$/i;
const DECIMAL_PLACES = 4;

function divideRounding(amount: bigint, divisor: bigint): bigint {
  return (amount * 2n + divisor) / (divisor * 2n);
}

/**
 * An integer number of ten-thousandths (as kept in a database) → `Points`.
 *
 * @throws RangeError if the number is not a safe integer.
 * @example
 * pointsOf(1650); // 0.1650 points
 */
export function pointsOf(tenThousandths: number): Points {
  if (!isPoints(tenThousandths)) throw new RangeError(`points must be a safe integer: ${tenThousandths}`);
  return tenThousandths;
}

function isPoints(value: number): value is Points {
  return Number.isSafeInteger(value);
}

/**
 * What the gateway calls points → ten-thousandths of a point, or `null` for anything that is not a decimal number.
 *
 * Works on the decimal text alone, so 0.0735 stays 735. Digits past the fourth place are rounded half away from zero,
 * which also heals replies like 0.16500000000000001. The gateway sends numbers, numeric strings, null and the empty
 * string (dossier 2.5); amounts beyond a safe integer are `null` too.
 *
 * @example
 * parsePoints('0.1650'); // 1650
 * parsePoints(0.07); // 700
 * parsePoints(''); // null
 */
export function parsePoints(value: unknown): Points | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  const groups = decimal.exec(text)?.groups;
  if (groups === undefined) return null;
  const fraction = groups['fraction'] ?? '';
  const digits = (groups['whole'] ?? '') + fraction;
  if (digits === '') return null;
  const shift = DECIMAL_PLACES - fraction.length + Number(groups['exponent'] ?? 0);
  const size = 10n ** BigInt(Math.abs(shift));
  const amount = shift >= 0 ? BigInt(digits) * size : divideRounding(BigInt(digits), size);
  if (amount > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return pointsOf(groups['sign'] === '-' && amount !== 0n ? -Number(amount) : Number(amount));
}

/**
 * Points → decimal text with four places and a decimal point, the form SMSAPI itself uses.
 *
 * @example
 * formatPoints(pointsOf(1650)); // '0.1650'
 * formatPoints(pointsOf(-5)); // '-0.0005'
 */
export function formatPoints(points: Points): string {
  const digits = String(Math.abs(points)).padStart(DECIMAL_PLACES + 1, '0');
  const sign = points < 0 ? '-' : '';
  return `${sign}${digits.slice(0, -DECIMAL_PLACES)}.${digits.slice(-DECIMAL_PLACES)}`;
}
