const FEN_PER_TEN_THOUSAND_YUAN = 1_000_000;

/**
 * Fen as 万元, exact: the quotient of two whole numbers is the nearest number to its at most six decimals, and prints as them.
 */
export function fenToTenThousandYuan(fen: number): number {
  return fen / FEN_PER_TEN_THOUSAND_YUAN;
}
