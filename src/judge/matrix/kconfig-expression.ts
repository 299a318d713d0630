/** What is known of a symbol; undefined where nothing is. */
export type Known = (symbol: string) => boolean | undefined;

/** The kernel's longest of Rust's has 120 letters. Parentheses may lie in each other, so that this limits the depth too. */
const longest = 1000;

/**
 * Whether a condition of Kconfig's holds as far as its symbols are known; undefined where that depends on the others.
 * Comparisons count as unknown, and so does what is no such condition.
 * Source: Documentation/kbuild/kconfig-language.rst, "Menu dependencies".
 */
export function evaluate(condition: string, known: Known): boolean | undefined {
  if (condition.length > longest) return undefined;
  const tokens = condition.match(/&&|\|\||!=|[<>]=?|=|[!()]|[\w."'$-]+/g) ?? [];
  const take = (token: string) => tokens[0] === token && tokens.shift() !== undefined;

  const either = (): boolean | undefined => {
    let value = both();
    while (take('||')) value = or(value, both());
    return value;
  };
  const both = (): boolean | undefined => {
    let value = one();
    while (take('&&')) value = not(or(not(value), not(one())));
    return value;
  };
  const one = (): boolean | undefined => {
    if (take('!')) return not(one());
    if (take('(')) {
      const value = either();
      take(')');
      return value;
    }
    const symbol = tokens.shift() ?? '';
    if (!/^([<>]=?|!?=)$/.test(tokens[0] ?? '')) return known(symbol);
    tokens.splice(0, 2);
    return undefined;
  };

  const value = either();
  return tokens.length === 0 ? value : undefined;
}

function or(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (a === true || b === true) return true;
  return a === false && b === false ? false : undefined;
}

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
