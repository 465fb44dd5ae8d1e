const FEN_PER_TEN_THOUSAND_YUAN = 1_000_000;

/**
 * Fen as 万元, exact: the quotient of two whole numbers is the nearest number to its at most six decimals, and prints as them.
 */
export function fenToTenThousandYuan(fen: number): number {
  return fen / FEN_PER_TEN_THOUSAND_YUAN;
}

/** Fen as 万元 in print: two decimals, up to six where the sum needs them, so that a sum that is not zero never prints as 0. */
export function printTenThousandYuan(fen: number): string {
  const abs = BigInt(Math.abs(fen));
  const whole = abs / BigInt(FEN_PER_TEN_THOUSAND_YUAN);
  const decimals = String(abs % BigInt(FEN_PER_TEN_THOUSAND_YUAN))
    .padStart(6, '0')
    .replace(/0{1,4}$/, '');
  return `${fen < 0 ? '-' : ''}${whole}.${decimals}`;
}
